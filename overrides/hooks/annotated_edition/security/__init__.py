"""What a page may load and run, and the headers that hosts send with it."""

"""What is cited and how: the items, their citations in every style and file format, and their metadata."""

"""What editors write with a permanent label: each kind is one module with its label, options, data and HTML."""

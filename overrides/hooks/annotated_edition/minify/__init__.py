"""What is sent: no rules of the theme that match nothing or cost much, no space between lines, stylesheets in pages."""

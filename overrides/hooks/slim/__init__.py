"""What is sent: no rules of the theme that match nothing, no white space between lines, stylesheets within pages."""

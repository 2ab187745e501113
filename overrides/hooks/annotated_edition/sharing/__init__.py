"""What readers take along and others show: pictures, cards for links that are shared, and pages to embed."""

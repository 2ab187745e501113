"""The stylesheets and scripts of the site, as they are sent."""

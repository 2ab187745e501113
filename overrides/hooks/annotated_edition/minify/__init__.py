"""Stylesheets, scripts and pages as they are sent: minified, purged, bundled; of the theme what costs least."""

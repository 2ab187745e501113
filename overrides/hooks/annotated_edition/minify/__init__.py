"""Stylesheets, scripts and pages as they are sent: minified, purged, inlined, and of the theme what costs least."""

"""Figures: the data that each is drawn from, the charts that are known, and their drawings as SVG."""

"""Editions for good: on a branch, each below an address of its own, and redirects to them from that of the work."""

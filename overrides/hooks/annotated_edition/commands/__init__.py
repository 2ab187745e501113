"""What `make edition` and `make freeze` run: an edition is registered, and kept for good."""

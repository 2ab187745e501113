"""Make an edition for good: on a branch, below an address of its own, with ways from the address of the work to it."""

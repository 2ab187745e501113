"""What is done in a build with MkDocs, step by step; hooks.py calls the steps in their order.

Each takes the state of the build, and hands over to a package that knows nothing of MkDocs.
"""

"""What editors write and how it becomes HTML: blocks, citations, terms. Nothing here knows MkDocs."""

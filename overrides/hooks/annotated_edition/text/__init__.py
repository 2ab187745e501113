"""What becomes of text on its way to HTML, besides blocks: citations, values, typography. Nothing here knows MkDocs."""

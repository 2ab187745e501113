"""What becomes of text on its way to HTML, besides blocks: citations, typography, dates. Nothing here knows MkDocs."""

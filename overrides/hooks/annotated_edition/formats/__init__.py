"""The edition in other formats: PDF, EPUB, a page for printing, a zip that opens from disk, plain text and a feed."""

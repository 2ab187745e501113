"""The edition as a tagged PDF, set by Typst.

PDF/UA-1 is asked of Typst, which refuses to write what breaks it, such as a picture without words for it. WeasyPrint
would take the site's own stylesheet, but needs Pango and the fonts of whatever system it runs on, and minutes.
"""

import io
import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

from annotated_edition.formats.book import Chapter
from annotated_edition.formats.pictures import Variables, images, pictures
from annotated_edition.formats.typesetting import typeset


def pdf(chapters: Sequence[Chapter], facts: Mapping[str, Any], templates: Path, css: Variables, site: Path) -> bytes:
    """The whole edition; `chapters` are joined into one document. The same input gives the same bytes."""
    files = images(chapters, site)
    root = etree.Element("book")
    for chapter in chapters:
        part = etree.SubElement(root, "chapter", id=chapter.id, name=chapter.name, title=chapter.title)
        part.set("depth", str(chapter.depth))
        part.extend(deepcopy(list(chapter.body)))
    files |= {file: svg.encode() for file, svg in pictures(root, css)}
    files |= {"facts.json": json.dumps(facts).encode(), "book.xml": etree.tostring(root, encoding="utf-8")}
    written: bytes = typeset(templates / "edition.typ", files, format="pdf", pdf_standards="ua-1")
    return packed(written)


def packed(written: bytes) -> bytes:
    """The same in a third of the size: its many small objects, chiefly the tags, are compressed too."""
    import pikepdf

    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as opened:
        opened.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return buffer.getvalue()

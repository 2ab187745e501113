"""The edition as a tagged PDF, set by Typst, which is a wheel that needs no library, font or network of the system's.

PDF/UA-1 is asked of Typst, which refuses to write what breaks it, such as a picture without words for it. WeasyPrint
would take the site's own stylesheet, but needs Pango and the fonts of whatever system it runs on, and minutes.
"""

import io
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import UTC, date, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from lxml import etree

from annotated_edition.formats.book import Chapter
from annotated_edition.formats.book_links import chapter_id
from annotated_edition.formats.pictures import pictures

TEMPLATE = "edition.typ"
STANDARD: Final = "ua-1"
FONTS = {
    "font-source-serif-pro": (
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
        "SourceSerifPro-Semibold",
        "SourceSerifPro-SemiboldIt",
    ),
    "font-source-sans-pro": (
        "SourceSansPro-Regular",
        "SourceSansPro-It",
        "SourceSansPro-Semibold",
        "SourceSansPro-SemiboldIt",
    ),
}


def pdf(chapters: Sequence[Chapter], facts: Mapping[str, Any], templates: Path, day: date, css: str) -> bytes:
    """The whole edition; `chapters` are joined into one document. The same input gives the same bytes."""
    import typst

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(templates / TEMPLATE, folder)
        (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        root = _root(chapters)
        for file, svg in pictures(root, css):
            (folder / file).write_text(svg, encoding="utf-8")
        (folder / "book.xml").write_bytes(etree.tostring(root, encoding="utf-8"))
        for font in fonts():
            shutil.copy(font, folder)
        written: bytes = typst.compile(
            folder / TEMPLATE,
            root=folder,
            font_paths=[folder],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    return packed(written)


def packed(written: bytes) -> bytes:
    """The same in a third of the size: its many small objects, chiefly the tags, are compressed too."""
    import pikepdf

    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as opened:
        opened.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return buffer.getvalue()


def _root(chapters: Sequence[Chapter]) -> etree._Element:
    root = etree.Element("book")
    for chapter in chapters:
        part = etree.SubElement(root, "chapter", id=chapter_id(chapter), name=chapter.name, title=chapter.title)
        part.set("depth", str(chapter.depth))
        part.extend(deepcopy(list(chapter.body)))
    return root


def fonts() -> list[Path]:
    """The files of the fonts that all is set in."""
    return [
        Path(str(distribution(package).locate_file(f"{package.replace('-', '_')}/files/{name}.otf")))
        for package, names in FONTS.items()
        for name in names
    ]

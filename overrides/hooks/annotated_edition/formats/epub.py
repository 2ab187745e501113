"""The edition as an EPUB 3: a file for each page, in which every passage has the id that it has on the site."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from annotated_edition.files.archive import archive
from annotated_edition.formats.book import Chapter
from annotated_edition.formats.pictures import NAMESPACE, TYPES, Variables, images, mend, resolved

MIMETYPE = "application/epub+zip"
Render = Callable[..., str]  # fills a template from the folder of templates, given its name, and facts by theirs


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents, with those below it."""

    href: str
    text: str
    parts: list["Entry"] = field(default_factory=list)


def epub(
    chapters: Sequence[Chapter], facts: Mapping[str, Any], render: Render, day: date, css: Variables, site: Path
) -> bytes:
    """The whole edition; the links of `chapters` are split among their files. The same input gives the same bytes."""
    shown = images(chapters, site)
    types = {name: TYPES[Path(name).suffix] for name in shown}
    texts = {chapter.file: resolved(xhtml(chapter), css) for chapter in chapters}
    drawn = {file for file, text in texts.items() if "<svg" in text}
    files = {
        "mimetype": MIMETYPE,
        "META-INF/container.xml": render("container.xml"),
        "EPUB/package.opf": render("package.opf", facts=facts, files=texts, drawn=drawn, images=types),
        "EPUB/nav.xhtml": render("nav.xhtml", facts=facts, entries=contents(chapters)),
        "EPUB/title.xhtml": render("title.xhtml", facts=facts),
        "EPUB/book.css": render("book.css", facts=facts),
    }
    for chapter in chapters:
        text = render("chapter.xhtml", facts=facts, chapter=chapter, text=texts[chapter.file])
        files[f"EPUB/{chapter.file}"] = text
    packed = [(path, text.encode()) for path, text in files.items()]
    return archive([*packed, *((f"EPUB/{name}", content) for name, content in shown.items())], day, stored="mimetype")


def contents(chapters: Sequence[Chapter]) -> list[Entry]:
    """The pages, below each its claims under their numbers, and then the pages that it heads."""
    entries: list[Entry] = []
    for chapter in chapters:
        claims = [Entry(f"{chapter.file}#{anchor}", f"{number} {title}") for anchor, number, title in chapter.claims]
        entry = Entry(chapter.file, chapter.title, claims)
        (entries[-1].parts if chapter.depth and entries else entries).append(entry)
    return entries


def xhtml(chapter: Chapter) -> str:
    """The text of a page as XML, with drawings in their own namespace."""
    for svg in chapter.body.iter("svg"):
        mend(svg)
    text = "".join(etree.tostring(child, encoding="unicode") for child in chapter.body)
    return text.replace("<svg ", f'<svg xmlns="{NAMESPACE}" ')

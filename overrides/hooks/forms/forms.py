"""The edition in other forms: PDF, EPUB, and one page for printing, all from what was rendered of the pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from citing.harvest import Head
from citing.items import Work
from citing.signposts import Link
from figures.hues import marks
from lxml import html
from text.claims_extension import spoken_date
from text.values import spoken_month

from forms.book import Chapter
from forms.book_links import join, split
from forms.epub import MIMETYPE, Render, epub, file_of
from forms.pdf import pdf

ZIP = "edition.zip"


@dataclass(frozen=True)
class Form:
    """A file that is offered beside the pages."""

    path: str  # below the site's address
    name: str
    use: str
    type: str = "text/html"

    @property
    def is_file(self) -> bool:
        """Whether it is to be kept, and not a page to be shown."""
        return not self.path.endswith("/")


FORMS = (
    Form("edition.pdf", "PDF", "tagged, for printing and for citing by page", "application/pdf"),
    Form("edition.epub", "EPUB 3", "for electronic readers", MIMETYPE),
    Form(ZIP, "Zip", "the whole site: unpack it and open index.html, without a network", "application/zip"),
    Form("print/", "One page", "the whole edition, for printing from the browser"),
)


def form_links(address: str) -> list[Link]:
    """What a harvester is told of each file, at the address of the work."""
    return [Link("item", address + form.path, form.type) for form in FORMS if form.is_file]


def announce(head: Head, address: str) -> None:
    """Tell Google Scholar and Zotero where the PDF is, and harvesters where each file is."""
    head.links.extend(form_links(address))
    head.names.extend(("citation_pdf_url", address + form.path) for form in FORMS if form.type == "application/pdf")


def facts_of(work: Work, description: str, rights: str, css: str) -> dict[str, Any]:
    """What a book says of itself. Its identifier is that of this edition of the work, and never changes."""
    return {
        "title": work.title,
        "author": work.author,
        "publisher": work.publisher,
        "version": work.version,
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{work.key}/{work.version}')}",
        "date": work.date.isoformat(),
        "day": [work.date.year, work.date.month, work.date.day],
        "spoken": spoken_date(work.date),
        "sources": spoken_month(work.sources_through),
        "language": "en-US",
        "description": description,
        "rights": rights,
        "license": work.license_url,
        "address": work.address,
        "keywords": [work.key, f"edition {work.version}", work.license],
        "marks": marks(css),
    }


def forms(
    chapters: Sequence[Chapter], work: Work, facts: Mapping[str, Any], render: Render, templates: Path, css: str
) -> Iterator[tuple[str, bytes]]:
    """The path and content of each form that is a file by itself."""
    joined = copied(chapters, lambda copies: join(copies, work.address))
    yield "edition.pdf", pdf(joined, facts, templates, work.date, css)
    parted = copied(chapters, lambda copies: split(copies, work.address, file_of))
    yield "edition.epub", epub(parted, facts, render, work.date, css)


def one_page(chapters: Sequence[Chapter], work: Work) -> str:
    """The text of all pages in one."""
    joined = copied(chapters, lambda copies: join(copies, work.address))
    return "\n".join(section(chapter) for chapter in joined)


def section(chapter: Chapter) -> str:
    """A page within the one page, under the id by which it is linked to."""
    body = deepcopy(chapter.body)
    body.tag = "section"
    body.set("id", f"page-{chapter.name}")
    body.set("class", "chapter")
    return str(html.tostring(body, encoding="unicode"))


def copied(chapters: Iterable[Chapter], change: Callable[[list[Chapter]], None]) -> list[Chapter]:
    """The chapters with texts of their own, changed."""
    copies = [replace(chapter, body=deepcopy(chapter.body)) for chapter in chapters]
    change(copies)
    return copies


def size(content: int) -> str:
    """A number of bytes as readers know it: 1.3 MB, 640 kB."""
    return f"{content / 1e6:.1f} MB" if content >= 1e6 else f"{max(1, round(content / 1e3))} kB"

"""The edition in other formats: PDF, EPUB, and one page for printing, all from what was rendered of the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from babel.numbers import format_decimal
from lxml import html

from annotated_edition.citations.harvest import Harvest
from annotated_edition.citations.items import Work
from annotated_edition.citations.signposts import Link
from annotated_edition.formats.book import Chapter
from annotated_edition.formats.epub import MIMETYPE
from annotated_edition.formats.pictures import Variables, resolved
from annotated_edition.interface import N_, current, gettext
from annotated_edition.shapes import svg
from annotated_edition.text.dates import spoken_date, spoken_month
from annotated_edition.vocabulary import COLORS, Vocabulary

ZIP = "edition.zip"


@dataclass(frozen=True)
class Format:
    """A file that is offered beside the pages."""

    path: str  # below the site's address
    name: str  # in English, as its use
    use: str
    type: str = "text/html"

    @property
    def is_file(self) -> bool:
        """Whether it is to be kept, and not a page to be shown."""
        return not self.path.endswith("/")


FORMATS = (
    Format("edition.pdf", "PDF", N_("tagged, for printing and for citing by page"), "application/pdf"),
    Format("edition.epub", "EPUB 3", N_("for electronic readers"), MIMETYPE),
    Format(ZIP, N_("Zip"), N_("the whole site: unpack it and open index.html, without a network"), "application/zip"),
    Format("print/", N_("One page"), N_("the whole edition, for printing from the browser")),
)


def announce(harvest: Harvest, front: str) -> None:
    """Tell Google Scholar and Zotero on the front page where the PDF is, and harvesters where each file is."""
    address, head = harvest.work.work.address, harvest.heads[front]
    harvest.more.extend(Link("item", address + each.path, each.type) for each in FORMATS if each.is_file)
    head.links.extend(harvest.more)
    head.names.extend(("citation_pdf_url", address + each.path) for each in FORMATS if each.type == "application/pdf")


def facts_of(work: Work, description: str, rights: str, css: Variables) -> dict[str, Any]:
    """What a book says of itself. Its identifier is that of this edition of the work, and never changes."""
    return {
        "title": work.title,
        "author": work.author,
        "publisher": work.publisher,
        "version": work.version,
        "identifier": uuid5(NAMESPACE_URL, f"{work.key}/{work.version}").urn,
        "date": work.date.isoformat(),
        "day": [work.date.year, work.date.month, work.date.day],
        "spoken": spoken_date(work.date),
        "sources": spoken_month(work.sources_through),
        "language": work.language,
        "description": description,
        "rights": rights,
        "license": work.license_url,
        "address": work.address,
        "keywords": [work.key, gettext("edition %(version)s", version=work.version), work.license],
        "icons": icons(work.vocabulary, css),
        "texts": _texts(work),
    }


def _texts(work: Work) -> dict[str, str]:
    """What the template of Typst says, which has no gettext; what is in braces is known only there."""
    version, date = work.version, spoken_date(work.date)
    return {
        "edition": gettext("Edition %(version)s, %(date)s", version=version, date=date),
        "sources": gettext("Sources read through %(month)s", month=spoken_month(work.sources_through)),
        "contents": gettext("Contents"),
        "foot": gettext("%(title)s, edition %(version)s, %(date)s", title=work.title, version=version, date=date),
        "claim": gettext("Claim %(label)s", label="{label}"),
        "claims": gettext("Claims %(first)s–%(last)s", first="{first}", last="{last}"),
        "quoted": gettext("“%(words)s”", words="{words}"),
    }


def icons(vocabulary: Vocabulary, css: Variables) -> dict[str, dict[str, dict[str, str]]]:
    """The color of each verdict, outcome and kind, as `css` declares it, and its shape as an SVG in that color."""
    colors = {color: resolved(f"var(--{color})", css) for color in COLORS}
    return {
        sort: {
            name: {"color": colors[icon.color], "shape": svg(icon.shape, colors[icon.color])}
            for name, icon in words.items()
        }
        for sort, words in vocabulary.icons.items()
    }


def one_page(chapters: Sequence[Chapter]) -> str:
    """The text of all pages in one, each in a section under the id by which it is linked to; `chapters` are joined."""
    for chapter in chapters:
        chapter.body.tag = "section"
        chapter.body.set("id", chapter.id)
        chapter.body.set("class", "chapter")
        for image in chapter.body.xpath(".//img[not(contains(@src, ':'))]"):
            image.set("src", f"../{image.get('src')}")
    return "\n".join(str(html.tostring(chapter.body, encoding="unicode")) for chapter in chapters)


def size(content: int) -> str:
    """A number of bytes as readers know it, such as 1.3 MB or 640 kB, with a space that keeps it in one line."""
    if content < 1e6:
        return gettext("%(number)s\u00a0kB", number=max(1, round(content / 1e3)))
    number = format_decimal(round(content / 1e6, 1), "#,##0.0", current().locale)
    return gettext("%(number)s\u00a0MB", number=number)

"""What the head of a page tells reference managers and link previews, and what all metadata of it is written from.

The rules are those of Zotero's Embedded Metadata translator and of Citoid, found by running them: the type tag comes
first, since Citoid takes the first that it knows and Zotero the last type tag; `citation_inbook_title` alone makes a
book section with its book; an organisation's name ends in a comma, or Zotero splits it into a person's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotated_edition.blocks.claim import claim_of
from annotated_edition.citations.items import Item, Work
from annotated_edition.structure.pages import Page, Passage
from annotated_edition.structure.sources import Csl
from annotated_edition.text.passage_html import PassageText

Pairs = list[tuple[str, str]]
Node = dict[str, Any]  # of JSON-LD


def names(item: Item, description: str) -> Pairs:
    """Highwire, PRISM and Dublin Core for `<meta name>`, in their order."""
    return [(name, content) for name, content in _names(item, description) if content]


def _names(item: Item, description: str) -> Iterator[tuple[str, str]]:
    work = item.work
    if item.level == "work":  # a report, whose number is its edition, since Zotero keeps no edition of a report
        yield "citation_technical_report_institution", work.publisher
        yield "citation_technical_report_number", work.version
    else:
        yield "citation_inbook_title", work.title
    yield "citation_title", item.title
    yield "citation_author", f"{work.author},"
    yield "citation_publication_date", f"{work.date:%Y/%m/%d}"  # as Google Scholar wants it
    yield "citation_publisher", work.publisher
    yield "citation_language", item.work.language
    yield "citation_public_url", item.csl.get("URL", "")
    yield "citation_doi", item.csl.get("DOI", "")  # of the work alone, or Hypothesis would take all pages for one
    yield "citation_abstract", description
    yield "prism.edition", work.version
    yield "DC.rights", work.license
    if item.level in ("work", "page"):
        # Hypothesis takes pages for the same document by this pair alone: so two copies of a page, but never two pages.
        yield "DC.identifier", item.key
        yield "DC.relation.ispartof", work.key


CARD = "card.png"
CARD_SIZE = (1200, 630)  # pixels


def card(item: Item) -> str:
    """The path in the site of the picture that is shown where the item is; an annotation has that of its claim."""
    return f"c/{claim_of(item.label)}/{CARD}" if item.level == "annotation" else f"{item.folder}{CARD}"


def card_tags(item: Item) -> Pairs:
    """The picture for link previews, for `<meta property>`. It must be absolute: without an address there is none."""
    if not item.work.address:
        return []
    width, height = map(str, CARD_SIZE)
    image = item.work.address + card(item)
    size = [("og:image:width", width), ("og:image:height", height), ("og:image:alt", item.title)]
    return [("og:image", image), *size, ("twitter:card", "summary_large_image")]


def unread_tags(item: Item) -> Pairs:
    """The same for a page on which reference managers must find no work but those listed: they read no Twitter."""
    tags = [(name.replace("og:", "twitter:"), content) for name, content in card_tags(item)]
    return [*tags, ("twitter:title", item.title)] if tags else []


def open_graph(item: Item, description: str, address: str = "") -> Pairs:
    """Open Graph for `<meta property>`; its type is harmless only beside the type tags of `names`.

    `address` is that of the page, if it is not the item's own.
    """
    pairs = [
        ("og:type", "website" if item.level == "work" else "article"),
        ("og:title", item.title),
        ("og:description", description),
        ("og:site_name", item.work.title),
        ("og:locale", item.work.language.replace("-", "_")),
        ("og:url", address or item.csl.get("URL", "")),
        *card_tags(item),
    ]
    return [(name, content) for name, content in pairs if content]


def reference_address(work: Work, key: str) -> str:
    """The address of an entry in the list of references."""
    return f"{work.address}{work.addresses.get('references', '')}#reference-{key}"


@dataclass(frozen=True)
class Subject:
    """The item of the front page is the work. `texts` are by anchor, `sources` by key."""

    item: Item
    page: Page
    texts: Mapping[str, PassageText]
    sources: Mapping[str, Csl]

    @property
    def work(self) -> Work:
        return self.item.work

    @property
    def annotated(self) -> Csl:
        """What is known of the annotated work: next to nothing without its entry, a mistake named elsewhere."""
        key = self.work.annotates.key
        return self.sources.get(key, {"id": key, "type": "report"})

    @property
    def passages(self) -> Iterator[tuple[Passage, PassageText]]:
        """The claims and annotations in order, as far as they were rendered."""
        return ((passage, self.texts[passage.anchor]) for passage in self.page.passages if passage.anchor in self.texts)

    def address(self, passage: Passage) -> str:
        """Where a claim or an annotation stands."""
        return f"{self.item.address}#{passage.anchor}"

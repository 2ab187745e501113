"""The text of a rendered page as the search takes it: its sections, and its claims, annotations, terms and figures.

Citations are left out: names and years of sources are found where these are listed, and would be noise elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from annotated_edition.text.passage_html import PASSAGE, passages_of

CITATIONS = ".//span[@class='citation']"
DEFINED = ".//dt[*[@id]]"  # the words of a list of definitions (structure/values.py)
# Of what has a label its text, without what is said of it in data, and without its own heading.
TEXT = (
    "(self::div[@class='entry']//dd/* | self::figure//p"
    " | self::*[not(self::figure or @class='entry')]/*[not(self::h2 or self::h3 or self::h4)])[not(@class)]"
)
HIDDEN = (
    ".//*[@data-search-exclude or @class='facts' or @class='switches'"
    " or self::script or self::template or self::button or self::dialog]"
)
BEFORE_MARK = re.compile(r" (?=[.,;:])")  # left where a citation was taken out
HEADINGS = ("h1", "h2", "h3")


@dataclass(frozen=True)
class Section:
    """What stands below a heading, up to the next one. The first, of the page itself, has no anchor."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True)
class PageText:
    """All sections of a page, the words that it defines, and the text of whatever has a label, by its anchor."""

    sections: tuple[Section, ...]
    entries: dict[str, str]
    definitions: tuple[Section, ...] = ()
    also: tuple[str, ...] = ()  # other words under which readers look for the page


def read_text(content: str, anchors: Iterable[str] = ()) -> PageText:
    """`content` is the HTML that Markdown and the templates of figures have made of a page.

    `anchors` are those of all that is found by itself, since it has a label.
    """
    known = set(anchors)
    root = html.fragment_fromstring(content, create_parent="div")
    for part in root.xpath(CITATIONS):
        part.drop_tree()
    entries = {anchor: spaced(passage.text) for anchor, passage in passages_of(root).items()}
    for part in root.xpath(f"{PASSAGE} | {HIDDEN}"):
        part.drop_tree()
    for entry in root.xpath(".//*[@id]"):
        if (anchor := str(entry.get("id"))) in known:
            entries[anchor] = spaced(" ".join(part.text_content() for part in entry.xpath(TEXT)))
            entry.drop_tree()
    definitions = tuple(
        Section(str(term.xpath("*/@id")[0]), spaced(term.text_content()), spaced(term.getnext().text_content()))
        for term in root.xpath(DEFINED)
    )
    return PageText(tuple(_sections(root)), entries, definitions)


def _sections(root: html.HtmlElement) -> Iterator[Section]:
    """A heading without a text of its own, such as a letter of the glossary, is no section; that of the page is."""
    found: list[tuple[html.HtmlElement | None, str, list[str]]] = [(None, "", [])]
    for heading, piece in _pieces(root):
        if heading is None:
            found[-1][2].append(piece)
        else:
            found.append((heading, spaced(piece), []))
    for heading, title, pieces in found:
        text, is_page = spaced("".join(pieces)), heading is not None and heading.tag == "h1"
        if text or is_page:
            yield Section("" if heading is None or is_page else str(heading.get("id", "")), title, text)


def _pieces(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement | None, str]]:
    """The text in order, in pieces; that of a heading together with the heading."""
    yield None, element.text or ""
    for child in element:
        if child.tag in HEADINGS:
            yield child, child.text_content()
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield None, child.tail or ""


def spaced(text: str) -> str:
    """The text with single spaces, and none before a mark."""
    return BEFORE_MARK.sub("", re.sub(r"\s+", " ", text)).strip()

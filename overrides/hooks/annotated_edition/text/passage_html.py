"""The text of each claim and annotation, taken from the rendered page, without what the edition sets around it.

Taken there and not from Markdown, since citations, symbols and links stand there as the reader sees them.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

PASSAGE = ".//section[@class='claim'] | .//aside[@class='annotation']"
# Number, verdict, date and controls are the edition's, not the text's: they are data of their own.
AROUND = (
    "self::h2 | self::button | self::dialog | self::template | self::script | @popover"
    " | @class[starts-with(., 'claim') or starts-with(., 'annotation') or starts-with(., 'cite')]"
)
KEPT = {"href", "lang", "title", "datetime", "src", "alt", "colspan", "rowspan", "scope", "start"}
BREAKS = {"p", "li", "dd", "dt", "td", "th", "tr", "br", "blockquote", "figcaption", "div"}


@dataclass(frozen=True)
class PassageText:
    """What a passage says: its title, which only a claim has, and its text in HTML and without any marks."""

    title: str
    html: str
    text: str


def passage_html(content: str, address: str = "") -> dict[str, PassageText]:
    """The claims and annotations of a page by their anchor.

    `content` is what Markdown made of the page; with the page's `address`, links are made absolute.
    """
    root = html.fragment_fromstring(content, create_parent="div")
    if address:
        root.make_links_absolute(address, resolve_base_href=False)
    return passages_of(root)


def passages_of(root: html.HtmlElement) -> dict[str, PassageText]:
    """The claims and annotations within an element by their anchor."""
    passages = root.xpath(PASSAGE)
    return {str(element.get("id") or element.get("aria-labelledby")): _passage(element) for element in passages}


def _passage(element: html.HtmlElement) -> PassageText:
    element = copy.deepcopy(element)
    heading = element.find("h2")
    title = "" if heading is None else _text(_stripped(heading))
    _stripped(element)
    inside = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return PassageText(title, inside.strip(), _text(element))


def _stripped(element: html.HtmlElement) -> html.HtmlElement:
    """The element without what stands around its text, and without attributes that mean something only in the page."""
    for part in element.xpath(f".//*[{AROUND}]"):
        part.drop_tree()
    for part in list(element.iterdescendants(etree.Element)):
        for name in set(part.attrib) - KEPT:
            del part.attrib[name]
        if part.tag == "span" and not part.attrib:
            part.drop_tag()
    return element


def _text(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
            yield " " if child.tag in BREAKS else ""
        yield child.tail or ""

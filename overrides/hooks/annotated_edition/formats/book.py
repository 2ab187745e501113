"""The whole edition as one book: the text of each page, without what only serves a browser, in the order of reading.

It is taken from the pages as they were rendered, so that print and electronic books say what the site says.
"""

import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

# Controls, offers of files, and lists that the book has once for all.
DROPPED_TAGS = ("button", "dialog", "form", "input", "nav", "script", "style", "template")
DROPPED_CLASSES = (
    *("cite", "cite__open", "downloads", "figure__files", "formats", "headerlink", "imprint", "scorecard__shapes"),
    *("switches", "timeline__data", "visually-hidden", "Z3988"),
)
FOOT = "self::section[@class='references' and @aria-labelledby]"  # of a page; the book has all references at its end
NARROW = "self::svg[@data-size='narrow']"  # of the drawings of a figure the one for small screens
KEPT = {
    *("id", "class", "href", "lang", "role", "title", "datetime", "src", "alt", "colspan", "rowspan", "scope", "start"),
    *("value", "aria-label", "aria-labelledby", "data-verdict", "data-outcome", "data-kind", "data-verified"),
    "data-annotated",
}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "header", "hr", "li", "ol", "p", "pre", "section", "svg", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul"),
}
OPENED = {"article": "div", "details": "div", "summary": "p"}
LIST = re.compile(r'(<section class="references" aria-label=[^>]*>).*?(?=</section>)', re.DOTALL)  # of all references
SPACE = re.compile(r"[ \t\r\n]+")  # not the space that keeps words together


@dataclass(frozen=True)
class Chapter:
    """A page in the book. `url` is its address below the site's; `depth` is 1 below a page that heads others."""

    name: str
    url: str
    title: str
    depth: int
    body: HtmlElement

    @property
    def id(self) -> str:
        """Its id where the book is one document."""
        return f"page-{self.name}"

    @property
    def file(self) -> str:
        """Its file where each page has one of its own."""
        return f"{self.name}.xhtml"

    @property
    def ids(self) -> list[str]:
        return [str(element.get("id")) for element in self.body.iter() if element.get("id")]

    @property
    def claims(self) -> list[tuple[str, str, str]]:
        """The id, the number and the title of each claim."""
        headings = self.body.xpath(".//section[@class='claim']/h2")
        return [(str(heading.get("id")), str(heading[0].text), str(heading[0].tail).strip()) for heading in headings]


def chapters(pages: Iterable[tuple[str, str, str]]) -> list[Chapter]:
    """The book of pages, each given by its path below docs/, its address below the site's and its HTML."""
    pages = list(pages)
    names = {name for name, _, _ in pages}
    book = [_chapter(name, url, rendered, names) for name, url, rendered in pages]
    _show_once(book)
    return book


def with_entries(rendered: str, entries: str) -> str:
    """The page of references with the full entries in place of what it has of them."""
    return LIST.sub(lambda found: found[1] + entries, rendered)


def _show_once(book: Iterable[Chapter]) -> None:
    """Of a figure that has stood in the book already keep the caption, which links there."""
    shown: set[str] = set()
    for chapter in book:
        for figure in chapter.body.xpath(".//figure[@id]"):
            if figure.get("id") in shown:
                figure.attrib.pop("id")
                figure[:] = figure.xpath("./figcaption")
            else:
                shown.add(figure.get("id"))


def _chapter(name: str, url: str, rendered: str, names: Collection[str]) -> Chapter:
    article = html.document_fromstring(rendered).find(".//article")
    if article is None:
        raise ValueError(f"{name}: no article was rendered; the book has no text of it")
    body = _cleaned(article)
    heads = name.endswith("/index.md") or f"{posixpath.dirname(name)}/index.md" not in names
    heading = body.find(".//h1")
    title = str(heading.text_content()) if heading is not None else name
    slug = name.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return Chapter(slug, url.removeprefix("./"), title, 0 if heads else 1, body)


def _cleaned(article: HtmlElement) -> HtmlElement:
    """The text of an article, without controls, with space only where it is seen."""
    for part in list(article.xpath(f".//*[{_dropped()}] | .//comment()")):
        part.drop_tree()
    for element in article.iter():
        element.tag = OPENED.get(str(element.tag), element.tag)
        if element.tag != "svg" and next(element.iterancestors("svg"), None) is None:
            for attribute in set(element.attrib) - KEPT:
                del element.attrib[attribute]
    article.attrib.clear()
    _tidy(article)
    return article


def _dropped() -> str:
    classes = (f"contains(concat(' ', @class, ' '), ' {name} ')" for name in DROPPED_CLASSES)
    tags = (f"self::{tag}" for tag in DROPPED_TAGS)
    return " or ".join([*classes, *tags, FOOT, NARROW, "@popover", "@hidden", "self::summary[../@class='annotations']"])


def _tidy(element: HtmlElement) -> None:
    """Make of each space one, and of none at the edges of blocks, as a browser shows it."""
    if element.tag in ("pre", "svg"):
        return
    element.text = _trimmed(element.text, element, next(iter(element), element))
    for child in element:
        _tidy(child)
        following = child.getnext()
        child.tail = _trimmed(child.tail, child, element if following is None else following)


def _trimmed(text: str | None, before: HtmlElement, after: HtmlElement) -> str:
    """A text that stands between the edges of two elements."""
    text = SPACE.sub(" ", text or "")
    text = text.lstrip(" ") if before.tag in BLOCKS else text
    return text.rstrip(" ") if after.tag in BLOCKS else text

"""The whole edition as one book: the text of each page, without what only serves a browser, in the order of reading.

It is taken from the pages as they were rendered, so that print and electronic books say what the site says.
"""

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from annotated_edition.formats.book_text import cleaned


@dataclass(frozen=True)
class Chapter:
    """A page in the book. `url` is its address below the site's; `depth` is 1 below a page that heads others."""

    name: str
    url: str
    title: str
    depth: int
    body: HtmlElement

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
    body = cleaned(article)
    heads = name.endswith("/index.md") or f"{posixpath.dirname(name)}/index.md" not in names
    heading = body.find(".//h1")
    title = str(heading.text_content()) if heading is not None else name
    slug = name.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return Chapter(slug, url.removeprefix("./"), title, 0 if heads else 1, body)

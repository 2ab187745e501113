"""Links in a page as MkDocs makes them, and as Zensical wants them."""

import posixpath
import re
from collections.abc import Mapping

from annotated_edition.figures.illustrations import moved
from annotated_edition.structure.pages import Page

LINK = re.compile(r'(?<= href=")(?![a-z]+:)([^"#]+)(?=[#"])')


def to_pages(html: str, page: Page, pages: Mapping[str, Page]) -> str:
    """The HTML with each link to the file of a page as one from this page's address to that one's."""

    def address(link: re.Match[str]) -> str:
        target = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.name), link[1])))
        return moved("", target.url, page.url) if target else link[1]

    return LINK.sub(address, html)


def from_file(html: str, page: Page) -> str:
    """The HTML with each link as from the page's file: Zensical takes all for such, and makes them what they were."""
    return LINK.sub(lambda link: moved(link[1], page.url, page.name), html)

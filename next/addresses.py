"""Links in a page as MkDocs makes them, and as Zensical wants them."""

import posixpath
import re
from collections.abc import Mapping

from annotated_edition.structure.pages import Page

LINK = re.compile(r'(?<= href=")(?![a-z]+:)([^"#]+)(?=[#"])')


def relative(address: str, folder: str) -> str:
    """An address as seen from a folder, both below the site's own address."""
    seen = posixpath.relpath(address, folder or ".")
    return f"{seen}/" if address.endswith("/") else seen


def to_pages(html: str, page: Page, pages: Mapping[str, Page]) -> str:
    """The HTML with each link to the file of a page as one from this page's address to that one's."""

    def address(link: re.Match[str]) -> str:
        target = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.name), link[1])))
        return relative(target.url, posixpath.dirname(page.url)) if target else link[1]

    return LINK.sub(address, html)


def from_file(html: str, page: Page) -> str:
    """The HTML with each link as from the page's file: Zensical takes all for such, and makes them what they were."""

    def address(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), link[1]))
        return relative(f"{target}/" if link[1].endswith("/") else target, posixpath.dirname(page.name))

    return LINK.sub(address, html)

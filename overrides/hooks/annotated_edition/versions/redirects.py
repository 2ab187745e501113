"""What stands at the address of the work, beside its editions: from each address below a redirect to the latest.

Each page has a redirect there. What is no page and stands in no folder is copied, since it is asked for just there,
such as the feed, robots.txt and edition.bib; so is 404.html, which a host sends for whatever is missing. Nothing there
is ever deleted: an address that the latest edition has given up leads to the last that has it.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urljoin

from annotated_edition.citations.citation_pages import Render

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
LOST = "404.html"
WHY = "This address leads to the latest edition."


def redirects(files: Iterable[tuple[str, bytes]], name: str, render: Render) -> Iterator[tuple[str, bytes]]:
    """Pairs of a path below the address of the work and a content, for an edition of these files, which are likewise.

    `name` is that of the site, which its pages have at the end of their titles; `render` takes depths below the work's.
    """
    for path, content in files:
        if path.endswith(".html") and path != LOST:
            html = content.decode()
            found = TITLE.search(html)
            title = unescape(found[1]).strip().removesuffix(f" - {name}") if found else ""
            facts = {"target": _target(path, html), "title": title, "why": WHY}
            yield path, render("moved.html", path.count("/"), **facts).encode()
        elif "/" not in path:
            yield path, content


def _target(path: str, html: str) -> str:
    """The address of a page below that of its edition; of one that leads on, such as c/8/, where to."""
    address = path.removesuffix("index.html")
    on = REFRESH.search(html)
    return urljoin(f"/{address}", unescape(on[1]))[1:] if on else address

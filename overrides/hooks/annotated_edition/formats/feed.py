"""The changes as an Atom feed (RFC 4287), one entry an edition, read from the page of changes.

The ids are made of the key of the edition and of the version alone, so that they are the same under every address.
"""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lxml import etree, html

from annotated_edition.permalinks.changes import titled


@dataclass(frozen=True)
class FeedEntry:
    """An edition, its day, and what the page of changes says of it, in HTML."""

    id: str
    version: str
    anchor: str
    day: str
    text: str


def urn(key: str, version: str = "") -> str:
    """The permanent id of the feed, or of the entry of a version."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{key}/changes/{version}").urn


def feed_entries(content: str, days: Mapping[str, str], key: str, address: str = "") -> list[FeedEntry]:
    """The entries in the order of the page, of those editions of which a day is known.

    `content` is what Markdown made of the page; with the page's `address`, links are made absolute.
    """
    before, after = (re.escape(escape(part)) for part in titled("\n").split("\n"))
    pieces = re.split(rf'<h2 id="([^"]+)">{before}([^<\s]+?){after}</h2>', content)[1:]
    sections = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return [
        FeedEntry(urn(key, version), version, anchor, days[version], _absolute(text, address))
        for anchor, version, text in sections
        if version in days
    ]


def _absolute(content: str, address: str) -> str:
    if not address or not content.strip():
        return content.strip()
    root = html.fragment_fromstring(content.strip(), create_parent="div")
    root.make_links_absolute(address, resolve_base_href=False)
    return str(etree.tostring(root, encoding="unicode", method="html"))

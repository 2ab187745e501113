"""What connects pages: their links to what has a label, and their uses of references."""

import posixpath
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from annotated_edition.blocks.declaration import Labelled
from annotated_edition.text.citations import use_id

LINK = re.compile(r"""\]\(([^()\s#]*)#(([a-z]+)-[^()\s]*)(?:\s+["'][^()\n]*)?\)""")  # and perhaps its title


@dataclass(frozen=True)
class Link:
    """A link to the anchor of something with a label; `source` is that of the text in which it stands, or nothing."""

    page: str
    line: int
    source: str
    target: str
    anchor: str


@dataclass(frozen=True)
class Use:
    """One place where a reference is cited: the page, the label of the text there, and how often it was cited in it."""

    key: str
    page: str
    label: str
    count: int

    @property
    def id(self) -> str:
        return use_id(self.key, self.label, self.count)


def at_line(items: Sequence[Labelled], page: str, line: int) -> Labelled | None:
    """The text with a label in which a line of a source stands."""
    return next((item for item in items if item.page == page and line in item.lines), None)


def read_links(page: str, items: Sequence[Labelled], text: str, names: Collection[str]) -> list[Link]:
    """The links of a page to what kinds of these names have labelled, in the order in which they stand.

    `text` is its Markdown without code.
    """
    links = []
    for number, line in enumerate(text.split("\n"), start=1):
        for link in (link for link in LINK.finditer(line) if link[3] in names):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[1])) if link[1] else page
            item = at_line(items, page, number)
            links.append(Link(page, number, item.anchor if item else "", target, link[2]))
    return links

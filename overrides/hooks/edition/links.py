"""What connects pages: their links to passages, and their uses of references."""

import posixpath
import re
from dataclasses import dataclass

from text.citations_extension import use_id
from text.claims import Passage

LINK = re.compile(r"\]\(([^()\s#]*)#((?:claim|annotation|event|term|figure)-[^()\s]*)\)")


@dataclass(frozen=True)
class Link:
    """A link from a passage, or from a page's own text, to the anchor of a passage."""

    page: str
    line: int
    label: str
    target: str
    anchor: str


@dataclass(frozen=True)
class Use:
    """One place where a reference is cited: the page, the passage there, if any, and the id of the citing link."""

    key: str
    page: str
    label: str
    count: int

    @property
    def id(self) -> str:
        return use_id(self.key, self.label, self.count)


def label_at(passages: tuple[Passage, ...] | list[Passage], line: int) -> str:
    """The label of the passage in which a line of the source stands, or nothing."""
    return next((passage.label for passage in passages if line in passage.lines), "")


def read_links(page: str, passages: list[Passage], text: str) -> list[Link]:
    """The links of a page, in the order in which they stand."""
    links = []
    for number, line in enumerate(text.split("\n"), start=1):
        for link in LINK.finditer(line):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[1])) if link[1] else page
            links.append(Link(page, number, label_at(passages, number), target, link[2]))
    return links

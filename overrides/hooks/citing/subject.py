"""What the metadata of a page is written from: the item, the page as written and as rendered, and the works cited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from edition.pages import Page
from edition.sources import Csl
from text.claims import Passage
from text.passage_html import PassageText

from citing.items import Item, Work

Node = dict[str, Any]  # of JSON-LD


@dataclass(frozen=True)
class Subject:
    """The item of the title page is the work. `texts` are by anchor, `sources` by key, and `key` is the brief's."""

    item: Item
    page: Page
    texts: Mapping[str, PassageText]
    sources: Mapping[str, Csl]
    key: str

    @property
    def work(self) -> Work:
        return self.item.work

    @property
    def brief(self) -> Csl:
        """What is known of the brief: next to nothing without its entry, and that mistake is named elsewhere."""
        return self.sources.get(self.key, {"id": self.key, "type": "report"})

    @property
    def passages(self) -> Iterator[tuple[Passage, PassageText]]:
        """The claims and annotations in order, as far as they were rendered."""
        return ((passage, self.texts[passage.anchor]) for passage in self.page.passages if passage.anchor in self.texts)

    def address(self, passage: Passage) -> str:
        """Where a claim or an annotation stands."""
        return f"{self.item.address}#{passage.anchor}"

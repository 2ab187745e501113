"""What the metadata of a page is written from: the item, the page as written and as rendered, and the works cited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotated_edition.citations.items import Item, Work
from annotated_edition.structure.pages import Page, Passage
from annotated_edition.structure.sources import Csl
from annotated_edition.text.passage_html import PassageText

Node = dict[str, Any]  # of JSON-LD


@dataclass(frozen=True)
class Subject:
    """The item of the front page is the work. `texts` are by anchor, `sources` by key."""

    item: Item
    page: Page
    texts: Mapping[str, PassageText]
    sources: Mapping[str, Csl]

    @property
    def work(self) -> Work:
        return self.item.work

    @property
    def annotated(self) -> Csl:
        """What is known of the annotated work: next to nothing without its entry, a mistake named elsewhere."""
        key = self.work.annotates.key
        return self.sources.get(key, {"id": key, "type": "report"})

    @property
    def passages(self) -> Iterator[tuple[Passage, PassageText]]:
        """The claims and annotations in order, as far as they were rendered."""
        return ((passage, self.texts[passage.anchor]) for passage in self.page.passages if passage.anchor in self.texts)

    def address(self, passage: Passage) -> str:
        """Where a claim or an annotation stands."""
        return f"{self.item.address}#{passage.anchor}"

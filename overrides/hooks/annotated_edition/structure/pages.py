"""Read one page of the edition: its title, its blocks, its citations and its links."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.block import Context, read_blocks
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.declaration import Labelled, SourceBlock
from annotated_edition.blocks.event import Event
from annotated_edition.blocks.links import Link, Use, at_line, read_links
from annotated_edition.blocks.source import Scanner
from annotated_edition.blocks.term import Term
from annotated_edition.blocks.withdrawn import Withdrawn
from annotated_edition.figures.figures import Figure
from annotated_edition.structure.kinds import KINDS, LABELLED, use_label
from annotated_edition.structure.unparsed import attribute_problems
from annotated_edition.text.citations import Citation, read_citations
from annotated_edition.text.code import unclosed_fences, without_code
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary

HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
SCANNER = Scanner(KINDS)

Passage = Claim | Annotation


@dataclass(frozen=True)
class Page:
    """One page as the editor wrote it. `name` is its path below docs/, `url` its address below the site's."""

    name: str
    url: str
    title: str
    blocks: tuple[SourceBlock, ...]
    items: tuple[Labelled, ...]  # the blocks that are sound, and what is read from a file of data
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]
    text: str = ""  # its Markdown without code

    @classmethod
    def read(
        cls, name: str, url: str, markdown: str, vocabulary: Vocabulary, data: Mapping[str, Any] | None = None
    ) -> Self:
        """`data` are the files that blocks may name, as their kinds want them."""
        text = without_code(markdown)
        blocks, ill_formed = SCANNER.scan(name, markdown, text)
        items, wrong = read_blocks(blocks, Context(name, vocabulary, KINDS, data=data or {}))
        links = read_links(name, items, text, LABELLED)
        citations, ill_cited = read_citations(name, text)
        # The sources of its data are cited at the foot of each figure.
        citations += [
            Citation(figure.bracket, figure.table.keys, name, figure.lines[-1])
            for figure in items
            if isinstance(figure, Figure) and figure.table.keys
        ]
        heading = HEADING.search(text)
        return cls(
            name=name,
            url=url,
            title=heading[1] if heading else name,
            blocks=tuple(blocks),
            items=tuple(items),
            citations=tuple(sorted(citations, key=lambda citation: citation.line)),
            links=tuple(links),
            problems=(
                *(*ill_formed, *wrong, *ill_cited),
                *(*unclosed_fences(name, markdown), *attribute_problems(name, text)),
            ),
            text=text,
        )

    @property
    def claims(self) -> list[Claim]:
        return [item for item in self.items if isinstance(item, Claim)]

    @property
    def annotations(self) -> list[Annotation]:
        return [item for item in self.items if isinstance(item, Annotation)]

    @property
    def passages(self) -> list[Passage]:
        """The claims and annotations in their order."""
        return [item for item in self.items if isinstance(item, Claim | Annotation)]

    @property
    def terms(self) -> list[Term]:
        return [item for item in self.items if isinstance(item, Term)]

    @property
    def figures(self) -> list[Figure]:
        return [item for item in self.items if isinstance(item, Figure)]

    @property
    def events(self) -> list[Event]:
        """From a file of data."""
        return [item for item in self.items if isinstance(item, Event)]

    @property
    def withdrawn(self) -> list[Withdrawn]:
        """The labels that were published here once and stand nowhere any more."""
        return [item for item in self.items if isinstance(item, Withdrawn)]

    @cached_property
    def anchors(self) -> list[str]:
        """The id of everything with a label, sound or not."""
        return [*(block.anchor for block in self.blocks), *(event.anchor for event in self.events)]

    @cached_property
    def keys(self) -> list[str]:
        """The keys cited on the page, each once, in order of first use."""
        return list(dict.fromkeys(key for citation in self.citations for key in citation.keys))

    def brackets(self, known: Collection[str]) -> Iterator[str]:
        """The citations on the page of which all keys are `known`."""
        return (citation.text for citation in self.citations if all(key in known for key in citation.keys))

    @cached_property
    def uses(self) -> list[Use]:
        """Every use in order; the counting is the same as that of text/citations.py."""
        uses: list[Use] = []
        for citation in self.citations:
            item = at_line(self.items, citation.page, citation.line)
            label = use_label(item.anchor) if item else ""
            for key in citation.keys:
                before = sum(use.key == key and use.label == label for use in uses)
                uses.append(Use(key, self.name, label, before + 1))
        return uses

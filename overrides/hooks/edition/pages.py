"""Read one page of the edition: its title, its claims and annotations, its citations and its links to passages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from figures.figures import Figure, read_figures
from figures.tables import Table
from text.citations import Citation, read_citations
from text.claim_options import OPTIONS
from text.claims import Annotation, Claim, Passage, read_claims
from text.events import Event
from text.problems import Problem
from text.source import Block, read_blocks, without_code
from text.terms import Term, read_terms
from text.tombstones import Tombstone, read_tombstones

from edition.links import Link, Use, label_at, read_links

HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page as the editor wrote it. `name` is its path below docs/, `url` its address below the site's."""

    name: str
    url: str
    title: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]
    text: str = ""  # its Markdown without code
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    events: tuple[Event, ...] = ()  # from a file of data

    @classmethod
    def read(cls, name: str, url: str, markdown: str, tables: Mapping[str, Table] | None = None) -> Self:
        """`tables` are the data files that figures may be drawn from, by their names."""
        blocks, block_problems = read_blocks(name, markdown)
        passages, claim_problems = read_claims(name, [block for block in blocks if block.name in OPTIONS])
        terms, term_problems = read_terms(name, blocks)
        figures, figure_problems = read_figures(name, blocks, tables or {})
        tombstones, tombstone_problems = read_tombstones(name, blocks)
        citations, citation_problems = read_citations(name, markdown)
        # The sources of its data are cited at the foot of each figure.
        citations += [
            Citation(figure.bracket, figure.table.keys, name, figure.lines[-1])
            for figure in figures
            if figure.table.keys
        ]
        text = without_code(markdown)
        heading = HEADING.search(text)
        return cls(
            name=name,
            url=url,
            title=heading[1] if heading else name,
            blocks=tuple(blocks),
            passages=tuple(passages),
            citations=tuple(sorted(citations, key=lambda citation: citation.line)),
            links=tuple(read_links(name, passages, text)),
            problems=(
                *block_problems,
                *claim_problems,
                *term_problems,
                *figure_problems,
                *tombstone_problems,
                *citation_problems,
            ),
            text=text,
            terms=tuple(terms),
            figures=tuple(figures),
            tombstones=tuple(tombstones),
        )

    @property
    def claims(self) -> list[Claim]:
        return [passage for passage in self.passages if isinstance(passage, Claim)]

    @property
    def annotations(self) -> list[Annotation]:
        return [passage for passage in self.passages if isinstance(passage, Annotation)]

    @property
    def entries(self) -> list[Event | Term | Figure]:
        """What has a label of its own but is neither the brief's nor a note on it."""
        return [*self.terms, *self.figures, *self.events]

    @property
    def withdrawn(self) -> list[Tombstone]:
        """The labels that were published here once and stand nowhere any more."""
        return [stone for stone in self.tombstones if stone.name == "withdrawn"]

    @property
    def anchors(self) -> list[str]:
        """The id of every passage, term and event, sound or not."""
        return [*(block.anchor for block in self.blocks), *(event.anchor for event in self.events)]

    @property
    def keys(self) -> list[str]:
        """The keys cited on the page, each once, in order of first use."""
        return list(dict.fromkeys(key for citation in self.citations for key in citation.keys))

    @property
    def uses(self) -> list[Use]:
        """Every use in order; the counting is the same as in the citations extension."""
        uses: list[Use] = []
        for citation in self.citations:
            label = self._label_of(citation)
            for key in citation.keys:
                before = sum(use.key == key and use.label == label for use in uses)
                uses.append(Use(key, self.name, label, before + 1))
        return uses

    def _label_of(self, citation: Citation) -> str:
        """The label of the passage, or the anchor of the term or event, in which a citation stands, or nothing."""
        for entry in self.entries:
            if entry.page == citation.page and citation.line in entry.lines:
                return entry.anchor
        return label_at(self.passages, citation.line)


def with_facts(markdown: str, page: Page) -> str:
    """Add below the heading how many claims, annotations and sources a page has, where it has claims."""
    if not page.claims:
        return markdown
    counts = (
        _count(len(page.claims), "claim"),
        _count(len(page.annotations), "annotation"),
        _count(len(page.keys), "source"),
    )
    facts = f"{counts[0]}, {counts[1]}, [{counts[2]}](#references)\n{{ .facts }}"
    return HEADING.sub(lambda heading: f"{heading[0]}\n\n{facts}", markdown, count=1)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

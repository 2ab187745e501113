"""The edition: every page, claim, annotation, reference and use, in one object made anew for every build."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from figures.figures import Figure, data_problems
from text.citeproc import EMPTY, Formatted, format_all
from text.claims import VERDICTS, Annotation, Claim, Passage, claim_of
from text.events import Event
from text.passage_html import PassageText
from text.problems import Problem
from text.terms import Term

from edition import timeline
from edition.glossary import Glossary, link_from
from edition.pages import Link, Page, Use
from edition.references import Registry, entry_problems
from edition.sources import plain, title_language
from edition.timeline import Timeline


@dataclass(frozen=True)
class Reference:
    """An entry of references.bib as readers see it, with every use of it."""

    key: str
    html: str  # the formatted entry
    name: str  # as in a citation: Coffey and Lohman 2022
    url: str
    language: str  # of its title, where that is not English; of a title in brackets, which is a description, nothing
    sourcetype: str
    verified: str
    basis: str
    uses: tuple[Use, ...]


class Edition:
    """All pages and references together, and the mistakes that only show when they are together."""

    def __init__(self, pages: list[Page], registry: Registry, bibliography: str) -> None:
        self.pages = {page.name: page for page in pages}
        self.registry = registry
        self.bibliography = bibliography
        self.timeline = Timeline([event for page in pages for event in page.events])
        self.glossary = Glossary(pages)
        self.texts: dict[str, dict[str, PassageText]] = {}  # by page, as each is rendered

    @cached_property
    def claims(self) -> list[Claim]:
        return sorted(
            (claim for page in self.pages.values() for claim in page.claims), key=lambda claim: int(claim.label)
        )

    @cached_property
    def annotations(self) -> dict[str, list[Annotation]]:
        """The annotations of each claim, by its label."""
        annotations = defaultdict(list)
        for page in self.pages.values():
            for annotation in page.annotations:
                annotations[annotation.claim].append(annotation)
        return annotations

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Every claim and annotation by its anchor."""
        return {passage.anchor: passage for page in self.pages.values() for passage in page.passages}

    @cached_property
    def entries(self) -> dict[str, Event | Term | Figure]:
        """Every event, term and figure by its anchor."""
        return {entry.anchor: entry for page in self.pages.values() for entry in page.entries}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its label, in the order of the labels."""
        figures = (figure for page in self.pages.values() for figure in page.figures)
        return {figure.label: figure for figure in sorted(figures, key=lambda figure: int(figure.label))}

    @property
    def figure_keys(self) -> list[str]:
        """What is cited in any figure."""
        return [key for key, uses in self.uses.items() if any(use.label.startswith("figure-") for use in uses)]

    @property
    def brackets(self) -> dict[str, str]:
        """The citation of the sources of each figure, by its label."""
        return {label: figure.bracket for label, figure in self.figures.items()}

    @cached_property
    def uses(self) -> dict[str, list[Use]]:
        """Every use of each key, in the order of the pages."""
        uses = defaultdict(list)
        for page in self.pages.values():
            for use in page.uses:
                uses[use.key].append(use)
        return uses

    @cached_property
    def links(self) -> list[Link]:
        return [link for page in self.pages.values() for link in page.links]

    @cached_property
    def verdicts(self) -> dict[str, int]:
        """How many claims have each verdict, in the order of VERDICTS."""
        counts = Counter(claim.verdict for claim in self.claims)
        return {verdict: counts[verdict] for verdict in VERDICTS}

    def sources(self, claim: Claim) -> set[str]:
        """The keys cited in a claim and its annotations."""
        page = self.pages[claim.page]
        return {use.key for use in page.uses if use.label and claim_of(use.label) == claim.label}

    @cached_property
    def formatted(self) -> Formatted:
        """What the CSL style makes of every citation and entry; nothing while references.bib is broken."""
        if not self.registry.is_sound:
            return EMPTY
        known = self.registry.bib_data.entries
        brackets = {
            citation.text
            for page in self.pages.values()
            for citation in page.citations
            if all(key in known for key in citation.keys)
        }
        return format_all(self.bibliography, self.registry.text, frozenset(brackets), frozenset(known))

    @cached_property
    def references(self) -> dict[str, Reference]:
        """All references by key, in the order of the style."""
        entries = self.registry.bib_data.entries
        return {
            key: Reference(
                key=key,
                html=html,
                name=self.formatted.names[key],
                url=re.sub(r"\\([_%&#])", r"\1", entries[key].fields.get("url", "")),
                language=title_language(entries[key]),
                sourcetype=entries[key].fields.get("sourcetype", ""),
                verified=entries[key].fields.get("verified", ""),
                basis=plain(entries[key].fields.get("basis", "")),
                uses=tuple(self.uses.get(key, ())),
            )
            for key, html in self.formatted.entries.items()
        }

    @property
    def event_links(self) -> dict[str, list[tuple[str, str]]]:
        """The date of each event that bears on a claim, and its address from the claim's page, by the claim's label."""
        return {
            claim.label: [
                (str(event.when), f"{link_from(claim.page, timeline.PAGE)}#{event.anchor}")
                for event in self.timeline.of_claim(claim.label)
            ]
            for claim in self.claims
        }

    def name_of(self, use: Use) -> str:
        """What a link back to a use is called: annotation 8b; timeline, May 2014; or a page's title, with a count."""
        thing = self.pages[use.page].title
        if use.label in self.entries:
            thing = self.entries[use.label].spoken
        elif use.label:
            thing = f"{'claim' if use.label.isdigit() else 'annotation'} {use.label}"
        return f"{thing} ({use.count})" if use.count > 1 else thing

    def problems(self) -> list[Problem]:
        """Every mistake in the text and in references.bib, in the order of pages and lines."""
        found = [problem for page in self.pages.values() for problem in page.problems]
        found += [*self._repeated_labels(), *self._dead_links(), *self._unknown_keys(), *self.registry.problems]
        found += [*self.timeline.problems({claim.label for claim in self.claims}), *self.glossary.problems()]
        found += data_problems(list(self.figures.values()), self.registry.knows, {claim.label for claim in self.claims})
        found += entry_problems(self.registry)
        if not self.registry.problems:
            found += self._uncited_entries()
        return sorted(found)

    def _repeated_labels(self) -> Iterator[Problem]:
        first: dict[str, tuple[str, int]] = {}
        for page in self.pages.values():
            for block in page.blocks:
                if block.name == "moved":
                    continue  # for its label stands on another page
                if block.thing in first:
                    other, line = first[block.thing]
                    wrong = f"its label is used already, in line {line} of {other}"
                    yield Problem(page.name, block.line, block.thing, wrong, "give it a label of its own")
                first.setdefault(block.thing, (page.name, block.line))

    def dead_links(self) -> list[Link]:
        """Links to a passage, term or event that is not where they point; a missing page is named by MkDocs."""
        anchors = {(page.name, anchor) for page in self.pages.values() for anchor in page.anchors}
        return [link for link in self.links if link.target in self.pages and (link.target, link.anchor) not in anchors]

    def _dead_links(self) -> Iterator[Problem]:
        where = {anchor: page.name for page in self.pages.values() for anchor in page.anchors}
        for link in self.dead_links():
            wrong = f"points to {link.target}#{link.anchor}, which does not exist"
            remedy = "correct the label"
            if link.anchor in where:
                wrong = f"points to {link.target}, where {link.anchor} does not stand"
                remedy = f"link to {where[link.anchor]}#{link.anchor}"
            yield Problem(link.page, link.line, f"link in line {link.line}", wrong, remedy)

    def _unknown_keys(self) -> Iterator[Problem]:
        for page in self.pages.values():
            of_data = {figure.bracket for figure in page.figures}  # whose mistakes are named with their rows
            for citation in page.citations:
                for key in citation.keys:
                    if not self.registry.knows(key) and citation.text not in of_data:
                        thing = f"citation @{key} in line {citation.line}"
                        yield Problem(
                            citation.page,
                            citation.line,
                            thing,
                            f"is not in {self.registry.page}",
                            "add it, or correct the key",
                        )

    def _uncited_entries(self) -> Iterator[Problem]:
        for key in self.registry.bib_data.entries:
            if key not in self.uses:
                line = self.registry.line_of(key)
                yield Problem(self.registry.page, line, f"reference {key}", "is cited nowhere", "cite it or delete it")

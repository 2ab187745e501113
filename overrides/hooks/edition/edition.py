"""The edition: every page, claim, annotation, reference and use, in one object made anew for every build."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from figures.figures import Figure
from text.citeproc import EMPTY, Formatted, format_all
from text.claims import Annotation, Claim, Passage, claim_of
from text.events import Event
from text.passage_html import PassageText
from text.terms import Term
from text.values import value_of

from edition import timeline
from edition.glossary import Glossary, link_from
from edition.links import Link, Use
from edition.pages import Page
from edition.references import Registry
from edition.scorecard import Group, scorecard
from edition.sources import Reference, reference_of
from edition.timeline import Timeline


class Edition:
    """All pages and references together."""

    def __init__(
        self, pages: list[Page], registry: Registry, bibliography: str, facts: Mapping[str, str] | None = None
    ) -> None:
        """`facts` are the ready texts of what prose can ask for besides counts: version, sources."""
        self.pages = {page.name: page for page in pages}
        self.registry = registry
        self.bibliography = bibliography
        self.facts = dict(facts or {})
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

    @property
    def scorecard(self) -> list[Group]:
        """The claims by what became of them."""
        return scorecard(self.claims)

    def value(self, asked: str) -> str | None:
        """What stands for `{{ asked }}` in prose; nothing where it is not known."""
        return value_of(asked, self.claims, self.facts)

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
            key: reference_of(entries[key], html, self.formatted.names[key], self.uses.get(key, ()))
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

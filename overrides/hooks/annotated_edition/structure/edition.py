"""The edition: every page, claim, annotation, reference and use, in one object made anew for every build."""

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.declaration import Labelled
from annotated_edition.blocks.links import Link, Use
from annotated_edition.figures.figures import Figure
from annotated_edition.settings import Settings
from annotated_edition.structure.argument import Group, scorecard
from annotated_edition.structure.glossary import Glossary
from annotated_edition.structure.kinds import use_label
from annotated_edition.structure.pages import Page, Passage
from annotated_edition.structure.references import Registry
from annotated_edition.structure.sources import Extent, Reference, extent, reference_of
from annotated_edition.structure.timeline import Timeline
from annotated_edition.structure.values import value_of
from annotated_edition.structure.works import Works, cited, works_of
from annotated_edition.text.citeproc import Formatted, format_all
from annotated_edition.text.dates import spoken_month
from annotated_edition.text.passage_html import PassageText


class Edition:
    """All pages and references together, under the settings."""

    def __init__(
        self, pages: list[Page], registry: Registry, settings: Settings, files: Collection[str] = frozenset()
    ) -> None:
        self.pages = {page.name: page for page in pages}
        self.files = files  # the paths of what pages can link to besides each other
        self.registry = registry
        self.settings = settings
        self.vocabulary = settings.vocabulary
        self.roles = {role: settings.now_at(path) for role, path in settings.pages.items()}
        # What prose can ask for besides counts, by its name.
        self.facts = {"version": settings.version, "sources": spoken_month(settings.sources_through)}
        self.timeline = Timeline([event for page in pages for event in page.events])
        self.glossary = Glossary(pages, self.roles.get("glossary", ""))
        self.texts: dict[str, dict[str, PassageText]] = {}  # by page, as each is rendered

    def page(self, role: str) -> Page | None:
        """The page with a role, such as the glossary; None where the edition has no such page."""
        return self.pages.get(self.roles.get(role, ""))

    def is_page(self, name: str, role: str) -> bool:
        """Whether the page with this path has a role."""
        return self.roles.get(role) == name

    @cached_property
    def claims(self) -> list[Claim]:
        claims = (claim for page in self.pages.values() for claim in page.claims)
        return sorted(claims, key=lambda claim: int(claim.label))

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
    def items(self) -> dict[str, Labelled]:
        """Everything with a label by the label that its citations are counted by: 8, 8a, figure-2."""
        return {use_label(item.anchor): item for page in self.pages.values() for item in page.items}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its label, in the order of the labels."""
        figures = (figure for page in self.pages.values() for figure in page.figures)
        return {figure.label: figure for figure in sorted(figures, key=lambda figure: int(figure.label))}

    @property
    def figure_keys(self) -> list[str]:
        """What is cited in any figure."""
        return [key for key, uses in self.uses.items() if any(use.label.startswith("figure-") for use in uses)]

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
        return scorecard(self.claims, self.vocabulary)

    def value(self, asked: str) -> str | None:
        """What stands for `{{ asked }}` in prose; nothing where it is not known."""
        return value_of(asked, self.claims, self.facts, self.vocabulary)

    @cached_property
    def works(self) -> Works:
        """All works of references.bib as CSL-JSON, by their keys; none while it is broken."""
        if not self.registry.is_sound:
            return {}
        return works_of(self.registry.kept, self.registry.text, self.vocabulary.languages)

    @cached_property
    def formatted(self) -> Formatted:
        """What the CSL style makes of every citation and entry."""
        works = {key: cited(work) for key, work in self.works.items()}
        brackets = frozenset(bracket for page in self.pages.values() for bracket in page.brackets(works))
        return format_all(self.registry.kept, works, brackets)

    @cached_property
    def references(self) -> dict[str, Reference]:
        """All references by key, in the order of the style."""
        entries, formatted = self.registry.bib_data.entries, self.formatted
        return {
            key: reference_of(entries[key], html, formatted.names[key], self.uses.get(key, ()), self.settings)
            for key, html in formatted.entries.items()
        }

    @cached_property
    def listed(self) -> Extent:
        """What the page of references has of each; unless that is the full entry, it stands on the work's own page."""
        return extent(self.references.values())

    def name_of(self, use: Use) -> str:
        """What a link back to a use is called: annotation 8b; timeline, May 2014; or a page's title, with a count."""
        item = self.items.get(use.label)
        name = item.spoken if item else self.pages[use.page].title
        return f"{name} ({use.count})" if use.count > 1 else name

"""Read the edition from its files, whichever generator hands them over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from annotated_edition.figures.tables import Table, is_drawn_from, read_tables
from annotated_edition.files.kept import Kept
from annotated_edition.settings import Settings
from annotated_edition.structure import timeline
from annotated_edition.structure.definitions import defined
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.mistakes import mistakes
from annotated_edition.structure.order import in_order
from annotated_edition.structure.page_links import page_link_problems
from annotated_edition.structure.pages import Page
from annotated_edition.structure.references import Registry
from annotated_edition.structure.rules import rule_problems
from annotated_edition.text.dates import spoken_month
from annotated_edition.text.front_matter import front_matter_problems
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary


@dataclass(frozen=True)
class Source:
    """A file by its path below docs/. Of a page, `url` is the address below the site's; data has none."""

    name: str
    text: str
    url: str | None = None


@dataclass(frozen=True)
class Given:
    """What pages are read with: the vocabulary, which counts by its words, and the texts of data."""

    words: str
    data: tuple[tuple[str, str], ...]
    vocabulary: Vocabulary = field(compare=False)

    @property
    def tables(self) -> Mapping[str, Table]:
        """The data that is drawn."""
        return _tables(self.data)


@lru_cache(1)
def _tables(data: tuple[tuple[str, str], ...]) -> Mapping[str, Table]:
    return read_tables(dict(data))


def is_data(name: str) -> bool:
    """Whether the edition is read from a file of this path below docs/, besides its pages."""
    return is_drawn_from(name) or name == timeline.DATA


def read_edition(
    sources: Sequence[Source], nav: Any, registry: Registry, settings: Settings
) -> tuple[Edition, list[Problem]]:
    """The edition of these pages and data, in the order of the nav of mkdocs.yml, and every mistake in all of them."""
    pages, problems = _pages(sources, settings, registry.kept)
    ordered, outside = in_order(pages, nav)
    facts = {"version": settings.version, "sources": spoken_month(settings.sources_through)}
    edition = Edition(
        ordered,
        registry,
        settings.vocabulary,
        facts,
        roles={role: settings.now_at(path) for role, path in settings.pages.items()},
        language=settings.primary_language,
        read_through=settings.read_through,
    )
    found = [*mistakes(edition), *rule_problems(edition), *page_link_problems(edition, settings.now_at)]
    for source in sources:
        if source.url is not None:
            found += _above_the_text(edition.pages[source.name], source.text)
    return edition, sorted([*problems, *outside, *found])


def _pages(sources: Sequence[Source], settings: Settings, kept: Kept) -> tuple[list[Page], list[Problem]]:
    """Every page; on that of the timeline the events, which stand in a file of data."""
    texts = {source.name: source.text for source in sources}
    data = tuple((name, text) for name, text in texts.items() if is_drawn_from(name))
    given = Given(repr(settings.vocabulary), data, settings.vocabulary)
    pages = {
        source.name: _page(kept, source.name, source.url, source.text, given)
        for source in sources
        if source.url is not None
    }
    problems = _add_events(pages, texts, settings)
    return list(pages.values()), problems


def _page(kept: Kept, name: str, url: str, text: str, given: Given) -> Page:
    def read() -> Page:
        return defined(Page.read(name, url, text, given.vocabulary, given.tables), given.vocabulary)

    return kept.get(__name__, [name, url, text, given.words, given.data], read)


def _add_events(pages: dict[str, Page], texts: Mapping[str, str], settings: Settings) -> list[Problem]:
    """Put the events on the page of the timeline; neither is there without the other."""
    data, name = texts.get(timeline.DATA), settings.now_at(settings.pages.get("timeline", ""))
    if data is None:
        wrong, remedy = f"is missing, though {name} is there", "put it back, or delete both"
        return [Problem(timeline.DATA, 0, "file", wrong, remedy)] if name in pages else []
    if not name:
        wrong, remedy = "is there, and no page has the role of the timeline", "give it to one, or delete the file"
        return [Problem(timeline.DATA, 0, "file", wrong, remedy)]
    if name in pages:
        pages[name] = timeline.with_events(pages[name], data, settings.vocabulary)
    return []


def _above_the_text(page: Page, markdown: str) -> list[Problem]:
    """What is wrong with its front matter, and with its title, by which it is cited, listed and found."""
    problems = list(front_matter_problems(page.name, markdown))
    if page.title == page.name:
        problems.append(Problem(page.name, 0, "page", "has no title", "begin its text with one, as in # The issue"))
    return problems

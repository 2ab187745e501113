"""Read the edition from its files, whichever generator hands them over."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from annotated_edition.blocks.checks import MARKUP
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.tables import Table, is_drawn_from, read_tables
from annotated_edition.files.kept import Kept
from annotated_edition.settings import Settings
from annotated_edition.structure import timeline
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.front_matter import front_matter_problems
from annotated_edition.structure.mistakes import mistakes
from annotated_edition.structure.order import in_order
from annotated_edition.structure.page_links import page_link_problems
from annotated_edition.structure.pages import Page
from annotated_edition.structure.references import Registry
from annotated_edition.structure.rules import rule_problems
from annotated_edition.structure.values import defined
from annotated_edition.text.problems import Problem

FIGURE = re.compile(rf"///\s*{Figure.KIND}\b")  # without which a page asks for no data


@dataclass(frozen=True)
class Source:
    """A file by its path below docs/. Of a page, `url` is the address below the site's; data has none."""

    name: str
    text: str
    url: str | None = None


def is_data(name: str) -> bool:
    """Whether the edition is read from a file of this path below docs/, besides its pages."""
    return is_drawn_from(name) or name == timeline.DATA


def read_edition(
    sources: Sequence[Source], nav: Any, registry: Registry, settings: Settings, files: Collection[str]
) -> tuple[Edition, list[Problem]]:
    """The edition of these pages and data, in the order of the nav of mkdocs.yml, and what is missing from it.

    `files` are the paths of all files to which pages can link.
    """
    pages, problems = _pages(sources, settings, registry.kept)
    ordered, outside = in_order(pages, nav)
    return Edition(ordered, registry, settings, files), [*problems, *outside]


def edition_problems(edition: Edition, sources: Sequence[Source]) -> list[Problem]:
    """Every mistake in an edition that was read from these pages and data."""
    found = [*mistakes(edition), *rule_problems(edition), *page_link_problems(edition)]
    for source in sources:
        if source.url is not None:
            found += front_matter_problems(source.name, source.text, edition.vocabulary.limits.description_characters)
            found += _title_problems(source.name, edition.pages[source.name].title)
    return [*found, *_shared_addresses(sources)]


def _title_problems(page: str, title: str) -> Iterator[Problem]:
    """What is wrong with that by which a page is cited, listed and found."""
    if title == page:
        yield Problem(page, 0, "page", "has no title", "begin its text with one, as in # The issue")
    elif MARKUP.search(title):
        wrong = "its title has a link, a citation or a mark of emphasis in it"
        yield Problem(page, 0, "page", wrong, "write plain words")


def _shared_addresses(sources: Sequence[Source]) -> Iterator[Problem]:
    """Pages of which one would be written over the other, as second/index.md over second.md."""
    first: dict[str, str] = {}
    for source in sources:
        if source.url is not None and (other := first.setdefault(source.url, source.name)) != source.name:
            wrong = f"has the address of {other}, {source.url}"
            yield Problem(source.name, 0, "page", wrong, "give one of the two another name")


@lru_cache(1)  # of an edition that is edited, data are mostly as they were
def _tables(data: tuple[tuple[str, str], ...]) -> Mapping[str, Table]:
    return read_tables(dict(data))


def _pages(sources: Sequence[Source], settings: Settings, kept: Kept) -> tuple[list[Page], list[Problem]]:
    """Every page; on that of the timeline the events, which stand in a file of data."""
    texts = {source.name: source.text for source in sources}
    data = tuple((name, text) for name, text in texts.items() if is_drawn_from(name))
    words, vocabulary = repr(settings.vocabulary), settings.vocabulary
    pages: dict[str, Page] = {}

    def read(name: str, url: str, text: str, asked: tuple[tuple[str, str], ...]) -> Page:
        return defined(Page.read(name, url, text, vocabulary, _tables(asked) if asked else {}), vocabulary)

    for source in sources:
        if source.url is not None:
            told = source.name, source.url, source.text, data if FIGURE.search(source.text) else ()
            pages[source.name] = kept.get(__name__, [*told, words], partial(read, *told))
    problems = _add_events(pages, texts, settings)
    return list(pages.values()), problems


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

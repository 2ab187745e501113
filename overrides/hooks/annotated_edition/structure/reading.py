"""Read the edition from its files, whichever generator hands them over, in the order of the nav of mkdocs.yml."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache, partial
from typing import Any

from annotated_edition.figures.figures import Figure
from annotated_edition.figures.tables import Table, is_drawn_from, read_tables
from annotated_edition.files.kept import Kept
from annotated_edition.interface import current
from annotated_edition.settings import FILE, Settings
from annotated_edition.structure import timeline
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.front_matter import front_matter_problems
from annotated_edition.structure.mistakes import mistakes
from annotated_edition.structure.page_links import page_link_problems
from annotated_edition.structure.pages import Page
from annotated_edition.structure.references import Registry
from annotated_edition.structure.rules import rule_problems
from annotated_edition.structure.values import defined
from annotated_edition.text.problems import Problem

FIGURE = re.compile(rf"///\s*{Figure.KIND}\b")  # without which a page asks for no data
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)  # an address of another site, or an absolute one


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
    first: dict[str, str] = {}  # by address the page that has it, over which another would be written
    for source in sources:
        if source.url is None:
            continue
        found += front_matter_problems(source.name, source.text, edition.vocabulary.limits.description_characters)
        if (other := first.setdefault(source.url, source.name)) != source.name:  # as second.md and second/index.md
            wrong = f"has the address of {other}, {source.url}"
            found.append(Problem(source.name, 0, "page", wrong, "give one of the two another name"))
    return found


@lru_cache(1)  # of an edition that is edited, data are mostly as they were, and the language of their headings
def _tables(data: tuple[tuple[str, str], ...], language: str) -> Mapping[str, Table]:
    return read_tables(dict(data))


def _pages(sources: Sequence[Source], settings: Settings, kept: Kept) -> tuple[list[Page], list[Problem]]:
    """Every page; on that of the timeline the events, which stand in a file of data."""
    texts = {source.name: source.text for source in sources}
    data = tuple((name, text) for name, text in texts.items() if is_drawn_from(name))
    words, vocabulary = repr(settings.vocabulary), settings.vocabulary
    pages: dict[str, Page] = {}

    def read(name: str, url: str, text: str, asked: tuple[tuple[str, str], ...]) -> Page:
        tables = _tables(asked, current().digest) if asked else {}
        return defined(Page.read(name, url, text, vocabulary, tables), vocabulary)

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


def in_order(pages: list[Page], nav: Any) -> tuple[list[Page], list[Problem]]:
    """The pages in the order of the nav of mkdocs.yml, and a problem for each on one side alone."""
    names = list(_leaves(nav))
    if not names:
        return pages, []
    known = dict.fromkeys(page.name for page in pages)
    ordered = sorted(pages, key=lambda page: names.index(page.name) if page.name in names else len(names))
    return ordered, [*_on_one_side(known, names), *_ill_titled(nav)]


def _on_one_side(pages: Collection[str], names: Sequence[str]) -> Iterator[Problem]:
    """Pages that the nav has not, or has twice, and names in the nav that are no page."""
    for name in pages:
        if name not in names:
            yield Problem(name, 0, "page", f"is not in the nav of {FILE}", "add it there or delete it")
    for name, times in Counter(names).items():
        if name not in pages and not ELSEWHERE.match(name):
            near = get_close_matches(name, pages, n=1)
            remedy = f"write {near[0]}" if near else "correct its path or delete it"
            if not name.endswith(".md"):
                remedy = "write the path of a file that ends in .md"
            yield Problem(FILE, 0, "nav", f"{name} is no page", remedy)
        if times > 1:
            yield Problem(FILE, 0, "nav", f"{name} is in it {times} times", "keep one of them")


def _ill_titled(nav: Any) -> Iterator[Problem]:
    """Name each title that YAML does not take for a text."""
    for item in nav if isinstance(nav, list) else ():
        for title, below in item.items() if isinstance(item, dict) else ():
            if not isinstance(title, str):
                wrong = f"the title “{title}” is read as a number, a date or yes or no"
                yield Problem(FILE, 0, "nav", wrong, "put it in quotation marks")
            yield from _ill_titled(below)


def _leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _leaves(item)

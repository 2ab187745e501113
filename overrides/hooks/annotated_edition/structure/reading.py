"""Read the edition from its files, whichever generator hands them over."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import yaml

from annotated_edition.figures.figures import Figure
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
from annotated_edition.text.problems import Problem

FIGURE = re.compile(rf"///\s*{Figure.KIND}\b")  # without which a page asks for no data
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


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
            # By which it is cited, listed and found.
            if edition.pages[source.name].title == source.name:
                remedy = "begin its text with one, as in # The issue"
                found.append(Problem(source.name, 0, "page", "has no title", remedy))
    return found


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


def front_matter_problems(page: str, markdown: str, most: int) -> Iterator[Problem]:
    """The mistake in what stands above the text of a page, between two lines of ---, if there is one.

    `most` is the number of characters that a description may have.
    MkDocs takes what it cannot read there for something else, without a word:
    https://www.mkdocs.org/user-guide/writing-your-docs/#yaml-style-meta-data.
    """
    found = FRONT_MATTER.match(markdown)
    if found is None:
        if re.match(r"---[ \t]*\n", markdown):
            wrong = "begins a description that is not closed"
            yield Problem(page, 1, "line 1", wrong, "end it with a line that is ---")
        return
    line = 2
    try:
        facts = yaml.safe_load(found[1])
    except yaml.MarkedYAMLError as error:
        facts = None
        line += error.problem_mark.line if error.problem_mark else 0
    if not isinstance(facts, dict):
        wrong = "cannot be read as YAML, here or above"
        yield Problem(page, line, f"line {line}", wrong, 'put the whole value in quotation marks, as in name: "value"')
    elif (count := len(str(facts.get("description", "")))) > most:
        yield Problem(page, line, "description", f"has {count} characters", f"say it in at most {most}")

"""Read the edition from its files, whichever generator hands them over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from figures.figures import read_tables
from text.problems import Problem
from text.values import ready_facts

from edition import timeline
from edition.edition import Edition
from edition.mistakes import mistakes
from edition.order import in_order
from edition.pages import Page
from edition.references import Registry


@dataclass(frozen=True)
class Source:
    """A file by its path below docs/. Of a page, `url` is the address below the site's; data has none."""

    name: str
    text: str
    url: str | None = None


def read_edition(
    sources: Sequence[Source], nav: Any, bibliography: str, facts: Mapping[str, Any]
) -> tuple[Edition, list[Problem]]:
    """The edition of these pages and data, in the order of the nav of mkdocs.yml, and every mistake in all of them.

    `bibliography` is the path of references.bib, `facts` are those of extra.edition in mkdocs.yml.
    """
    pages, problems = _pages(sources)
    ordered, outside = in_order(pages, nav)
    edition = Edition(ordered, Registry(bibliography), bibliography, ready_facts(facts))
    return edition, problems + outside + mistakes(edition)


def _pages(sources: Sequence[Source]) -> tuple[list[Page], list[Problem]]:
    """Every page; on that of the timeline the events, which stand in a file of data."""
    texts = {source.name: source.text for source in sources}
    tables = read_tables({name: text for name, text in texts.items() if name.endswith(".csv")})
    pages = {
        source.name: Page.read(source.name, source.url, source.text, tables)
        for source in sources
        if source.url is not None
    }
    data = texts.get(timeline.DATA)
    if data is not None and timeline.PAGE in pages:
        pages[timeline.PAGE] = timeline.with_events(pages[timeline.PAGE], data)
    elif data is not None or timeline.PAGE in pages:
        there, missing = (timeline.DATA, timeline.PAGE) if data is not None else (timeline.PAGE, timeline.DATA)
        remedy = "put it back, or delete both"
        return list(pages.values()), [Problem(missing, 0, "file", f"is missing, though {there} is there", remedy)]
    return list(pages.values()), []

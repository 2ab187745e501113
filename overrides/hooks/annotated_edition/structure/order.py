"""The order of reading, which is that of the nav of mkdocs.yml."""

from collections.abc import Iterator
from typing import Any

from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem


def in_order(pages: list[Page], nav: Any) -> tuple[list[Page], list[Problem]]:
    """The pages in the order of the nav of mkdocs.yml, and a problem for each that no reader could reach."""
    names = list(_leaves(nav))
    if not names:
        return pages, []
    remedy = "add it there or delete it"
    outside = [
        Problem(page.name, 0, "page", "is not in the nav of mkdocs.yml", remedy)
        for page in pages
        if page.name not in names
    ]
    return sorted(pages, key=lambda page: names.index(page.name) if page.name in names else len(names)), outside


def _leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _leaves(item)

"""The order of reading, which is that of the nav of mkdocs.yml."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from annotated_edition.settings import FILE
from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)  # an address of another site, or an absolute one


def in_order(pages: list[Page], nav: Any) -> tuple[list[Page], list[Problem]]:
    """The pages in the order of the nav of mkdocs.yml, and a problem for each on one side alone."""
    names = list(_leaves(nav))
    if not names:
        return pages, []
    known = {page.name: page for page in pages}
    problems = [
        Problem(name, 0, "page", f"is not in the nav of {FILE}", "add it there or delete it")
        for name in known
        if name not in names
    ]
    for name in names:
        if name not in known and not ELSEWHERE.match(name):
            near = get_close_matches(name, known, n=1)
            remedy = f"write {near[0]}" if near else "correct its path or delete it"
            if not name.endswith(".md"):
                remedy = "write the path of a file that ends in .md"
            problems.append(Problem(FILE, 0, "nav", f"{name} is no page", remedy))
    problems += [
        Problem(FILE, 0, "nav", f"{name} is in it {names.count(name)} times", "keep one of them")
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]
    problems += _titles(nav)
    return sorted(pages, key=lambda page: names.index(page.name) if page.name in names else len(names)), problems


def _titles(nav: Any) -> Iterator[Problem]:
    """Name each title that YAML does not take for a text."""
    for item in nav if isinstance(nav, list) else ():
        for title, below in item.items() if isinstance(item, dict) else ():
            if not isinstance(title, str):
                wrong = f"the title “{title}” is read as a number, a date or yes or no"
                yield Problem(FILE, 0, "nav", wrong, "put it in quotation marks")
            yield from _titles(below)


def _leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _leaves(item)

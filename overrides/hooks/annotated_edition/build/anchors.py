"""Links to places that are not on their page, each named with its line and with the place that was probably meant.

MkDocs finds them as well; it says neither line nor remedy, and is told nothing of those that are named here.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.build.state import Build, warn
from annotated_edition.text.problems import Problem, line_of


def name_dead_anchors(build: Build, files: Files) -> None:
    """Name them, once all pages are rendered."""
    for page in filter(None, (file.page for file in files.documentation_pages())):
        warn(_problems(page, build.edition.pages[page.file.src_uri].text))
        page.links_to_anchors = None


def _problems(page: MkDocsPage, text: str) -> Iterator[Problem]:
    for file, links in (page.links_to_anchors or {}).items():
        there = file.page.present_anchor_ids if file.page else None
        for anchor, link in links.items():
            if there is not None and anchor not in there:
                # Where the page links there first.
                found = re.search(rf"(?<![^(<\s]){re.escape(link)}(?![^)>\s])", text)
                meant = get_close_matches(anchor, sorted(there), n=1)
                remedy = f"write {link.partition('#')[0]}#{meant[0]}" if meant else "correct what stands after the #"
                wrong = f"points to {link}, and {file.src_uri} has no such place"
                line = line_of(text, found.start() if found else 0)
                yield Problem.in_line(page.file.src_uri, line, wrong, remedy, "link")

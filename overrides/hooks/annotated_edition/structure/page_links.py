"""Links to pages that are not there, each named with its line and with the page that was probably meant.

MkDocs finds them as well, and all others, such as those to images; it says neither line nor remedy, and is told nothing
of those that are named here.
"""

import posixpath
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from annotated_edition.structure.edition import Edition
from annotated_edition.structure.glossary import link_from
from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem

# In Markdown: a link or image, or the definition of one, to a file below docs/. A colon is that of another site.
LINK = re.compile(
    r"(?P<before>\]\([ <]*|^ {0,3}\[[^\]\n]+\]: *<?)(?P<path>[^()<>\s#?:/][^()<>\s#?:]*\.md)(?P<anchor>#[^()<>\s]*)?",
    re.MULTILINE,
)


def page_link_problems(edition: Edition) -> Iterator[Problem]:
    """Every link to a page that is not there."""
    where = {f"#{anchor}": page.name for page in edition.pages.values() for anchor in page.anchors}
    for page in edition.pages.values():
        for link in LINK.finditer(page.text):
            target, anchor = _target(page.name, link), link["anchor"] or ""
            if target not in edition.pages:
                meant = where.get(anchor) or _meant(edition.settings.now_at(target), edition.pages)
                remedy = f"write {_link(page, meant, anchor)}" if meant else "write the path of one, from where you are"
                line = page.text.count("\n", 0, link.start("path")) + 1
                yield Problem(page.name, line, f"link in line {line}", f"points to {target}, which is no page", remedy)


def without_dead_links(markdown: str, name: str, pages: Collection[str]) -> str:
    """The source of a page of this name in which the links that are named here lead nowhere."""
    return LINK.sub(lambda link: link[0] if _target(name, link) in pages else f"{link['before']}#", markdown)


def _target(name: str, link: re.Match[str]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(link["path"])))


def _meant(target: str, pages: Collection[str]) -> str:
    """The page of this path, or of nearly this path; nothing where there is none."""
    return target if target in pages else "".join(get_close_matches(target, pages, n=1, cutoff=0.8))


def _link(page: Page, target: str, anchor: str) -> str:
    return anchor if anchor and target == page.name else f"{link_from(page.name, target)}{anchor}"

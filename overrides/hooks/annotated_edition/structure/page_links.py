"""Links to pages and files that are not there, each named with its line and with what was probably meant.

MkDocs finds them as well; it says neither line nor remedy, and is told nothing of those that are named here.
"""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from annotated_edition.structure.edition import Edition
from annotated_edition.structure.glossary import link_from
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rules import OF_BROWSERS
from annotated_edition.text.problems import Problem, line_of

# In Markdown: a link or image, or the definition of one, to a path. A colon is that of another site.
LINK = re.compile(
    r"(?P<before>\]\([ <]*|^ {0,3}\[[^\]\n^@][^\]\n]*\]: *<?)"
    r"(?P<path>[^()<>\s#?:]+(?:(?: +[^()<>\s#?:\[\"'][^()<>\s#?:]*)+(?=[)>#]))?)(?P<anchor>#[^()<>\s]*)?(?=[)>\s?]|$)",
    re.MULTILINE,
)
OUTSIDE = re.compile(r"(www\.)\S+|[^@/\s]+@[^@/\s]+\.[a-z]+")  # an address of the Web or of a person
# In HTML, in which no generator makes an address of a path.
IMAGE = re.compile(r"""<img\b[^>]*\ssrc\s*=\s*["']?(?![a-z]+:|//)([^\s"'>]+)""", re.IGNORECASE)
WRITTEN = re.compile(
    r"""<a\b[^>]*\shref\s*=\s*["']?(?![a-z]+:)([^"'\s>]+\.md(?:#[^"'\s>]*)?)(?=["'\s>])""", re.IGNORECASE
)
NOTHING = "write in its parentheses the path of a page, or an address that begins with https://"
ADDRESS = "write it from https:// or mailto: on"
EMPTY = re.compile(r"\]\( *#? *\)")
SCHEME = re.compile(
    r"\]\( *<?((?!(?:https?://|ftp://|mailto:|tel:|data:)[^\s)/])[a-z][a-z0-9+.-]*:[^\s)>]*)", re.IGNORECASE
)


def page_link_problems(edition: Edition) -> Iterator[Problem]:
    """Every link to a page or file that is not there, to nothing, or to an address that is none."""
    where = {f"#{anchor}": page.name for page in edition.pages.values() for anchor in page.anchors}
    for page in edition.pages.values():
        yield from _html_problems(page, edition)
        found = [(link, "nothing", NOTHING) for link in EMPTY.finditer(page.text)]
        found += [(link, f"{link[1]}, which is no address", ADDRESS) for link in SCHEME.finditer(page.text)]
        for link in LINK.finditer(page.text):
            if not _is_there(page.name, link, edition):
                found.append((link, *_fault(page, link, where.get(link["anchor"] or "", ""), edition)))
        for link, wrong, remedy in found:
            yield Problem.in_line(page.name, line_of(page.text, link.end()), f"points to {wrong}", remedy, "link")


def _html_problems(page: Page, edition: Edition) -> Iterator[Problem]:
    """Links to pages in HTML, and images that are not at their address."""
    for link in WRITTEN.finditer(page.text):
        line, wrong = line_of(page.text, link.end()), f"points to {link[1]} in HTML, in which a path leads nowhere"
        yield Problem.in_line(page.name, line, wrong, f"write it as [text]({link[1]})", "link")
    for image in IMAGE.finditer(page.text):
        target = posixpath.normpath(posixpath.join(page.url, unquote(image[1])))
        if target not in edition.files and not OF_BROWSERS.search(image[0]):  # which is named already
            line, wrong = line_of(page.text, image.end()), f"{image[1]} is not at this address"
            yield Problem.in_line(page.name, line, wrong, f"write it as ![what it shows]({image[1]})", "image")


def _fault(page: Page, link: re.Match[str], named: str, edition: Edition) -> tuple[str, str]:
    """To what a link points, and a remedy; `named` is the page on which its anchor stands."""
    if link["path"].startswith("/"):
        return f"{link['path']}, which is no path below docs", "write that of a page or file, from where you are"
    target, anchor = _target(page.name, link), link["anchor"] or ""
    if outside := OUTSIDE.fullmatch(link["path"]):
        return f"{link['path']}, which is no file", f"write {'https://' if outside[1] else 'mailto:'}{link['path']}"
    is_page = target.endswith(".md")
    wrong = f"{target}, which is no {'page' if is_page else 'file'}"
    if meant := named or _meant(target, edition):
        is_here = bool(anchor) and meant == page.name
        return wrong, f"write {'' if is_here else link_from(page.name, meant)}{anchor}"
    return wrong, f"{'write the path of one,' if is_page else 'put it into docs, or write its path'} from where you are"


def without_dead_links(markdown: str, name: str, edition: Edition) -> str:
    """The source of a page of this name in which the links that are named here lead nowhere."""
    return LINK.sub(lambda link: link[0] if _is_there(name, link, edition) else f"{link['before']}#", markdown)


def _is_there(name: str, link: re.Match[str], edition: Edition) -> bool:
    target = _target(name, link)
    return target in edition.pages or target in edition.files


def _target(name: str, link: re.Match[str]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(link["path"])))


def _meant(target: str, edition: Edition) -> str:
    """The page of this path, or the page or file of nearly this path; nothing where there is none."""
    now = edition.settings.now_at(target)
    for guess in (now, f"{now}.md", f"{now}/index.md", f"{now.removesuffix('.html')}.md"):
        if guess in edition.pages:
            return guess
    return "".join(get_close_matches(now, [*edition.pages, *edition.files], n=1, cutoff=0.8))

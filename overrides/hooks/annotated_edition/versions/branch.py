"""The branch to which editions are committed, each in the folder of its version, with versions.json, which lists them.

Both are as mike has them, whose modules do the work. Its own command is not used: it replaces an edition without a
word, and has neither redirects page by page nor any without an inline script.

Beside the editions stands at each address below that of the work a redirect to the latest. What is no page and stands
in no folder is copied, since it is asked for just there, such as the feed, robots.txt and edition.bib; so is 404.html,
which a host sends for whatever is missing. Nothing there is ever deleted: an address that the latest edition has given
up leads to the last that has it.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urljoin

from mike.commands import list_versions, make_nojekyll, versions_to_file_info
from mike.git_utils import Commit, FileInfo, update_from_upstream
from mike.versions import Versions

from annotated_edition.citations.citation_pages import Render
from annotated_edition.interface import gettext
from annotated_edition.permalinks.editions import parts

REMOTE = "origin"
VERSION = re.compile(r"\d+(\.\d+)*")
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
LOST = "404.html"


def committed(branch: str) -> Versions:
    """The editions on the branch, which is brought to where the remote one is known to be.

    Raises GitError where the two have parted.
    """
    update_from_upstream(REMOTE, branch)
    versions: Versions = list_versions(branch)
    return versions


def refusal(versions: Versions, version: str, branch: str, tags: Iterable[str]) -> str:
    """Why an edition cannot be kept beside these, and what to do about it; nothing where it can.

    `tags` are all of the repository: that of an edition which is missing tells that the branch is not the whole one.
    """
    latest = str(next(iter(versions)).version) if len(versions) else ""
    remedy = "give the next one a higher version, under extra.edition in mkdocs.yml"
    if versions.find(version):
        return f"edition {version}: stands on the branch {branch} already, where nothing is replaced; {remedy}"
    if latest and parts(version) < parts(latest):
        return f"edition {version}: does not follow edition {latest} on the branch {branch}; {remedy}"
    for tag in filter(VERSION.fullmatch, tags):
        if parts(tag) < parts(version) and not versions.find(tag):
            remedy = f"run git fetch {REMOTE} {branch}:{branch}, or delete the tag of what never was an edition"
            return f"edition {tag}: has a tag, and is not on the branch {branch}; {remedy}"
    return ""


def commit(branch: str, message: str, versions: Versions, files: Iterable[tuple[str, bytes]]) -> None:
    """Commit files, as pairs of a path and a content, and the list of editions; all else on the branch stays.

    Raises GitError where git refuses, and then nothing has changed.
    """
    with Commit(branch, message) as made:
        for path, content in files:
            made.add_file(FileInfo(path, content))
        made.add_file(versions_to_file_info(versions))
        made.add_file(make_nojekyll())


def redirects(files: Iterable[tuple[str, bytes]], name: str, render: Render) -> Iterator[tuple[str, bytes]]:
    """Pairs of a path below the address of the work and a content, for an edition of these files, which are likewise.

    `name` is that of the site, which its pages have at the end of their titles; `render` takes depths below the work's.
    """
    for path, content in files:
        if path.endswith(".html") and path != LOST:
            html = content.decode()
            found = TITLE.search(html)
            title = unescape(found[1]).strip().removesuffix(f" - {name}") if found else ""
            facts = {
                "target": _target(path, html),
                "title": title,
                "why": gettext("This address leads to the latest edition."),
            }
            yield path, render("moved.html", path.count("/"), **facts).encode()
        elif "/" not in path:
            yield path, content


def _target(path: str, html: str) -> str:
    """The address of a page below that of its edition; of one that leads on, such as c/8/, where to."""
    address = path.removesuffix("index.html")
    on = REFRESH.search(html)
    return urljoin(f"/{address}", unescape(on[1]))[1:] if on else address

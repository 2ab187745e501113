"""Pack the built site into a zip that opens from disk, without a server.

`python -m annotated_edition.formats.offline SITE ZIP` is what `make offline` runs.

It stands beside the build and not in it, so that addresses in citations and files stay those of the published site.
From disk a folder does not open its index.html, no module is loaded and nothing can be fetched: links name the file,
the modules of a page are scripts with all that they import, the search index is a script, pages ask each other for
their text through frames (assets/javascripts/offline.js), and the policy of pages allows for it.
"""

import json
import posixpath
import re
import sys
from collections.abc import Container, Iterator
from datetime import date
from pathlib import Path

from annotated_edition.files.archive import archive
from annotated_edition.minify.scripts import scripts
from annotated_edition.security.content_security import FROM_DISK, policy, with_policy

INDEX = "search/search_index.json"
SCRIPT = "search/search_index.js"
SCRIPTS = "assets/javascripts/"
ANSWER = "offline.js"  # in that folder: gives the text of a page to others
THEMES = ".min."  # in the names of the theme's files, and of none of ours
# Pages with absolute addresses, and what only a server or a robot reads.
LEFT_OUT = {"404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
CARD = "card.png"  # for link previews, which take whole addresses
DAY = date(1980, 1, 1)  # which every zip can name, so that the same site makes the same zip

ADDRESS = re.compile(r'(\s(?:href|src)="|\scontent="0; url=)([^"]*)')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
ONLINE = re.compile(r"<tr data-online>.*?</tr>", re.DOTALL)  # the offer of the zip itself
SCRIPT_TAG = re.compile(r'<script\b[^>]*?\ssrc="?(?P<folder>[^"\s>]*?assets/javascripts/)(?P<name>[^"\s>/]+)"?[^>]*>')
MODULE = re.compile(r"""\stype=["']?module\b""")


def from_disk(html: str, page: str, folders: Container[str]) -> str:
    """The HTML of a page, at a path below the site's address, so that it works from disk.

    `folders` are those with a page of their own, without a slash at the end; that of the site is the empty name.
    """
    folder = posixpath.dirname(page)
    html = ONLINE.sub("", html)
    html = with_policy(html, policy(FROM_DISK, [html]))
    html = ADDRESS.sub(lambda found: found[1] + _to_file(found[2], folder, folders), html)
    return SCRIPT_TAG.sub(_to_script, html)


def _to_script(tag: re.Match[str]) -> str:
    """The tag of a module as that of a script, behind that of the script with which its page answers others."""
    if not MODULE.search(tag[0]):
        return tag[0]
    answer = f'<script src="{tag["folder"]}{ANSWER}" defer></script>'
    return f'{answer}\n<script src="{tag["folder"]}{tag["name"]}" defer>'


def _to_file(address: str, folder: str, folders: Container[str]) -> str:
    path = re.split("[?#]", address, maxsplit=1)[0]
    if not path or path.startswith("/") or OUTSIDE.match(path):
        return address
    target = posixpath.normpath(posixpath.join(folder, path))
    if ("" if target == "." else target) not in folders:
        return address
    return posixpath.join(path, "index.html") + address[len(path) :]


def index_script(index: str) -> str:
    """The index of the search as a script, in which the addresses of pages are those of files."""
    found = json.loads(index)
    for page in found["pages"]:
        if not page[0] or page[0].endswith("/"):
            page[0] += "index.html"
    detail = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f'document.dispatchEvent(new CustomEvent("search:index", {{ detail: {detail} }}));\n'


def packed(site: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the content of every file of the zip, in a fixed order. Raises BundleError, as `scripts` does."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    paths = [path for path in paths if path not in LEFT_OUT]
    folders = {posixpath.dirname(path) for path in paths if posixpath.basename(path) == "index.html"}
    pages = {path: (site / path).read_text(encoding="utf-8") for path in paths if path.endswith(".html")}
    # Of the scripts that pages name, modules become scripts with all that they import, and others stay as they are.
    tags = {tag[0]: tag["name"] for html in pages.values() for tag in SCRIPT_TAG.finditer(html)}
    modules = {name for tag, name in tags.items() if MODULE.search(tag) and THEMES not in name}
    others = set(tags.values()) - modules
    bundles = scripts(site / SCRIPTS, modules | {ANSWER} if modules else ())
    for path in paths:
        folder, name = posixpath.split(path)
        if path in pages:
            yield path, from_disk(pages[path], path, folders).encode()
        elif path == INDEX:
            yield SCRIPT, index_script((site / path).read_text(encoding="utf-8")).encode()
        elif name == CARD:
            continue
        elif f"{folder}/" != SCRIPTS or name.endswith(".map") or THEMES in name or name in others:
            yield path, (site / path).read_bytes()
        elif name in bundles:
            yield path, bundles[name].encode()


def pack(site: Path, folder: str) -> bytes:
    """The zip, in which all lies in one folder of that name."""
    return archive(((f"{folder}/{path}", content) for path, content in packed(site)), DAY)


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.write_bytes(pack(Path(sys.argv[1]), target.stem))

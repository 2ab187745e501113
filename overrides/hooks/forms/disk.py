"""Pack the built site into a zip that opens from disk, without a server: `python -m forms.disk SITE ZIP`.

It stands beside the build and not in it, so that addresses in citations and files stay those of the published site.
From disk a folder does not open its index.html, and nothing can be fetched: links name the file, the search index
is a script, assets/javascripts/disk.js stands in for what is fetched elsewhere, and the policy of pages allows for it.
"""

import json
import posixpath
import re
import sys
import zipfile
from collections.abc import Container, Iterator
from pathlib import Path

from policy.content_security import from_disk as with_policy_from_disk

INDEX = "search/search_index.json"
SCRIPT = "search/search_index.js"
HELP = "assets/javascripts/disk.js"
# Pages with absolute addresses, and what only a server or a robot reads.
LEFT_OUT = {"404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
# A day that every zip can name, so that the same site makes the same zip.
DAY = (1980, 1, 1, 0, 0, 0)

ADDRESS = re.compile(r'(\s(?:href|src)="|\scontent="0; url=)([^"]*)')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
ONLINE = re.compile(r"<tr data-online>.*?</tr>", re.DOTALL)  # the offer of the zip itself
OURS = re.compile(r'<script src="([./]*)assets/javascripts/(?!bundle)')


def from_disk(html: str, page: str, folders: Container[str]) -> str:
    """The HTML of a page, at a path below the site's address, so that it works from disk.

    `folders` are those with a page of their own, without a slash at the end; that of the site is the empty name.
    """
    folder = posixpath.dirname(page)
    html = with_policy_from_disk(ONLINE.sub("", html))
    html = ADDRESS.sub(lambda found: found[1] + _to_file(found[2], folder, folders), html)
    return OURS.sub(lambda script: f'<script src="{script[1]}{HELP}" defer></script>\n{script[0]}', html, count=1)


def _to_file(address: str, folder: str, folders: Container[str]) -> str:
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]  # fits anything
    if not path or path.startswith("/") or OUTSIDE.match(path):
        return address
    target = posixpath.normpath(posixpath.join(folder, path))
    if ("" if target == "." else target) not in folders:
        return address
    return f"{posixpath.join(path, 'index.html')}{mark}{rest}"


def index_script(index: str) -> str:
    """The index of the search as a script, in which the addresses of pages are those of files."""
    found = json.loads(index)
    for page in found["pages"]:
        if not page[0] or page[0].endswith("/"):
            page[0] += "index.html"
    return f"const searchIndex = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"


def packed(site: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the content of every file of the zip, in a fixed order."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    folders = {posixpath.dirname(path) for path in paths if posixpath.basename(path) == "index.html"}
    for path in paths:
        content = (site / path).read_bytes()
        if path == INDEX:
            yield SCRIPT, index_script(content.decode("utf-8")).encode()
        elif path.endswith(".html") and path not in LEFT_OUT:
            yield path, from_disk(content.decode("utf-8"), path, folders).encode()
        elif path not in LEFT_OUT:
            yield path, content


def pack(site: Path, archive: Path) -> None:
    """Write the zip, in which all lies in one folder of the same name."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path, content in packed(site):
            entry = zipfile.ZipInfo(f"{archive.stem}/{path}", DAY)
            entry.external_attr = 0o644 << 16
            made.writestr(entry, content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))

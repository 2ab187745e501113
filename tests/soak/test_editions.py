"""Two editions of the whole work, with all its forms, side by side as they are published."""

import re
import sys
import time
from pathlib import Path
from urllib.parse import urljoin

from fixtures.builder import PROJECT
from fixtures.editing import change
from fixtures.frozen import BRANCH, ROOT, begin, git, publish, upload
from fixtures.released import copy_tree

NAMED = ("mkdocs.yml", "CITATION.cff", ".zenodo.json")  # where an edition says its version or its day
VERSION = re.compile(r'^( *version: )"[^"]*"$', re.MULTILINE)
DAY = re.compile(r'^( *(?:date|date-released|"publication_date"): "?)\d{4}-\d\d-\d\d', re.MULTILINE)
LEADING = re.compile(r'<h1><a href="([^"]*)">')
LIMIT = 1e9  # bytes that Pages allow


def next_edition(folder: Path, version: str) -> None:
    """Name an edition that follows all that are registered, and change a text for it."""
    for name in NAMED:
        text = (folder / name).read_text(encoding="utf-8")
        text = DAY.sub(r"\g<1>2099-01-01", VERSION.sub(rf'\1"{version}"', text))
        (folder / name).write_text(text, encoding="utf-8")
    page = folder / "docs" / "issue.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nThis is edition {version}.\n", encoding="utf-8")


def move_background(folder: Path) -> None:
    """Rename a page with claims, with all links to it."""
    docs = folder / "docs"
    (docs / "background.md").rename(docs / "context.md")
    for file in [*docs.rglob("*.md"), folder / "mkdocs.yml"]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("background.md", "context.md"), encoding="utf-8")
    change(folder / "mkdocs.yml", "  moved:\n", "  moved:\n    background.md: context.md\n")


def leads_to(work: Path, path: str) -> Path:
    """The file of the page to which an address below that of the work leads at once, anchors included."""
    html = (work / path / "index.html").read_text(encoding="utf-8")
    found = LEADING.search(html)
    assert found, path
    target, _, anchor = urljoin(ROOT + path, found[1]).removeprefix(ROOT).partition("#")
    file = Path(work, target, "index.html")
    assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), f"{path}: no {anchor} in {target}"
    return file


def test_two_editions_of_the_whole_stand_side_by_side(tmp_path: Path) -> None:
    copy_tree(PROJECT, tmp_path)
    begin(tmp_path)
    begun = time.monotonic()
    for version in ("9998.0", "9999.0"):
        next_edition(tmp_path, version)
        if version == "9999.0":
            move_background(tmp_path)
        publish(tmp_path, version, FORMATS="true")
    work = upload(tmp_path)
    sizes = {
        part: sum(file.stat().st_size for file in (work / part).rglob("*") if file.is_file()) for part in ("", "9999.0")
    }
    sys.stdout.write(f"two editions: {time.monotonic() - begun:.0f} s, {sizes['9999.0'] / 1e6:.0f} MB each\n")
    assert sizes[""] < LIMIT / 10

    trees = [git(tmp_path, "rev-parse", f"{commit}:9998.0") for commit in (BRANCH, f"{BRANCH}~1")]
    assert trees[0] == trees[1]
    for edition in ("9998.0", "9999.0"):
        addresses = [
            file.relative_to(work / edition).parent.as_posix() for file in (work / edition).rglob("index.html")
        ]
        assert len(addresses) > 400
        for address in addresses:
            file = leads_to(work, "" if address == "." else f"{address}/")
            assert file.relative_to(work).parts[0] == "9999.0", address
    assert leads_to(work, "c/8/") == work / "9999.0" / "context" / "index.html"
    assert leads_to(work, "background/") == work / "9999.0" / "context" / "index.html"
    printed = (work / "9998.0" / "print" / "index.html").read_text(encoding="utf-8")
    assert f'<a href="{ROOT}print/" rel="latest-version">' in printed
    for name in ("edition.pdf", "edition.epub", "edition.zip"):
        assert (work / name).read_bytes() == (work / "9999.0" / name).read_bytes()

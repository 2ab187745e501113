"""A site that opens from disk."""

import json
import zipfile
from pathlib import Path

import pytest
from forms import disk


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<a href="../issue/">', '<a href="../issue/index.html">'),
        ('<a href="../issue/#claim-1">', '<a href="../issue/index.html#claim-1">'),
        ('<a class="x" href="..">', '<a class="x" href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="#claim-5">', '<a href="#claim-5">'),
        ('<a href="../data/">', '<a href="../data/">'),
        ('<a href="cite.bib">', '<a href="cite.bib">'),
        ('<a href="https://example.org/issue/">', '<a href="https://example.org/issue/">'),
        ('<meta content="0; url=../issue/#claim-1">', '<meta content="0; url=../issue/index.html#claim-1">'),
        ("<code>href=../issue/</code>", "<code>href=../issue/</code>"),
    ],
)
def test_links_to_folders_name_their_file(written: str, read: str) -> None:
    assert disk.from_disk(written, "background/index.html", {"", "issue", "background"}) == read


def test_the_help_comes_before_our_first_script_and_after_the_themes() -> None:
    page = "".join(f'<script src="../assets/javascripts/{name}.js"></script>' for name in ("bundle.1", "all"))
    scripts = disk.from_disk(page, "issue/index.html", set()).split("<script src=")[1:]
    assert [script.split('"')[1] for script in scripts] == [
        "../assets/javascripts/bundle.1.js",
        "../assets/javascripts/disk.js",
        "../assets/javascripts/all.js",
    ]


def test_the_index_is_a_script_with_the_addresses_of_files() -> None:
    script = disk.index_script(json.dumps({"pages": [["", "Home"], ["issue/", "The “issue”"]], "passages": []}))
    name, _, found = script.removesuffix(";\n").partition(" = ")
    assert name == "const searchIndex"
    assert json.loads(found)["pages"] == [["index.html", "Home"], ["issue/index.html", "The “issue”"]]


def test_the_same_site_makes_the_same_zip(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "search").mkdir(parents=True)
    (site / "index.html").write_text("<a href='x'>", encoding="utf-8")
    (site / "404.html").write_text("lost", encoding="utf-8")
    (site / disk.INDEX).write_text('{"pages":[]}', encoding="utf-8")
    disk.pack(site, tmp_path / "edition.zip")
    first = (tmp_path / "edition.zip").read_bytes()
    (site / "index.html").touch()
    disk.pack(site, tmp_path / "edition.zip")
    assert (tmp_path / "edition.zip").read_bytes() == first
    assert zipfile.ZipFile(tmp_path / "edition.zip").namelist() == ["edition/index.html", f"edition/{disk.SCRIPT}"]

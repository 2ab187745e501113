"""A site that opens from disk."""

import json
from pathlib import Path

import pytest
from annotated_edition.formats import offline


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
    assert offline.from_disk(written, "background/index.html", {"", "issue", "background"}) == read


THEMES = '<script src="../assets/javascripts/bundle.1.min.js" defer></script>'
FOLDER = "../assets/javascripts/"


@pytest.mark.parametrize(
    "module",
    [
        f'<script src="{FOLDER}main.js" type="module"></script>',
        f'<script type="module" src="{FOLDER}main.js"></script>',
        f"<script src={FOLDER}main.js type=module></script>",
    ],
)
def test_a_module_is_a_script_behind_the_one_with_which_its_page_answers_others(module: str) -> None:
    assert offline.from_disk(THEMES + module, "issue/index.html", set()) == (
        f'{THEMES}<script src="{FOLDER}offline.js" defer></script>\n<script src="{FOLDER}main.js" defer></script>'
    )


def test_a_script_that_is_no_module_stays_as_it_is() -> None:
    tag = f'<script src="{FOLDER}redirect.js" data-to="../issue/#claim-1"></script>'
    assert offline.from_disk(tag, "issue/index.html", set()) == tag


def test_the_zip_holds_the_scripts_that_pages_name_with_all_that_they_import_and_nothing_for_servers(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    folder = site / "assets" / "javascripts"
    folder.mkdir(parents=True)
    written = {
        "main.js": 'addEventListener("click", async () => (await import("./later.js")).act());',
        "later.js": 'export function act() { document.title = "done"; }',
        "offline.js": "document.title = name;",
        "redirect.js": "location.replace(document.currentScript.dataset.to);",
        "bundle.1.min.js": "theme();",
    }
    for name, script in written.items():
        (folder / name).write_text(script, encoding="utf-8")
    tags = f'{THEMES}<script src="{FOLDER}main.js" type="module"></script><script src="{FOLDER}redirect.js"></script>'
    (site / "index.html").write_text(tags, encoding="utf-8")
    for name in ("404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "card.png"):
        (site / name).write_text("for servers and robots", encoding="utf-8")
    packed = {path.rpartition("/")[2]: content.decode() for path, content in offline.packed(site)}
    assert packed.keys() == {"index.html", "main.js", "offline.js", "redirect.js", "bundle.1.min.js"}
    assert "done" in packed["main.js"]
    assert "import(" not in packed["main.js"]
    assert packed["redirect.js"] == written["redirect.js"]


def test_the_index_is_a_script_with_the_addresses_of_files() -> None:
    script = offline.index_script(json.dumps({"pages": [["", "Home"], ["issue/", "The “issue”"]], "passages": []}))
    before, _, found = script.removesuffix(" }));\n").partition("detail: ")
    assert before == 'document.dispatchEvent(new CustomEvent("search:index", { '
    assert json.loads(found)["pages"] == [["index.html", "Home"], ["issue/index.html", "The “issue”"]]

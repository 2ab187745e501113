"""Where works are many, the page of references has less of each and loses nothing that it led to.

Many are few here: the limits are lowered to what the small edition has.
"""

from functools import partial
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

import pytest
import zotero
from annotated_edition.structure import sources
from fixtures.builder import copy_fixture, sound
from fixtures.pages import ADDRESS, said
from fixtures.published import html, parsed, there
from fixtures.sharing import once

LIMITS = {"text": {"FULL": 0}, "name": {"FULL": 0, "TEXTS": 0}}  # by what the page has of each
# By the key of each work: its name, a word that only its text has, what was read, and the first place that cites it.
WORKS = {
    "coffey2022weaken": ("Coffey and Lohman 2022", "A Brief", "The text was read.", "annotation 2b"),
    "gazette2021": ("A Border Moves 2021", "https:", "Another page reports it.", "annotation 1b"),
    "smith2020": ("Smith 2020", "Press", "The text was read.", "annotation 1a"),
}


def build(form: str, folder: Path) -> None:
    """Build it within the limits, of which all is kept, and then beyond them."""
    copy_fixture(folder)
    (folder / "docs" / "references.md").write_text("---\ntemplate: references.html\n---\n\n# References\n")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - References: references.md\n")
    sound(folder, SITE_URL=ADDRESS)
    with patch.dict(vars(sources), LIMITS[form]):
        sound(folder, SITE_URL=ADDRESS, FORMATS="true")


@pytest.fixture(scope="module", params=LIMITS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def large(form: str) -> Path:
    return once(f"many-{form}", partial(build, form)) / "site"


def test_each_of_many_references_is_at_its_address_and_leads_to_its_own_page(large: Path, form: str) -> None:
    entries = {str(entry["id"]): entry for entry in parsed(large, "references/").select(".reference")}
    assert sorted(entries) == [f"reference-{key}" for key in WORKS]
    for key, (name, word, _, _) in WORKS.items():
        entry = entries[f"reference-{key}"]
        (own,) = entry.select(f"a[href='../r/{key}/']")
        assert said(own) == ("Full entry" if form == "text" else said(entry))
        assert (said(entry) == name, word in said(entry)) == (form == "name", form == "text")


def test_what_the_list_leaves_out_is_on_the_page_of_each_work(large: Path) -> None:
    for key, (_, word, basis, use) in WORKS.items():
        soup = parsed(large, f"r/{key}/")
        (entry,) = soup.select(f"main #reference-{key}")
        assert word in said(entry.select_one(".reference__entry"))
        assert said(entry.select_one(".reference__basis")) == basis
        leading = [*entry.select(".reference__uses a"), *soup.select(".references > p a")]
        assert (said(leading[0]), said(leading[-1])) == (use, "All references")
        assert all(there(large, str(link["href"]).removeprefix("../../")) for link in leading)
        assert soup.select(".cite__of a[href='#entry']")


def test_the_foot_of_a_page_leads_to_the_full_entry_where_it_stands(large: Path) -> None:
    foot = parsed(large, "").select(".reference")
    own = [f"r/{str(entry['id']).removeprefix('reference-')}/" for entry in foot]
    assert [str(entry.select(".reference__uses > a")[-1]["href"]) for entry in foot] == own
    assert own


def test_zotero_saves_a_long_list_as_the_page_that_it_is(large: Path) -> None:
    assert zotero.record(html(large, "references/"))["title"] == "References"


def test_books_have_the_full_entries_of_many_references(large: Path) -> None:
    with ZipFile(large / "edition.epub") as book:
        (listed,) = (book.read(name).decode() for name in book.namelist() if name.endswith("references.xhtml"))
    for text in (listed, html(large, "print/")):
        assert text.count('class="reference__basis"') == len(WORKS)

"""What a source offers to whoever cites it, without a build."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from annotated_edition.citations.formatting import formatted
from annotated_edition.citations.styles import STYLES, source_variants
from annotated_edition.files.kept import Kept
from annotated_edition.structure.sources import Reference, reference_of
from annotated_edition.structure.works import entry_texts
from fixtures.builder import SETTINGS
from pybtex.database import parse_string

BIB = """% A remark.

@misc{one,
  title = {{EU} rules},
}

@book{two,
  title = {A {Book}}
}
"""
WORKS: list[dict[str, Any]] = [
    {"id": "one", "type": "webpage", "title": "One", "URL": "https://one.test/", "container-title": "Page"},
    {"id": "two", "type": "book", "title": "Two", "author": [{"family": "Roe", "given": "Jo"}], "publisher": "House"},
]


def reference(fields: str) -> Reference:
    entry = parse_string(f"@misc{{one, title={{T}}, {fields}}}", "bibtex").entries["one"]
    return reference_of(entry, "", "", (), replace(SETTINGS, sources_through="2026-07"))


def test_an_entry_is_given_as_it_stands_in_the_file() -> None:
    assert entry_texts(BIB) == {
        "one": "@misc{one,\n  title = {{EU} rules},\n}\n",
        "two": "@book{two,\n  title = {A {Book}}\n}\n",
    }


def test_each_source_is_cited_in_every_style(tmp_path: Path) -> None:
    works = {work["id"]: source_variants(work) for work in WORKS}
    strings = formatted(Kept(tmp_path / "kept"), {"sources": works})["sources"]
    assert [list(made) for made in strings.values()] == [[style.key for style in STYLES]] * 2
    assert strings["two"]["apa"] == "Roe, J. (n.d.). <em>Two</em>. House."
    assert 'class="accessed"' in strings["one"]["mla"]


def test_a_small_word_after_an_abbreviation_stays_small(tmp_path: Path) -> None:
    work = {"id": "one", "type": "book", "title": "How the U.S. and its friends trade"}
    strings = formatted(Kept(tmp_path / "kept"), {"sources": {"one": source_variants(work)}})["sources"]
    assert "How the U.S. and Its Friends Trade" in strings["one"]["chicago-notes"]
    assert "How the U.S. and its friends trade" in strings["one"]["apa"]


def test_what_was_read_on_a_day_has_its_copy_of_that_day() -> None:
    found = reference("url={https://one.test/a}, urldate={2026-05-04}")
    assert (found.read, found.archived) == ("2026-05-04", "https://web.archive.org/web/20260504/https://one.test/a")
    assert not found.is_archived


def test_a_copy_that_the_entry_names_comes_first_and_without_a_day_the_last_of_all_counts() -> None:
    found = reference("url={https://one.test/a}, archived={https://archive.test/1}")
    assert (found.read, found.archived, found.is_archived) == ("2026-07-31", "https://archive.test/1", True)


def test_what_is_not_online_has_no_copy() -> None:
    assert reference("year={2020}").archived == ""

"""What is known of a work of references.bib, in the terms of CSL-JSON."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from annotated_edition.files.kept import Kept
from annotated_edition.structure.sources import (
    EACH,
    FULL,
    TEXTS,
    extent,
    iso_date,
    plain,
    reference_of,
    sources_of,
    title_language,
)
from annotated_edition.structure.works import works_of
from fixtures.builder import SETTINGS, VOCABULARY
from pybtex.database import parse_string


def source(tmp_path: Path, fields: str, kind: str = "misc") -> dict[str, Any]:
    text = f"@{kind}{{key2022,\n{fields}\n}}\n"
    works = works_of(Kept(tmp_path / "kept.db"), text, VOCABULARY.languages)
    return dict(sources_of(works, parse_string(text, "bibtex").entries, VOCABULARY.languages)["key2022"])


def test_a_chapter_is_known_with_all_its_facts_and_its_titles_as_they_are_written(tmp_path: Path) -> None:
    fields = "author={Coffey, Luke and {Department of Defense}}, title={The {U.S.} and Its Allies}, editor={Doe, Jo},"
    fields += r"booktitle={Trade \& Security}, publisher={Press}, address={Boston}, pages={7--9}, langid={russian},"
    fields += r"year={2022}, month=mar, day={5}, url={https://example.org/a\_b--c~d}"
    assert source(tmp_path, fields, "incollection") == {
        "id": "key2022",
        "type": "chapter",
        "title": "The U.S. and Its Allies",
        "author": [{"family": "Coffey", "given": "Luke"}, {"literal": "Department of Defense"}],
        "container-title": "Trade & Security",
        "editor": [{"family": "Doe", "given": "Jo"}],
        "publisher": "Press",
        "publisher-place": "Boston",
        "page": "7-9",
        "issued": {"date-parts": [[2022, 3, 5]]},
        "URL": "https://example.org/a_b--c~d",
        "language": "ru",
    }


def test_a_language_that_the_edition_does_not_name_is_not_told(tmp_path: Path) -> None:
    assert "language" not in source(tmp_path, "title={A}, langid={klingon}")


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ("title={Ukaz}, langid={russian}", "ru"),
        ("title={{[A decree on trade]}}, langid={russian}", ""),  # a description is in the edition's own
        ("title={[A decree on trade]}, langid={russian}", ""),
        ("title={A Decree}, langid={english}", ""),
        ("title={A Decree}", ""),
    ],
)
def test_a_title_has_a_language_where_it_is_a_title_in_another(fields: str, language: str) -> None:
    entry = parse_string(f"@misc{{key2022, {fields}}}", "bibtex").entries["key2022"]
    assert title_language(entry, SETTINGS) == language


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{EU} rules -- what now", "EU rules – what now"),
        ("A---B", "A—B"),
        (r"Trade \& Security", "Trade & Security"),
        (r"M{\"u}nchen", "München"),
        ("``Never'' again", "“Never” again"),
        (r"Biden's `nerve' \& more", "Biden’s ‘nerve’ & more"),
    ],
)
def test_latex_becomes_the_text_that_it_stands_for(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2022, 3, 5]]}, "2022-03-05"),
        ({"date-parts": [[2022, 3]]}, "2022-03"),
        ({"date-parts": [[2022]]}, "2022"),
        ({"literal": "n.d."}, ""),
    ],
)
def test_a_date_is_known_as_far_as_it_is(issued: dict[str, Any], date: str) -> None:
    assert iso_date({"issued": issued}) == date
    assert iso_date({}) == ""


@pytest.mark.parametrize(
    ("fields", "read", "archived"),
    [
        (
            "url={https://one.test/a}, urldate={2026-05-04}",
            "2026-05-04",
            "https://web.archive.org/web/20260504/https://one.test/a",
        ),
        ("url={https://one.test/a}, archived={https://archive.test/1}", "2026-07-31", "https://archive.test/1"),
        ("year={2020}", "2026-07-31", ""),
    ],
)
def test_what_is_online_has_the_copy_that_its_entry_names_or_that_of_the_day_on_which_it_was_read(
    fields: str, read: str, archived: str
) -> None:
    """Or of the last day on which any was."""
    entry = parse_string(f"@misc{{one, title={{T}}, {fields}}}", "bibtex").entries["one"]
    found = reference_of(entry, "", "", (), replace(SETTINGS, sources_through="2026-07"))
    assert (found.read, found.archived, found.is_archived) == (read, archived, "archived=" in fields)


def test_a_list_has_less_of_each_reference_the_more_text_they_have() -> None:
    entry = parse_string("@misc{key2022, title={A}, basis={}}", "bibtex").entries["key2022"]
    one = replace(reference_of(entry, "é" * 50, "A 2022", (), SETTINGS), basis="b" * 60)
    text, full = 100 + EACH, 160 + EACH  # bytes
    assert extent([]) == "full"
    assert extent([one] * (FULL // full)) == "full"
    assert extent([one] * (FULL // full + 1)) == "text"
    assert extent([one] * (TEXTS // text)) == "text"
    assert extent([one] * (TEXTS // text + 1)) == "name"


@pytest.mark.parametrize("shared", ["", "@string{a = {Press}}\n"])
def test_works_are_the_same_in_whatever_parts_they_are_read(
    shared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = "a" if shared else "{Press}"
    text = shared + "".join(f"@book{{key{number}, title={{T}}, publisher={press}}}\n" for number in range(5))
    whole = works_of(Kept(tmp_path / "whole.db"), text, {})
    monkeypatch.setattr("annotated_edition.structure.works.AT_ONCE", 2)
    assert works_of(Kept(tmp_path / "parts.db"), text, {}) == whole
    assert [work["publisher"] for work in whole.values()] == ["Press"] * 5

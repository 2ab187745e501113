"""pandoc formats citations and references by the CSL style, each with the works for which it could be mistaken."""

import re
from collections.abc import Collection
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from annotated_edition.files.kept import Kept
from annotated_edition.structure.works import works_of
from annotated_edition.text import citeproc, pandoc
from annotated_edition.text.citeproc import Formatted, format_all
from fixtures.builder import FIXTURE, SETTINGS, VOCABULARY

BIB = (FIXTURE / "references.bib").read_text(encoding="utf-8")
BRACKETS = frozenset({"@smith2020, p. 3", "see @gazette2021; @smith2020, sec. 2", "@coffey2022weaken"})
YEARS = (2020, 2021)


def book(key: str, author: str, title: str, year: int = 2020) -> str:
    return f"@book{{{key},\n  author = {{{author}}},\n  title = {{{title}}},\n  year = {{{year}}}\n}}\n"


def format_text(kept: Kept, text: str, brackets: Collection[str] = ()) -> Formatted:
    return format_all(kept, works_of(kept, text, VOCABULARY.languages), frozenset(brackets))


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Formatted:
    return format_text(Kept(tmp_path_factory.mktemp("formatted") / "kept"), BIB, BRACKETS)


def element(formatted: Formatted, bracket: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<span>{formatted.citations[bracket]}</span>")


def said(formatted: Formatted, bracket: str) -> str:
    return "".join(element(formatted, bracket).itertext()).replace("\xa0", " ")


def test_a_citation_is_author_and_year_with_its_prefix_and_its_locator_and_a_link_for_each_key(
    formatted: Formatted,
) -> None:
    assert said(formatted, "@smith2020, p. 3") == "(Smith 2020, 3)"
    assert said(formatted, "see @gazette2021; @smith2020, sec. 2") == "(see A Border Moves 2021; Smith 2020, sec. 2)"
    links = element(formatted, "see @gazette2021; @smith2020, sec. 2").findall(".//a")
    assert [link.attrib["href"] for link in links] == ["#ref-gazette2021", "#ref-smith2020"]


def test_every_entry_is_formatted_with_its_address_and_named_without_an_author_by_its_short_title(
    formatted: Formatted,
) -> None:
    assert formatted.names == {
        "coffey2022weaken": "Coffey and Lohman 2022",
        "gazette2021": "A Border Moves 2021",
        "smith2020": "Smith 2020",
    }
    assert set(formatted.entries) == formatted.names.keys()
    assert formatted.entries["smith2020"] == "Smith, Anna. 2020. <em>Borders</em>. Press."
    assert re.findall(r'href="([^"]*)"', formatted.entries["gazette2021"]) == ["https://example.org/a_border"]


def test_works_of_one_author_and_year_have_letters(tmp_path: Path) -> None:
    names = format_text(Kept(tmp_path / "kept"), BIB + book("smith2020b", "Smith, Anna", "Zones")).names
    assert [names["smith2020"], names["smith2020b"]] == ["Smith 2020a", "Smith 2020b"]


def test_one_work_more_changes_the_citations_alone_for_which_its_own_could_be_mistaken(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    format_text(kept, BIB, BRACKETS)
    with patch.object(citeproc, "run", wraps=pandoc.run) as run:
        made = format_text(kept, BIB + book("smithb2020", "Smith, Berta", "Zones"), BRACKETS)
    assert made.citations["@smith2020, p. 3"].count("A. Smith") == 1
    (job,) = run.call_args.args[0]
    assert "coffey2022weaken" not in job.text
    assert made == format_text(Kept(tmp_path / "other"), BIB + book("smithb2020", "Smith, Berta", "Zones"), BRACKETS)


def test_in_shares_works_are_formatted_as_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        "Smith, Anna",
        "Smith, Berta",
        "Smith, Anna and Ng, Al",
        "Smithson, Anna",
        "Ng, Al",
        "{Gazette}",
        "Gazette",
    )
    text = BIB + "".join(
        book(f"b{place}{year}", name, "Zones", year) for place, name in enumerate(names) for year in YEARS
    )
    monkeypatch.setattr(citeproc, "WORKS", 3)
    apart = format_text(Kept(tmp_path / "apart"), text, BRACKETS)
    assert {"A. Smith 2020a", "B. Smith 2021", "Ng 2021"} <= set(apart.names.values())
    monkeypatch.setattr(citeproc, "WORKS", len(names) * 4)
    monkeypatch.setattr(citeproc, "alike_works", lambda works: {key: set(works) for key in works})
    assert format_text(Kept(tmp_path / "together"), text, BRACKETS) == apart


def test_a_work_whose_year_is_none_has_no_date(tmp_path: Path) -> None:
    text = BIB.replace("{2021}", "{c. 2021}")
    assert text != BIB
    assert format_text(Kept(tmp_path / "kept"), text).names["gazette2021"] == "A Border Moves, n.d."


def test_the_list_goes_by_all_names_and_then_by_year_and_title(tmp_path: Path) -> None:
    names = ("Öst, Eva", "{O'Neil News}", "Oster, Bo and Zahn, Al", "Oster, Bo and Beck, Cy", "Oster, Bo", "{N-Post}")
    text = "".join(book(f"b{place}", name, "Zones") for place, name in enumerate(names))
    assert list(format_text(Kept(tmp_path / "kept"), text).entries) == ["b5", "b1", "b0", "b4", "b3", "b2"]


def test_works_that_can_all_be_taken_for_one_another_are_formatted_together(tmp_path: Path) -> None:
    keys = [f"smith{number}" for number in range(citeproc.WORKS + 1)]
    text = "".join(book(key, "Smith, Anna", f"Volume {number}") for number, key in enumerate(keys))
    with patch.object(citeproc, "run", wraps=pandoc.run) as run:
        formatted = format_text(Kept(tmp_path / "kept"), text, {f"@{keys[0]}, p. 2", f"@{keys[1]}"})
    (jobs,) = (call.args[0] for call in run.call_args_list)
    assert len(jobs) == 1
    assert len(set(formatted.names.values())) == len(keys)


OTHERS = [name for name, tag in VOCABULARY.languages.items() if tag != SETTINGS.primary_language]


@pytest.mark.parametrize("language", OTHERS)
def test_a_title_in_another_language_keeps_its_capitals(tmp_path: Path, language: str) -> None:
    text = book("doe2020", "Doe, Jo", "Zwei od trzech words").replace("year", f"langid = {{{language}}},\n  year")
    assert "Zwei od trzech words" in format_text(Kept(tmp_path / "kept"), text).entries["doe2020"]


def test_a_language_has_its_tag_whatever_pandoc_makes_of_its_name(tmp_path: Path) -> None:
    text = "".join(
        book(f"doe20{at:02}", "Doe, Jo", "Title").replace("year", f"langid = {{{name}}},\n  year")
        for at, name in enumerate(VOCABULARY.languages)
    )
    works = works_of(Kept(tmp_path / "kept"), text, VOCABULARY.languages).values()
    tags = [tag.partition("-")[0] for tag in VOCABULARY.languages.values()]
    assert [work["language"].partition("-")[0].replace("nb", "no") for work in works] == tags

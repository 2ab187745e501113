"""pandoc formats citations and references by the CSL style, in one run."""

import re
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree

import pypandoc
import pytest
from annotated_edition.files.kept import Kept
from annotated_edition.text.citeproc import Formatted, format_all
from fixtures.builder import FIXTURE

BIB = (FIXTURE / "references.bib").read_text(encoding="utf-8")
BRACKETS = frozenset({"@smith2020, p. 3", "see @gazette2021; @smith2020, sec. 2", "@coffey2022weaken"})
KEYS = frozenset({"coffey2022weaken", "gazette2021", "smith2020"})


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Formatted:
    path = tmp_path_factory.mktemp("formatted") / "references.bib"
    path.write_text(BIB, encoding="utf-8")
    return format_all(Kept(path.with_name("kept")), str(path), BIB, BRACKETS, KEYS)


def element(formatted: Formatted, bracket: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<span>{formatted.citations[bracket]}</span>")


def said(formatted: Formatted, bracket: str) -> str:
    return "".join(element(formatted, bracket).itertext()).replace("\xa0", " ")


def test_a_citation_is_author_and_year_with_its_locator(formatted: Formatted) -> None:
    assert said(formatted, "@smith2020, p. 3") == "(Smith 2020, 3)"


def test_prefixes_and_locators_are_kept(formatted: Formatted) -> None:
    assert said(formatted, "see @gazette2021; @smith2020, sec. 2") == "(see A Border Moves 2021; Smith 2020, sec. 2)"


def test_each_key_is_a_link_of_its_own(formatted: Formatted) -> None:
    links = element(formatted, "see @gazette2021; @smith2020, sec. 2").findall(".//a")
    assert [link.attrib["href"] for link in links] == ["#ref-gazette2021", "#ref-smith2020"]


def test_an_entry_without_an_author_goes_by_its_short_title(formatted: Formatted) -> None:
    assert formatted.names["gazette2021"] == "A Border Moves 2021"


def test_every_entry_is_formatted_and_named(formatted: Formatted) -> None:
    assert set(formatted.entries) == set(formatted.names) == KEYS
    assert formatted.names["coffey2022weaken"] == "Coffey and Lohman 2022"
    assert formatted.entries["smith2020"] == "Smith, Anna. 2020. <em>Borders</em>. Press."


def test_an_address_is_not_corrupted(formatted: Formatted) -> None:
    assert re.findall(r'href="([^"]*)"', formatted.entries["gazette2021"]) == ["https://example.org/a_border"]


def test_nothing_is_formatted_again_while_nothing_cited_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(BIB, encoding="utf-8")
    kept = Kept(tmp_path / "kept")
    with patch.object(pypandoc, "convert_text", wraps=pypandoc.convert_text) as pandoc:
        for text in (BIB, BIB, BIB + "% changed"):
            format_all(kept, str(path), text, frozenset({"@smith2020, p. 99"}), KEYS)
        kept.save()
        format_all(Kept(kept.file), str(path), BIB, frozenset({"@smith2020, p. 99"}), KEYS)
    assert pandoc.call_count == 2


def test_works_of_one_author_and_year_have_letters(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    text = BIB + "@book{smith2020b,\n  author = {Smith, Anna},\n  title = {Zones},\n  year = {2020}\n}\n"
    path.write_text(text, encoding="utf-8")
    names = format_all(Kept(tmp_path / "kept"), str(path), text, frozenset(), KEYS | {"smith2020b"}).names
    assert [names["smith2020"], names["smith2020b"]] == ["Smith 2020a", "Smith 2020b"]

"""references.bib is read whole, and checked entry by entry."""

from pathlib import Path

import pytest
from annotated_edition.build.bibliography import EditionRegistry
from annotated_edition.structure.entries import entry_problems
from annotated_edition.structure.references import Registry
from fixtures.builder import FIXTURE, VOCABULARY
from mkdocs_bibtex.citation import CitationBlock

BIB = (FIXTURE / "references.bib").read_text(encoding="utf-8")


def load(folder: Path, text: str) -> Registry:
    path = folder / "references.bib"
    path.write_text(text, encoding="utf-8")
    return Registry(str(path))


def said(registry: Registry) -> list[str]:
    problems = [*registry.problems, *entry_problems(registry, VOCABULARY)]
    return [f"{problem.subject}: {problem.wrong}" for problem in problems]


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    registry = load(tmp_path, BIB)
    assert said(registry) == []
    assert registry.is_sound
    assert list(registry.bib_data.entries) == ["coffey2022weaken", "gazette2021", "smith2020"]


def test_an_entry_knows_its_line(tmp_path: Path) -> None:
    registry = load(tmp_path, BIB)
    assert BIB.splitlines()[registry.line_of("smith2020") - 1] == "@book{smith2020,"
    assert registry.line_of("nobody") == 0


def test_a_citation_is_handed_back_to_mkdocs_bibtex_as_it_was_written() -> None:
    for written in ("[@smith2020]", "[see @smith2020, p. 3;  @nobody]"):
        (block,) = CitationBlock.from_markdown(written)
        assert EditionRegistry([str(FIXTURE / "references.bib")]).inline_text(block) == written


def test_mkdocs_bibtex_loads_the_entries_and_no_mistake_in_them_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(BIB.replace("{Borders}", "{Borders"), encoding="utf-8")
    registry = EditionRegistry([str(path)])
    assert "gazette2021" in registry.bib_data.entries
    assert said(registry) == said(load(tmp_path, BIB.replace("{Borders}", "{Borders")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{Borders}", "{Borders of Old}"),
        ("@book{smith2020,", "@book{smith2021, title = {A New One}}\n\n@book{smith2020,"),
        ("@book{smith2020,", "@book{gazette2021,"),
        ("}\n\n@book", "} @book"),
        ("{Borders}", "{Borders"),
        ("{Borders}", "name"),
        ("@book{smith2020,", '@string{name = "Borders"}\n\n@book{smith2020,\n  note = name,'),
        (BIB[BIB.index("@book{smith2020,") :], ""),
    ],
)
def test_entries_that_are_edited_are_read_as_if_all_were_read_anew(tmp_path: Path, old: str, new: str) -> None:
    path, edited = tmp_path / "references.bib", BIB.replace(old, new)
    for text in (BIB, edited, edited.replace('"Borders"', '"Frontiers"').replace("A Brief", "A Long Brief"), BIB):
        path.write_text(text, encoding="utf-8")
        read, anew = EditionRegistry([str(path)]), Registry(str(path))
        assert read.bib_data.entries == anew.bib_data.entries
        assert list(read.bib_data.entries) == list(anew.bib_data.entries)
        assert read.problems == anew.problems
    assert edited != BIB


def test_while_references_are_edited_only_the_changed_entry_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "references.bib"
    path.write_text(BIB, encoding="utf-8")
    EditionRegistry([str(path)])
    monkeypatch.setattr(EditionRegistry, "load", None)
    path.write_text(BIB.replace("{Borders}", "{Borders of Old}"), encoding="utf-8")
    assert EditionRegistry([str(path)]).bib_data.entries["smith2020"].fields["title"] == "Borders of Old"


def test_all_errors_of_syntax_are_named(tmp_path: Path) -> None:
    text = BIB.replace("year       = {2022}", "year = later").replace(
        "year       = {2020}", "year = {2020}, year = {2020}"
    )
    assert said(load(tmp_path, text)) == [
        "reference coffey2022weaken: has the bare word later in line 6",
        "reference smith2020: has year twice",
    ]


def test_an_entry_behind_a_mistake_is_still_known(tmp_path: Path) -> None:
    registry = load(tmp_path, BIB.replace("title      = {A Border Moves}", "title      = {A Border Moves"))
    assert registry.knows("smith2020")
    assert not registry.knows("nobody")


def test_an_entry_without_a_beginning_hides_no_other_mistake(tmp_path: Path) -> None:
    text = BIB.replace("@misc{gazette2021,", "@misc{").replace("{2020},", "{2020},\n  year = {2021},")
    assert said(load(tmp_path, text)) == ["line 12: “@misc{” begins no entry", "reference smith2020: has year twice"]


def test_a_line_within_a_value_that_begins_like_an_entry_is_none(tmp_path: Path) -> None:
    value = "{2020},\n  note = {The whole\nreport (of 2020),\n  book {and} all},"
    assert said(load(tmp_path, BIB.replace("{2020},", value))) == []


def test_an_edit_that_repeats_a_key_with_a_capital_letter_is_named_while_editing(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(BIB, encoding="utf-8")
    EditionRegistry([str(path)])
    path.write_text(BIB + BIB[BIB.index("@book{") :].replace("smith2020", "Smith2020"), encoding="utf-8")
    assert said(EditionRegistry([str(path)])) == ["reference Smith2020: is in the file twice"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    registry = Registry(str(tmp_path / "references.bib"))
    assert [problem.wrong for problem in registry.problems] == ["cannot be read (No such file or directory)"]


SMITH = "reference smith2020: its"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("}\n\n@book", "} @book", "reference smith2020: does not begin a line as @type{key,"),
        ("@book{smith2020,", "@book{smith 2020,", "line 22: “@book{smith 2020,” begins no entry"),
        ("@book{smith2020,", "@book{", "line 22: “@book{” begins no entry"),
        ("@book{smith2020,", "@book{smith2020", "line 22: “@book{smith2020” begins no entry"),
        ("@book{smith2020,", "@book{sm\u200bith2020,", "line 22: “@book{sm\u200bith2020,” begins no entry"),
        ("@book{smith2020,", "@book(smith2020,", "line 22: “@book(smith2020,” begins no entry"),
        ("@book{smith2020,", "book{smith2020,", "line 22: “book{smith2020,” begins no entry"),
        (BIB, "% Nothing yet.\n", "file: has no entry"),
        ("{Press},", "{Press},,", "reference smith2020: has two commas in line 26"),
        ("{2020},", "{2020},\n  month = april,", "reference smith2020: has the bare word april in line 26"),
        ("{2020},", "{2020a},", "reference smith2020: year “2020a” is no year"),
        ("}\n\n@book", "}\n>>>>>>> b\n@book", "line 21: “>>>>>>> b” begins or ends what git could not merge"),
        ("{2020},", "{2020},\n  date = {2020-04},", "reference smith2020: has a date, which citations do not show"),
        ("{2020},", "{2020},\n  urldate = {2026-02-31},", "reference smith2020: urldate “2026-02-31” is not a day"),
        ("/a_border}", "/a_border,}", "reference gazette2021: url “https://example.org/a_border,” is no address"),
        ("/a_border}", "/a\u200b}", "reference gazette2021: url “https://example.org/a\u200b” is no address"),
        ("{Smith, Anna}", "{Smith, Anna, Roe, Jo}", f"{SMITH} name “Smith, Anna, Roe, Jo” has too many commas"),
        ("{Smith, Anna}", "{Smith, Anna et al.}", "reference smith2020: author “Smith, Anna et al.” has et al. in it"),
        ("{Borders}", "{Borders #1}", "reference smith2020: title has # in it, which TeX does not take for text"),
        ("{Borders}", "{Borders at $5}", "reference smith2020: title has $ in it, which TeX does not take for text"),
        ("{Borders}", "{\\foo Borders}", "reference smith2020: title has the command \\foo in it, which is not known"),
        ("{Borders}", "{<b>Borders</b>}", "reference smith2020: title has HTML in it, <b>"),
        ("smith2020", "Smith2020", "reference Smith2020: its key is not of small letters and digits"),
        ("{Borders}", "{ }", "reference smith2020: has no title"),
        ("{2020},", "{2020},\n  month = 4,", "reference smith2020: month “4” is not known in line 26"),
        ("{2020},", "{2020},\n  day = {1},", "reference smith2020: day “1” stands without a month"),
        ("{2020},", "{2020},\n  month = feb,\n  day = {1st},", "reference smith2020: day “1st” is not in February"),
    ],
)
def test_a_fault_of_an_entry_is_named(old: str, new: str, problem: str, tmp_path: Path) -> None:
    assert said(load(tmp_path, BIB.replace(old, new))) == [problem]


def test_a_date_as_far_as_it_is_known_is_sound(tmp_path: Path) -> None:
    for date in (
        "",
        "year = {2020},",
        "year = {2020},\n  month = feb,",
        "year = {2020},\n  MONTH = Feb,\n  day = {29},",
    ):
        assert said(load(tmp_path, BIB.replace("year       = {2020},", date))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{Borders}", "{100\\% of {\\'E}tats, \\$5 \\& \\emph{more}, AT\\&T \\#1}"),
        ("{Smith, Anna}", "{{Smith & Daughters; a Press} and others}"),
        ("{Press}", "{Press},\n  doi = {10.1080/09636412.2013.816121}"),
        ("{The text was read.},\n  sourcetype = {research}", "{Half of it: 50%, $5.},\n  sourcetype = {research}"),
    ],
)
def test_what_tex_takes_for_text_is_sound(old: str, new: str, tmp_path: Path) -> None:
    assert said(load(tmp_path, BIB.replace(old, new))) == []


def test_an_editor_stands_for_an_author(tmp_path: Path) -> None:
    assert said(load(tmp_path, BIB.replace("author     = {Smith", "editor     = {Smith"))) == []

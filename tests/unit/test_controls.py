"""The controls of a passage, "Cite" and "Suggest", and where they lead."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from annotated_edition.citations.controls import FORM, ControlExtension, controls
from bs4 import BeautifulSoup
from fixtures.builder import PROJECT
from fixtures.citable import ADDRESS, small_work
from fixtures.labelled import annotation, claim
from fixtures.reading import rendered

TEXT = claim("3") + annotation("3a", "It does.")
REPOSITORY = "https://git.example/owner/edition"
CITE, SUGGEST = controls(small_work(), REPOSITORY)


def html() -> BeautifulSoup:
    return rendered(TEXT, ControlExtension([CITE, SUGGEST]))


@pytest.mark.parametrize(
    ("facts", "name", "href"),
    [(".claim__facts", "Cite claim 3", "../c/3/cite/"), (".annotation__facts", "Cite annotation 3a", "../c/3a/cite/")],
)
def test_a_passage_has_a_link_to_its_citations_with_a_name_of_its_own(facts: str, name: str, href: str) -> None:
    (link,) = html().select(f"{facts} > a.cite__open")
    assert link.get_text() == name
    assert link["href"] == href


def test_the_word_of_a_control_is_not_searched_for() -> None:
    assert [link.has_attr("data-search-exclude") for link in html().select(".cite__open, .suggest")] == [True] * 4


@pytest.mark.parametrize(
    ("label", "address"), [("1", "c/1/cite/"), ("1a", "c/1a/cite/"), ("3", "../c/3/cite/"), ("99", "")]
)
def test_a_sheet_is_found_from_the_page_of_its_passage(label: str, address: str) -> None:
    assert CITE.address(label) == address


def test_where_directories_have_no_address_the_file_is_named() -> None:
    (cite,) = controls(small_work(), "", "index.html")
    assert cite.address("3") == "../c/3/cite/index.html"


def test_a_suggestion_says_for_what_and_fills_the_form_with_label_address_and_edition() -> None:
    links = html().select("a.suggest")
    assert [" ".join(link.get_text().split()) for link in links] == [
        "Suggest a correction or a source for claim 3",
        "Suggest a correction or a source for annotation 3a",
    ]
    address = str(links[1]["href"])
    assert address.startswith(f"{REPOSITORY}/issues/new?")
    assert parse_qs(urlsplit(address).query) == {
        "template": [FORM],
        "title": ["Suggestion for annotation 3a"],
        "passage": ["annotation 3a"],
        "address": [f"{ADDRESS}second/#annotation-3a"],
        "edition": ["1.0"],
    }


def test_what_a_link_fills_in_are_fields_of_the_form() -> None:
    form = yaml.safe_load((PROJECT / ".github" / "ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    fields = {field["id"] for field in form["body"]}
    filled = parse_qs(urlsplit(str(html().select("a.suggest")[0]["href"])).query)
    assert set(filled) - {"template", "title"} <= fields

"""The control that cites a passage, and where it leads."""

import pytest
from annotated_edition.citations.citation_pages import citation_page_addresses
from annotated_edition.citations.controls import CiteExtension
from bs4 import BeautifulSoup
from fixtures.citable import small_work
from fixtures.reading import blocks
from markdown import markdown

TEXT = """
/// claim | 8
    title: The move west shows trust
    at: p. 1
    verdict: disputed
    because: The sources differ.

The brief holds so.
///

/// annotation | 8a
    kind: evidence
    date: 2026-11-24

It does.
///
"""


def html(address: str = "../c/{}/cite/") -> BeautifulSoup:
    made = markdown(TEXT, extensions=[blocks(), CiteExtension(address.format)])
    return BeautifulSoup(made, "html.parser")


@pytest.mark.parametrize(
    ("facts", "name", "href"),
    [(".claim__facts", "Cite claim 8", "../c/8/cite/"), (".annotation__facts", "Cite annotation 8a", "../c/8a/cite/")],
)
def test_a_passage_has_a_link_to_its_citations_with_a_name_of_its_own(facts: str, name: str, href: str) -> None:
    (link,) = html().select(f"{facts} > a.cite__open")
    assert link.get_text() == name
    assert link["href"] == href


def test_the_word_of_the_control_is_not_searched_for() -> None:
    assert all(link.has_attr("data-search-exclude") for link in html().select(".cite__open"))


@pytest.mark.parametrize(
    ("label", "address"), [("1", "c/1/cite/"), ("1a", "c/1a/cite/"), ("3", "../c/3/cite/"), ("99", "")]
)
def test_a_sheet_is_found_from_the_page_of_its_passage(label: str, address: str) -> None:
    assert citation_page_addresses(small_work())(label) == address


def test_where_directories_have_no_address_the_file_is_named() -> None:
    assert citation_page_addresses(small_work(), "index.html")("3") == "../c/3/cite/index.html"

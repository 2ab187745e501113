"""A page is read as the editor wrote it."""

import pytest
from annotated_edition.blocks.links import Link
from annotated_edition.structure.kinds import use_label
from annotated_edition.structure.order import in_order
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import with_facts
from annotated_edition.text.citations_extension import CitationsExtension
from bs4 import BeautifulSoup
from fixtures.builder import FIXTURE
from fixtures.reading import blocks, read_page
from markdown import markdown


@pytest.fixture
def index() -> Page:
    return read("index.md")


def source(name: str) -> str:
    return (FIXTURE / "docs" / name).read_text(encoding="utf-8")


def read(name: str) -> Page:
    return read_page(name, name.removesuffix(".md") + "/", source(name))


def test_a_page_has_its_title_claims_and_annotations(index: Page) -> None:
    assert index.title == "Borders"
    assert [claim.label for claim in index.claims] == ["1", "2"]
    assert [annotation.label for annotation in index.annotations] == ["1a", "1b", "2a", "2b"]
    assert index.problems == ()


def test_a_heading_in_front_matter_or_code_is_no_title() -> None:
    assert read_page("a.md", "a/", "---\n# No\n---\n\n```\n# Nor this\n```\n\n# Title #\n").title == "Title"


def test_a_page_has_the_keys_it_cites_each_once(index: Page) -> None:
    assert index.keys == ["smith2020", "gazette2021", "coffey2022weaken"]


def test_a_use_is_named_by_the_id_that_the_link_has_in_the_html(index: Page) -> None:
    html = markdown(source("index.md"), extensions=[blocks(), CitationsExtension({}, label_of=use_label)])
    links = BeautifulSoup(html, "html.parser").select("[role=doc-biblioref]")
    assert [use.id for use in index.uses] == [link["id"] for link in links]
    assert [use.label for use in index.uses] == ["1a", "1b", "1b", "2a", "2b"]


def test_two_uses_in_one_passage_are_counted() -> None:
    page = read_page("a.md", "a/", "One [@key], two [@key; @other].")
    assert [(use.key, use.count, use.id) for use in page.uses] == [
        ("key", 1, "use-key"),
        ("key", 2, "use-key-2"),
        ("other", 1, "use-other"),
    ]


def test_links_are_found_with_the_text_in_which_they_stand() -> None:
    page = read_page("reasons/a.md", "reasons/a/", "[5](../background.md#claim-5), [7](#claim-7), [x](b.md#other)")
    assert page.links == (
        Link("reasons/a.md", 1, "", "background.md", "claim-5"),
        Link("reasons/a.md", 1, "", "reasons/a.md", "claim-7"),
    )
    assert [link.source for link in read("index.md").links] == ["", "claim-1", "claim-2"]


def test_pages_stand_in_the_order_of_the_nav_and_others_are_named() -> None:
    pages = [read_page(name, "", "") for name in ("a.md", "b.md", "c.md")]
    ordered, (problem,) = in_order(pages, [{"C": "c.md"}, {"Section": ["a.md"]}])
    assert [page.name for page in ordered] == ["c.md", "a.md", "b.md"]
    assert (problem.page, problem.wrong) == ("b.md", "is not in the nav of mkdocs.yml")


def test_what_the_nav_names_and_is_no_page_is_named_with_the_page_that_is_nearest() -> None:
    pages = [read_page(name, "", "") for name in ("issue.md", "about.md")]
    nav = ["isue.md", "about.md", "issue.md", "gone.md", {"Elsewhere": "https://example.org/a.md"}, "/absolute.md"]
    assert list(map(str, in_order(pages, nav)[1])) == [
        "mkdocs.yml: nav: isue.md is no page; write issue.md",
        "mkdocs.yml: nav: gone.md is no page; correct its path or delete it",
    ]


def test_a_site_without_a_nav_has_no_page_outside_it() -> None:
    pages = [read_page("a.md", "", "")]
    assert in_order(pages, None) == (pages, [])


def test_a_page_with_claims_says_its_counts_below_its_heading(index: Page) -> None:
    text = with_facts("# Borders\n\nText.", index)
    assert text.startswith("# Borders\n\n2 claims, 4 annotations, [3 sources](#references)\n")
    assert "3 claims, 4 annotations, [2 sources]" in with_facts("# Remedies\n", read("second.md"))


def test_a_page_without_claims_is_left_as_it_is() -> None:
    assert with_facts("# A", read_page("a.md", "a/", "# A")) == "# A"

"""The model of Zotero says of test pages what the real translation server said of them."""

import pytest
from zotero import record

TITLE = '<meta name="citation_title" content="A Title">'
AUTHOR = '<meta name="citation_author" content="Example Team,">'
REPORT = '<meta name="citation_technical_report_institution" content="Institute">'
PART = '<meta name="citation_inbook_title" content="Whole">'
WEBSITE = '<meta property="og:type" content="website">'
DUBLIN = '<meta name="DC.type" content="Report">'
SEEN = {
    "title and author alone": (TITLE + AUTHOR, "journalArticle"),
    "institution": (REPORT + TITLE, "report"),
    "institution beside a website": (WEBSITE + REPORT + TITLE, "report"),
    "whole of a part": (PART + TITLE, "bookSection"),
    "title of a book": ('<meta name="citation_book_title" content="Whole">' + TITLE, "journalArticle"),
    "part, then institution": (PART + REPORT + TITLE, "report"),
    "institution, then part": (REPORT + PART + TITLE, "bookSection"),
    "website with a title": (WEBSITE + TITLE, "webpage"),
    "website of Dublin Core": (WEBSITE + DUBLIN, "webpage"),
    "Dublin Core": (DUBLIN, "report"),
    "JSON-LD": ('<script type="application/ld+json">{"@type": "Report"}</script>', "webpage"),
}


@pytest.mark.parametrize(("head", "item_type"), SEEN.values(), ids=list(SEEN))
def test_the_type_is_the_one_that_was_seen(head: str, item_type: str) -> None:
    assert record(f"<head>{head}</head>")["itemType"] == item_type


def test_the_title_of_a_book_is_lost() -> None:
    assert "bookTitle" not in record(f"<head>{SEEN['title of a book'][0]}</head>")


@pytest.mark.parametrize(
    ("author", "creators"),
    [
        ("Example Team", [{"firstName": "Example", "lastName": "Team"}]),
        ("Example Team,", [{"name": "Example Team"}]),
        ("Doe, Jane", [{"lastName": "Doe", "firstName": "Jane"}]),
        ("Jane Doe, John Roe", [{"firstName": "Jane", "lastName": "Doe"}, {"firstName": "John", "lastName": "Roe"}]),
    ],
)
def test_an_organisation_keeps_its_name_by_a_comma_at_the_end(author: str, creators: list[dict[str, str]]) -> None:
    assert record(f'<head>{TITLE}<meta name="citation_author" content="{author}"></head>')["creators"] == creators


def test_coins_hide_the_page_itself() -> None:
    span = '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info:ofi/fmt:kev:mtx:dc&amp;rft.title=Work">'
    saved = record(f"<head>{REPORT}{TITLE}</head>{span}</span>")
    assert saved["itemType"] == "multiple"
    assert [item["title"] for item in saved["items"]] == ["Work"]


def test_a_tag_whose_effect_is_not_known_is_refused() -> None:
    with pytest.raises(AssertionError, match="citation_keywords is a tag whose effect is not known"):
        record('<head><meta name="citation_keywords" content="Russia"></head>')

"""Works as COinS, read back as Zotero reads them."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from annotated_edition.citations.coins import coins
from zotero import Record, context_object

ISSUED = {"issued": {"date-parts": [[2022, 3, 21]]}}
WORKS: dict[str, tuple[dict[str, Any], Record]] = {
    "report": (
        {"type": "report", "title": "A & B = C?", "publisher": "Institute", **ISSUED},
        {"itemType": "report", "title": "A & B = C?", "publisher": "Institute", "date": "2022-03-21"},
    ),
    "web page": (
        {"type": "webpage", "title": "Überblick", "publisher": "Reuters", "URL": "https://example.org/?a=b&c=d#e"},
        {
            "itemType": "webpage",
            "title": "Überblick",
            "websiteTitle": "Reuters",
            "url": "https://example.org/?a=b&c=d#e",
        },
    ),
    "article": (
        {
            "type": "article-journal",
            "title": "T",
            "container-title": "J",
            "volume": "3",
            "issue": "2",
            "DOI": "10.1/x",
        },
        {
            "itemType": "journalArticle",
            "title": "T",
            "publicationTitle": "J",
            "volume": "3",
            "issue": "2",
            "DOI": "10.1/x",
        },
    ),
    "book": (
        {"type": "book", "title": "T", "publisher": "P", "publisher-place": "London", "ISBN": "0-1"},
        {"itemType": "book", "title": "T", "publisher": "P", "place": "London", "ISBN": "0-1"},
    ),
    "chapter": (
        {"type": "chapter", "title": "T", "container-title": "B", "publisher": "P", "page": "1–9"},
        {"itemType": "bookSection", "title": "T", "bookTitle": "B", "publisher": "P", "pages": "1–9"},
    ),
}


@pytest.mark.parametrize(("csl", "record"), WORKS.values(), ids=list(WORKS))
def test_zotero_reads_the_work_whole(csl: dict[str, Any], record: Record) -> None:
    assert context_object(coins(csl)) == record | {"creators": []}


@pytest.mark.parametrize(
    ("author", "creator"),
    [
        ({"family": "Coffey", "given": "Luke"}, {"lastName": "Coffey", "firstName": "Luke"}),
        (
            {"family": "Witt", "given": "Jo", "dropping-particle": "de"},
            {"lastName": "de Witt", "firstName": "Jo"},
        ),
        ({"literal": "Department of Defense"}, {"name": "Department of Defense"}),
        ({"literal": "Office of the President, Russia"}, {"name": "Office of the President, Russia"}),
    ],
)
def test_no_organisation_is_split_into_a_person(author: dict[str, str], creator: dict[str, str]) -> None:
    assert context_object(coins({"type": "webpage", "author": [author]}))["creators"] == [creator]


def test_the_language_of_the_work_is_named_for_programs_that_read_it() -> None:
    assert parse_qs(coins({"type": "book", "title": "T", "language": "de"}))["rft.language"] == ["de"]

"""What the head of a page tells reference managers: the names, their order and their words."""

from annotated_edition.citations.metadata import card_tags, names, open_graph
from fixtures.citable import ADDRESS, item

PAGE = [
    ("citation_inbook_title", "Borders: An Annotated Edition"),
    ("citation_title", "Remedies"),
    ("citation_author", "Annotated Edition Contributors,"),
    ("citation_publication_date", "2026/11/24"),
    ("citation_publisher", "Annotated Edition Contributors"),
    ("citation_language", "en-US"),
    ("citation_public_url", f"{ADDRESS}second/"),
    ("citation_abstract", "On remedies."),
    ("prism.edition", "1.0"),
    ("DC.rights", "CC-BY-4.0"),
    ("DC.identifier", "annotated2026-second"),
    ("DC.relation.ispartof", "annotated2026"),
]


def test_a_page_is_a_part_of_the_work_and_says_so_first() -> None:
    assert names(item("second"), "On remedies.") == PAGE


def test_nothing_is_written_empty() -> None:
    assert "citation_abstract" not in dict(names(item("second"), ""))
    assert "og:description" not in dict(open_graph(item("second"), ""))


def test_open_graph_names_the_site_and_the_kind_of_page() -> None:
    assert dict(open_graph(item("second"), "On remedies.")) == {
        "og:type": "article",
        "og:title": "Remedies",
        "og:description": "On remedies.",
        "og:site_name": "Borders: An Annotated Edition",
        "og:locale": "en_US",
        "og:url": f"{ADDRESS}second/",
        **dict(card_tags(item("second"))),
    }
    assert dict(open_graph(item(""), ""))["og:type"] == "website"

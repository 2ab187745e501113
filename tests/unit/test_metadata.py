"""What the head of a page tells reference managers: the names, their order and their words."""

from annotated_edition.citations.metadata import card_tags, names, open_graph
from fixtures.citable import ADDRESS, item, small_work

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


def test_the_title_page_is_a_report_whose_number_is_its_edition() -> None:
    assert names(item(""), "On borders.")[:3] == [
        ("citation_technical_report_institution", "Annotated Edition Contributors"),
        ("citation_technical_report_number", "1.0"),
        ("citation_title", "Borders: An Annotated Edition"),
    ]


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


def test_without_a_public_address_none_is_named() -> None:
    second = item("second", small_work(address=""))
    written = dict(names(second, "On remedies.") + open_graph(second, "On remedies."))
    assert not {"citation_public_url", "og:url"} & written.keys()
    assert not [value for value in written.values() if "second/" in value]


def test_the_files_of_a_page_stand_in_its_folder_and_those_of_the_work_at_the_top() -> None:
    assert (item("second").folder, item("").folder) == ("second/", "")

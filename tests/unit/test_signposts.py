"""Typed links of pages, and the linksets that say them of files and passages too."""

from annotated_edition.citations.signposts import Link, linkset, signposts
from fixtures.citable import ADDRESS, item


def targets(links: list[Link], rel: str) -> list[str]:
    return [link.href.removeprefix(ADDRESS) for link in links if link.rel == rel]


def test_a_page_points_to_its_address_its_files_and_the_work_and_says_of_each_its_type() -> None:
    assert [(link.rel, link.href.removeprefix(ADDRESS), link.type) for link in signposts(item("second"))] == [
        ("cite-as", "second/", ""),
        ("type", "https://schema.org/AboutPage", ""),
        ("type", "https://schema.org/Chapter", ""),
        ("author", "about/", "text/html"),
        ("license", "https://creativecommons.org/licenses/by/4.0/", ""),
        ("describedby", "second/cite.csl.json", "application/vnd.citationstyles.csl+json"),
        ("describedby", "second/cite.bib", "application/x-bibtex"),
        ("describedby", "second/cite.ris", "application/x-research-info-systems"),
        ("describedby", "second/metadata.jsonld", "application/ld+json"),
        ("describedby", "second/annotations.jsonld", "application/ld+json"),
        ("collection", "", "text/html"),
        ("linkset", "second/linkset.json", "application/linkset+json"),
    ]


def test_the_work_has_its_pages_and_its_data_as_items_and_no_export_as_an_alternate() -> None:
    links = signposts(item(""))
    assert [(link.href.removeprefix(ADDRESS), link.type) for link in links if link.rel == "item"] == [
        ("second/", "text/html"),
        ("claims.csv", "text/csv"),
        ("claims.json", "application/json"),
    ]
    assert targets(links, "type")[1] == "https://schema.org/Report"
    assert targets(links, "collection") == targets(links, "alternate") == []


def test_a_linkset_says_of_each_file_what_it_describes_and_of_each_passage_how_to_cite_it() -> None:
    contexts = {context["anchor"].removeprefix(ADDRESS): context for context in linkset(item("second"))["linkset"]}
    assert contexts["second/cite.bib"] == {
        "anchor": f"{ADDRESS}second/cite.bib",
        "describes": [{"href": f"{ADDRESS}second/", "type": "text/html"}],
    }
    passage = contexts["second/#annotation-3a"]
    assert passage["cite-as"] == [{"href": f"{ADDRESS}second/#annotation-3a"}]
    assert {"href": f"{ADDRESS}c/3a/cite.bib", "type": "application/x-bibtex"} in passage["describedby"]
    assert {"second/", "second/#claim-3"} < contexts.keys()

"""Typed links of pages, and the linksets that say them of files and passages too."""

from annotated_edition.citations.signposts import Link, linkset, signposts
from fixtures.citable import ADDRESS, item, small_work


def targets(links: list[Link], rel: str) -> list[str]:
    return [link.href.removeprefix(ADDRESS) for link in links if link.rel == rel]


def test_a_page_points_to_its_address_its_files_and_the_work() -> None:
    links = signposts(item("second"))
    assert targets(links, "cite-as") == ["second/"]
    assert targets(links, "type") == ["https://schema.org/AboutPage", "https://schema.org/Chapter"]
    assert targets(links, "author") == ["about/"]
    assert targets(links, "collection") == [""]
    assert targets(links, "linkset") == ["second/linkset.json"]
    assert targets(links, "describedby") == [
        *(f"second/cite.{ending}" for ending in ("csl.json", "bib", "ris")),
        "second/metadata.jsonld",
        "second/annotations.jsonld",
    ]


def test_every_link_of_a_page_says_the_type_of_what_it_leads_to() -> None:
    types = {(link.rel, link.href.removeprefix(ADDRESS)): link.type for link in signposts(item("second"))}
    bare = {name for name, kind in types.items() if not kind}
    assert {rel for rel, _ in bare} == {"cite-as", "type", "license"}
    assert ("license", "https://creativecommons.org/licenses/by/4.0/") in bare
    assert {name: kind for name, kind in types.items() if kind} == {
        ("author", "about/"): "text/html",
        ("collection", ""): "text/html",
        ("linkset", "second/linkset.json"): "application/linkset+json",
        ("describedby", "second/cite.csl.json"): "application/vnd.citationstyles.csl+json",
        ("describedby", "second/cite.bib"): "application/x-bibtex",
        ("describedby", "second/cite.ris"): "application/x-research-info-systems",
        ("describedby", "second/metadata.jsonld"): "application/ld+json",
        ("describedby", "second/annotations.jsonld"): "application/ld+json",
    }


def test_the_work_has_its_pages_and_its_data_as_items() -> None:
    links = signposts(item(""))
    assert targets(links, "item") == ["second/", "claims.csv", "claims.json"]
    assert targets(links, "type")[1] == "https://schema.org/Report"
    assert not targets(links, "collection")


def test_exports_are_never_alternates() -> None:
    assert not [link for link in signposts(item("")) + signposts(item("second")) if link.rel == "alternate"]


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


def test_without_a_public_address_there_are_none() -> None:
    assert signposts(item("second", small_work(address=""))) == []

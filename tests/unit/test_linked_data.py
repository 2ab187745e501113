"""The work, its pages and their claims in the vocabulary of schema.org."""

import json
from dataclasses import replace
from typing import Any

import pytest
from annotated_edition.citations.linked_data import graph, script_json, shortened
from fixtures.citable import ADDRESS
from fixtures.described import subject


def nodes(page: str = "second.md") -> list[dict[str, Any]]:
    about = subject(page)
    return list(graph(about, 1, "On remedies.", about.page.keys)["@graph"])


def test_a_page_is_a_chapter_of_the_work_at_its_place() -> None:
    chapter = nodes()[0]
    del chapter["citation"]
    assert chapter == {
        **{"@id": f"{ADDRESS}second/#page", "@type": ["Chapter", "WebPage"], "position": 1},
        **{"name": "Remedies", "url": f"{ADDRESS}second/", "description": "On remedies.", "inLanguage": "en-US"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isPartOf": WORK,
    }


AUTHOR = {"@id": f"{ADDRESS}#author", "@type": "Organization", "name": "Annotated Edition Contributors"}
WORK = {
    **{"@id": f"{ADDRESS}#work", "@type": "Report", "name": "Borders: An Annotated Edition", "url": ADDRESS},
    **{"version": "1.0", "datePublished": "2026-11-24"},
    **{"author": {**AUTHOR, "url": f"{ADDRESS}about/"}, "publisher": {"@id": AUTHOR["@id"]}},
}


def test_a_claim_is_the_briefs_which_its_page_describes_and_interpreted_by_the_edition() -> None:
    *found, brief = nodes()
    assert (brief["@type"], brief["name"]) == ("Report", "A Brief")
    claim = claim_of(found, "3")
    assert (claim["name"], claim["text"]) == ("A remedy is at hand", "3")
    assert [author["name"] for author in claim["author"]] == ["Luke Coffey", "Walter Lohman"]
    assert claim["claimInterpreter"] == {"@id": f"{ADDRESS}#author"}
    assert claim["appearance"] == {"@id": f"{ADDRESS}second/#page"}
    assert claim["firstAppearance"]["name"] == "p. 3, Recommendations"
    assert claim["firstAppearance"]["isPartOf"] == {"@id": f"{ADDRESS}references/#reference-coffey2022weaken"}


def claim_of(found: list[dict[str, Any]], label: str) -> dict[str, Any]:
    """The claim with a label among the nodes of the second page."""
    return next(node for node in found if node["@id"] == f"{ADDRESS}second/#claim-{label}")


def test_a_verdict_is_a_term_and_the_reason_a_comment_of_the_edition() -> None:
    claim = claim_of(nodes(), "3")
    assert claim["keywords"] == [term("judgment", "Judgment", "verdicts")]
    assert claim["comment"] == {
        "@type": "Comment",
        "text": "What counts as a remedy is a matter of opinion.",
        "author": {"@id": f"{ADDRESS}#author"},
    }


def term(code: str, name: str, words: str) -> dict[str, str]:
    return {"@type": "DefinedTerm", "termCode": code, "name": name, "inDefinedTermSet": f"{ADDRESS}about/#{words}"}


def test_the_title_page_is_the_work_based_on_the_brief_and_has_its_pages_as_parts() -> None:
    work, page = nodes("index.md")[:2]
    assert {name: work[name] for name in WORK} == WORK
    assert work["isBasedOn"]["name"] == "A Brief"
    assert [part["@id"] for part in work["hasPart"]] == [f"{ADDRESS}second/#page"]
    assert page["mainEntity"] == {"@id": work["@id"]}


def test_of_works_cited_the_file_tells_all_and_the_page_the_address() -> None:
    about = subject()
    whole = graph(about, 1, "", about.page.keys)
    assert [work["name"] for work in whole["@graph"][0]["citation"]] == ["A Brief", "Borders"]
    address = f"{ADDRESS}references/#reference-"
    assert shortened(whole, cited=True)["@graph"][0]["citation"] == [
        {"@id": f"{address}coffey2022weaken"},
        {"@id": f"{address}smith2020"},
    ]
    assert "citation" not in shortened(whole, cited=False)["@graph"][0]
    assert whole["@graph"][0]["citation"][0]["name"] == "A Brief"


def test_a_book_is_told_with_all_its_names_and_its_number() -> None:
    names = {
        "author": [{"family": "Welsh"}],
        "editor": [{"family": "Witt", "given": "Jo", "non-dropping-particle": "de", "suffix": "Jr."}],
    }
    book = {"id": "smith2020", "type": "book", "title": "Borders", "ISBN": "0-1", **names}
    about = replace(subject(), sources={"smith2020": book})
    (told,) = graph(about, 1, "", ["smith2020"])["@graph"][0]["citation"]
    assert told == {
        "@id": f"{ADDRESS}references/#reference-smith2020",
        "@type": "Book",
        "name": "Borders",
        "author": [{"@type": "Person", "name": "Welsh", "familyName": "Welsh"}],
        "editor": [{"@type": "Person", "name": "Jo de Witt Jr.", "givenName": "Jo", "familyName": "de Witt Jr."}],
        "isbn": "0-1",
    }


HOUSE = {"@type": "Organization", "name": "House"}
# Of each what is known of a work, and what is told of it besides its title.
KNOWN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "an article": (
        {"type": "article-journal", "container-title": "Journal", "DOI": "10.1/x"},
        {
            **{"@type": "Article", "isPartOf": {"@type": "Periodical", "name": "Journal"}},
            "identifier": "https://doi.org/10.1/x",
        },
    ),
    "a chapter": (
        {"type": "chapter", "container-title": "Book", "publisher": "House"},
        {"@type": "Chapter", "isPartOf": {"@type": "Book", "name": "Book"}, "publisher": HOUSE},
    ),
    "a report": (
        {"type": "report", "number": "231", "publisher": "House"},
        {"@type": "Report", "reportNumber": "231", "publisher": HOUSE},
    ),
    "a page of a site": (
        {"type": "webpage", "number": "231", "container-title": "Site", "URL": "https://site.test/", "language": "de"},
        {"@type": "WebPage", "url": "https://site.test/", "inLanguage": "de"},
    ),
}


@pytest.mark.parametrize(("known", "told"), KNOWN.values(), ids=list(KNOWN))
@pytest.mark.parametrize(("parts", "day"), [([2022, 3, 4], "2022-03-04"), ([2022, 11], "2022-11"), ([2022], "2022")])
def test_a_work_cited_is_told_with_all_that_is_known_of_it(
    known: dict[str, Any], told: dict[str, Any], parts: list[int], day: str
) -> None:
    work = {"id": "smith2020", "title": "Borders", "issued": {"date-parts": [parts]}, **known}
    about = replace(subject(), sources={"smith2020": work})
    (found,) = graph(about, 1, "", ["smith2020"])["@graph"][0]["citation"]
    common = {"@id": f"{ADDRESS}references/#reference-smith2020", "name": "Borders", "datePublished": day}
    assert found == common | told


def test_no_text_can_end_the_script() -> None:
    data = {"text": "</script><!-- <script>"}
    assert "<" not in script_json(data)
    assert json.loads(script_json(data)) == data


def test_a_claim_that_was_not_rendered_is_left_out() -> None:
    about = subject()
    bare = replace(about, texts={})
    assert [node["@type"] for node in graph(bare, 1, "", [])["@graph"]] == [["Chapter", "WebPage"]]


def test_without_the_entry_of_the_brief_its_address_still_stands() -> None:
    about = subject()
    bare = replace(about, sources={})
    assert "author" not in claim_of(graph(bare, 1, "", about.page.keys)["@graph"], "3")

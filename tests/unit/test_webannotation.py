"""Claims and annotations in the W3C Web Annotation Data Model."""

from typing import Any

from annotated_edition.citations.webannotation import annotations, collection
from fixtures.citable import ADDRESS, small_work
from fixtures.described import subject


def node(anchor: str, page: str = "second.md") -> dict[str, Any]:
    return next(node for node in annotations(subject(page)) if node["id"].endswith(f"#{anchor}"))


def test_a_claim_points_to_its_words_in_the_brief() -> None:
    claim = node("claim-1", "index.md")
    assert claim["id"] == f"{ADDRESS}#claim-1"
    assert claim["target"]["label"] == "p. 1, The Issue, par. 1"
    assert claim["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "for the second time"}


def test_the_reason_is_a_sentence_in_plain_text() -> None:
    reason = node("claim-2", "index.md")["body"][-1]
    assert (reason["purpose"], reason["format"], reason["language"]) == ("commenting", "text/plain", "en")
    assert reason["value"] == "Some see one hand: others see two, and call the likeness ‘chance’."


def test_a_claim_without_words_points_to_the_brief_as_a_whole_and_where_that_is_not_online_to_its_reference() -> None:
    target = node("claim-3")["target"]
    assert "selector" not in target
    assert target["source"] == f"{ADDRESS}references/#reference-coffey2022weaken"


def test_an_annotation_has_its_kind_its_text_its_sources_and_the_day_of_its_last_check() -> None:
    annotation = node("annotation-1b", "index.md")
    kind, text, *sources = annotation["body"]
    assert (kind["purpose"], kind["value"]) == ("classifying", "context")
    assert (text["purpose"], text["value"], text["format"]) == ("commenting", "<p>1b</p>", "text/html")
    assert [(source["purpose"], source["source"]) for source in sources] == [
        ("linking", "https://example.org/a_border"),
        ("linking", f"{ADDRESS}references/#reference-smith2020"),
    ]
    assert annotation["modified"] == "2026-11-24T00:00:00Z"
    assert node("annotation-4a")["modified"] == "2026-11-25T00:00:00Z"
    assert annotation["motivation"] == ["commenting", "linking"]


def test_each_says_whose_it_is_and_under_which_license() -> None:
    for page in ("index.md", "second.md"):
        for found in annotations(subject(page)):
            assert found["creator"] == {"type": "Organization", "name": "Annotated Edition Contributors"}
            assert found["rights"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_collection_says_whose_it_is_under_which_license_and_how_much_it_holds() -> None:
    items, address = annotations(subject("second.md")), f"{ADDRESS}second/annotations.jsonld"
    assert collection(address, "Annotations of “Remedies”", items, small_work().work) == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "AnnotationCollection",
        "label": "Annotations of “Remedies”",
        "creator": {
            **{"type": "Organization", "name": "Annotated Edition Contributors", "homepage": f"{ADDRESS}about/"},
        },
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "total": len(items),
        "first": {"id": f"{address}#items", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def test_an_annotation_selects_its_claim_by_anchor_and_by_words() -> None:
    target = node("annotation-3a")["target"]
    assert (target["source"], target["scope"]) == (f"{ADDRESS}second/", ADDRESS)
    assert target["selector"]["value"] == "claim-3"
    assert target["selector"]["refinedBy"]["exact"] == "A remedy is at hand"


def test_passages_come_in_the_order_of_the_page() -> None:
    anchors = [node["id"].partition("#")[2] for node in annotations(subject("index.md"))]
    assert anchors == ["claim-1", "annotation-1a", "annotation-1b", "claim-2", "annotation-2a", "annotation-2b"]

"""The index of the search, as it is published."""

import re
from pathlib import Path
from typing import Any

import pytest
from fixtures.builder import VOCABULARY
from fixtures.pages import Site, said
from fixtures.published import data, parsed
from fixtures.released import letters
from fixtures.written import NAV, SOURCES, WRITTEN

PAGE, ANCHOR, SORT, VERDICT, OUTCOME, TITLE, BECAUSE, TEXT, ALSO, TERMS, CITES = range(11)


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = data(site, "search/search_index.json")
    return found


def test_every_passage_of_the_edition_is_a_result_of_its_own(index: dict[str, Any], site: Path) -> None:
    found = {(index["pages"][passage[PAGE]][0], passage[ANCHOR]) for passage in index["passages"]}
    assert len(found) == len(index["passages"])
    for address, _ in index["pages"]:
        elements = parsed(site, address).find_all(id=True)
        anchors = {anchor for page, anchor in found if page == address}
        assert anchors <= {"", *(element["id"] for element in elements)}
        own = "h2[id^=claim-], .annotation, .entry[id^=term-], .event[id^=event-]"
        own += ", .reference" if address == "references/" else ""
        assert {element["id"] for element in elements if element.css.match(own)} <= anchors


def test_references_are_no_noise_in_other_passages(index: dict[str, Any]) -> None:
    entries = [passage for passage in index["passages"] if passage[SORT] == "source"]
    assert len(entries) > 100
    assert {index["pages"][passage[PAGE]][0] for passage in entries} == {"references/"}
    assert not [passage for passage in index["passages"] if "http" in passage[TEXT]]
    assert not [passage for passage in index["passages"] if "[@" in passage[TEXT]]
    labelled = [passage for passage in index["passages"] if passage[ANCHOR].startswith(("claim-", "annotation-"))]
    assert labelled
    assert not [passage for passage in labelled if re.search(r"\([^()]*\b\d{4}[a-z]?\)", passage[TEXT])]


def test_the_sorts_to_choose_from_are_claims_then_annotations_and_then_all_else(index: dict[str, Any]) -> None:
    others = {name: name.capitalize() for name in ("figure", "event", "term", "source", "page")}
    assert list(index["sorts"].items()) == list({"claim": "Claim", **VOCABULARY.kinds, **others}.items())


def test_a_source_is_found_by_its_key_and_by_its_entry_without_the_address(
    index: dict[str, Any], edition: Site
) -> None:
    sources = {passage[ANCHOR]: passage for passage in index["passages"] if passage[SORT] == "source"}
    assert sources.keys() == edition.references.keys()
    for anchor, entry in edition.references.items():
        assert sources[anchor][ALSO] == anchor.removeprefix("reference-")
        text = re.sub(r"\s*https?://\S+", "", said(entry.select_one(".reference__entry")))
        assert letters(sources[anchor][TEXT]) == letters(text)


def test_a_passage_names_the_terms_that_it_uses_in_whatever_form(index: dict[str, Any]) -> None:
    passages = {passage[ANCHOR]: passage for passage in index["passages"]}
    place = next(place for place, forms in enumerate(index["forms"]) if "Uighur" in forms)
    assert place in passages["claim-28"][TERMS]
    assert place in passages["term-uyghurs"][TERMS]
    assert passages["term-uyghurs"][TITLE] == "Uyghurs"
    assert "Uighur" in passages["term-uyghurs"][ALSO]
    for anchor, passage in passages.items():
        named = {
            at for at, (name, *_) in enumerate(index["forms"]) if re.search(rf"\b{re.escape(name)}\b", passage[BECAUSE])
        }
        assert named <= set(passage[TERMS]), anchor


def test_terms_and_words_that_a_page_defines_are_known_by_their_forms(index: dict[str, Any], edition: Site) -> None:
    terms = sorted((term for page in SOURCES.values() for term in page.terms), key=lambda term: term.name.casefold())
    words = [said(word) for path in NAV for word in edition[path].soup.select("dl > dt > [id]")]
    assert index["forms"] == [*([*term.forms] for term in terms), *([word] for word in words)]
    assert words


def test_a_passage_names_the_works_that_it_cites(index: dict[str, Any]) -> None:
    cited = {
        passage[ANCHOR]: {index["passages"][place][ANCHOR] for place in passage[CITES]} for passage in index["passages"]
    }
    assert cited["annotation-7c"] == {"reference-borderforces1997", "reference-latimes1997border"}
    assert cited["event-aukus"] == {"reference-govuk2021aukus"}


def test_a_claim_and_its_annotations_are_found_by_its_verdict_and_outcome_and_the_claim_by_its_reason(
    index: dict[str, Any],
) -> None:
    told = {
        passage[ANCHOR]: (passage[VERDICT], passage[OUTCOME], passage[BECAUSE])
        for passage in index["passages"]
        if passage[VERDICT] or passage[OUTCOME] or passage[BECAUSE]
    }
    assert told == {
        **{claim.anchor: (claim.verdict, claim.outcome, claim.because) for claim in WRITTEN},
        **{
            f"annotation-{label}": (claim.verdict, claim.outcome, "")
            for claim in WRITTEN
            for label in claim.annotations
        },
    }
    titles = {passage[ANCHOR]: passage[TITLE] for passage in index["passages"] if passage[SORT] == "claim"}
    assert titles == {claim.anchor: claim.title for claim in WRITTEN}

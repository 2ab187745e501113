"""What prose asks the build for, so that no number is written by hand."""

import pytest
from annotated_edition.structure.values import ValuesExtension, value_of
from fixtures.builder import VOCABULARY
from fixtures.citable import small_edition
from markdown import markdown

FACTS = {"version": "1.0", "sources": "July 2026"}


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("count", "five"),
        (" Count ", "Five"),
        ("count: supported", "one"),
        ("count:supported", "one"),
        ("Count: incorrect", "No"),
        ("count: forecast", "one"),
        ("count: forecast, mixed", "one"),
        ("count: mixed", "one"),
        ("count: forecast, held-so-far", "no"),
        ("count: recommendation,  adopted-then-reversed", "one"),
        ("version", "1.0"),
        ("sources", "July 2026"),
    ],
)
def test_a_value_is_what_the_sources_say(asked: str, value: str) -> None:
    assert value_of(asked, small_edition().claims, FACTS, VOCABULARY) == value


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "counts",
        "count:",
        "count: ,",
        "count: suported",
        "count: Mixed",
        "count: supported mixed",
        "sources_through",
        "COUNT",
    ],
)
def test_what_is_not_known_has_no_value(asked: str) -> None:
    assert value_of(asked, small_edition().claims, FACTS, VOCABULARY) is None


def test_up_to_ten_a_number_is_a_word() -> None:
    (claim, *_) = small_edition().claims
    said = [value_of("count", [claim] * number, {}, VOCABULARY) for number in (0, 1, 2, 10, 11, 49)]
    assert said == ["no", "one", "two", "ten", "11", "49"]


def test_every_verdict_and_outcome_can_be_counted() -> None:
    claims = small_edition().claims
    for word in (*VOCABULARY.verdicts, *VOCABULARY.outcomes):
        number = sum(word in (claim.verdict, claim.outcome) for claim in claims)
        assert value_of(f"count: {word}", claims, {}, VOCABULARY) == ("no", "one")[number]


def rendered(text: str) -> str:
    extension = ValuesExtension(lambda asked: value_of(asked, small_edition().claims, FACTS, VOCABULARY))
    return markdown(text, extensions=[extension])


def test_a_value_stands_in_its_place_in_the_sentence_and_in_code_braces_stay_as_they_are() -> None:
    text = "{{ Count }} claims, **{{count: mixed}}** mixed, in edition {{ version }}."
    assert rendered(text) == "<p>Five claims, <strong>one</strong> mixed, in edition 1.0.</p>"
    assert rendered("`{{ count }}`") == "<p><code>{{ count }}</code></p>"

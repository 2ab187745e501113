"""The search of an edition in another language than English, run without a browser."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fixtures.answers import searching

Ask = Callable[..., list[list[str]]]
TEXTS = {
    "claim-8": "Die Stadt berät die Reform",
    "annotation-8a": "Ein As im Ärmel, sagt Luther zur Reformation",
    "claim-9": "On signe l’accord le 9 septembre",
    "figure-8": "Was am September 11 geschah",
    "claim-10": "Er gab in der Not 5 billion aus, nicht mehr",
    "claim-11": "Aussage 9, Anmerkung 8a, Abbildung 8, Énoncé 9, claim 9",  # has the words, and is not what they name
}


def passage(anchor: str, text: str) -> list[object]:
    """As it stands in the published index, on the only page."""
    kind = anchor.partition("-")[0]
    sort = "evidence" if kind == "annotation" else kind
    title = "" if kind == "annotation" else "Satz"
    return [0, anchor, sort, "", "", title, "", text, "", [], []]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """The anchors that are found, the best first, by default in an edition in German."""

    def asked(queries: Sequence[str], language: str = "de", claim: str = "Aussage") -> list[list[str]]:
        index = tmp_path / "index.json"
        whole = {
            "language": language,
            "annotation": "Anmerkung",
            "sorts": {"claim": claim, "evidence": "Beleg", "figure": "Abbildung", "fig": "Feige"},
            "pages": [["text/", "Text"]],
            "passages": [passage(*each) for each in TEXTS.items()],
            **{"verdicts": {}, "outcomes": {}, "forms": [], "synonyms": []},
        }
        index.write_text(json.dumps(whole), encoding="utf-8")
        with searching(index) as search:
            answers = search.ask(queries)
        return [[address.partition("#")[2] for address in answer.addresses[: answer.count]] for answer in answers]

    return asked


def test_no_rule_of_english_makes_of_two_words_one_or_nothing_of_a_word(ask: Ask) -> None:
    queries = ["Reformation", "as", "as stadt", "5bn"]
    assert ask(queries, "en") == [["annotation-8a", "claim-8"], ["annotation-8a"], ["claim-8"], ["claim-10"]]
    assert ask(queries) == [["annotation-8a"], ["annotation-8a"], ["claim-8", "annotation-8a"], []]


def test_a_word_that_says_little_in_english_counts_as_any_other(ask: Ask) -> None:
    assert ask(["not reform"], "en") == [["claim-8", "annotation-8a", "claim-10"]]
    assert ask(["not reform"]) == [["claim-8", "claim-10", "annotation-8a"]]


def test_no_date_in_figures_is_read_as_one_of_english(ask: Ask) -> None:
    assert ask(["9/11"], "en") == [["figure-8"]]
    assert ask(["9/11"]) == [[]]


@pytest.mark.parametrize(
    ("typed", "anchor"),
    [
        ("8a", "annotation-8a"),
        ("Anmerkung 8a", "annotation-8a"),
        ("wo steht anmerkung 8a?", "annotation-8a"),
        ("Aussage 9", "claim-9"),
        ("Abbildung 8", "figure-8"),
        ("claim 9", "claim-9"),
    ],
)
def test_a_label_is_found_by_the_names_of_the_edition_and_by_those_of_addresses(
    typed: str, anchor: str, ask: Ask
) -> None:
    assert ask([typed])[0][0] == anchor


def test_a_word_that_only_ends_in_a_name_names_no_label(ask: Ask) -> None:
    assert [best for best, *_ in ask(["Anmerkung 8a dazu", "Voranmerkung 8a dazu"])] == ["annotation-8a", "claim-11"]


def test_a_name_is_known_with_its_accents_and_without_them(ask: Ask) -> None:
    found = ask(["Énoncé 9", "enonce 9", "où est l’énoncé 9"], "fr", "Énoncé")
    assert [best for best, *_ in found] == ["claim-9"] * 3


def test_a_filter_that_goes_on_from_two_names_is_the_longer_one(ask: Ask) -> None:
    assert ask(["kind:figures September"]) == [["figure-8"]]


def test_words_are_found_behind_an_apostrophe_and_without_their_accents(ask: Ask) -> None:
    assert ask(["accord", "l'accord", "armel"], "fr") == [["claim-9"], ["claim-9"], ["annotation-8a"]]

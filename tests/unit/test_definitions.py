"""A page asks for the definitions of words, and gets them as a list in which each word is marked."""

from typing import Any

import pytest
from annotated_edition.structure.values import defined, with_definitions
from bs4 import BeautifulSoup
from fixtures.builder import VOCABULARY
from fixtures.reading import read_page
from markdown import markdown


def listed(asked: str) -> list[tuple[str, str, str]]:
    """The attribute, the word and the definition of each entry that a line makes on a page."""
    html = markdown(
        with_definitions(f"Before.\n\n{{{{ definitions: {asked} }}}}\n", VOCABULARY), extensions=["def_list"]
    )
    page = BeautifulSoup(html, "html.parser")
    found = []
    for term in page.select("dl > dt"):
        (word,) = term.select("span")
        definition: Any = term.find_next_sibling("dd")
        sort = " ".join(word.get_attribute_list("class"))
        assert word["id"] == f"{sort}-{word[f'data-{sort}']}"
        found.append((f"{sort} {word[f'data-{sort}']}", word.get_text(), definition.get_text()))
    return found


def expected(sort: str, words: Any) -> list[tuple[str, str, str]]:
    return [(f"{sort} {name}", word, VOCABULARY.definitions[sort][name]) for name, word in words.items()]


def test_all_words_of_a_list_are_defined() -> None:
    assert listed("verdicts") == expected("verdict", VOCABULARY.verdicts)
    assert listed("kinds") == expected("kind", VOCABULARY.kinds)


def test_a_group_of_the_scorecard_is_defined_or_all_others() -> None:
    facts, others = listed("Facts"), listed("verdicts except Facts")
    assert [name for name, _, _ in facts] == [f"verdict {name}" for name in VOCABULARY.groups["Facts"]]
    assert facts + others == expected("verdict", VOCABULARY.verdicts)
    assert listed("Forecasts") == expected("outcome", VOCABULARY.outcomes_of["forecast"])


@pytest.mark.parametrize("asked", ["sorts", "verdicts except", "Truths", ""])
def test_a_list_that_is_not_known_is_named_and_left_out(asked: str) -> None:
    page = read_page("about.md", "about/", f"# About\n\n{{{{ definitions: {asked} }}}}\n")
    (problem,) = defined(page, VOCABULARY).problems
    assert str(problem) == (
        f"about.md: definitions in line 3: “{asked}” is not known; use kinds, verdicts, a group of the scorecard, "
        "which are Facts, Opinions, Forecasts, Recommendations, or verdicts except a group"
    )
    assert "definitions" not in defined(page, VOCABULARY).text


def test_the_text_of_a_page_has_the_definitions_and_keeps_its_lines() -> None:
    page = read_page("about.md", "about/", "# About\n\n{{ definitions: kinds }}\n\nAfter.\n")
    text = defined(page, VOCABULARY).text
    assert text.split("\n")[4] == "After."
    assert VOCABULARY.definitions["kind"]["context"] in text.split("\n")[2]

"""The options of a block are YAML, and what is wrong with them is said in words."""

import datetime
from dataclasses import replace

import pytest
from annotated_edition.blocks.checks import one_of
from annotated_edition.blocks.options import OptionError, read_options
from fixtures.builder import VOCABULARY


def test_a_date_is_a_date_and_an_impossible_one_is_text() -> None:
    assert read_options(["    date: 2026-11-24"], [], 2) == {"date": datetime.date(2026, 11, 24)}
    assert read_options(["    date: 2026-02-30"], [], 2) == {"date": "2026-02-30"}


def test_a_colon_may_stand_in_quotation_marks() -> None:
    assert read_options(['    title: "One: two"'], [], 2) == {"title": "One: two"}


def test_options_may_be_missing() -> None:
    assert read_options([], ["Text."], 2) == {}


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (["    title: One: two"], "its title has a colon in it"),
        (["    title: A", '    at: "p. 1'], "its option in line 3 cannot be read as YAML"),
        (["    title: A", "     at: p. 1"], "its option in line 3 is not indented by four spaces"),
        (["    title: A", "    title: B"], "the option title is given twice"),
        (["    title"], "its options are not of the form name: value"),
    ],
)
def test_a_mistake_says_what_is_wrong_and_where(lines: list[str], wrong: str) -> None:
    with pytest.raises(OptionError) as raised:
        read_options(lines, [], 2)
    assert raised.value.wrong == wrong


def test_an_option_after_the_indented_ones_is_not_indented_enough() -> None:
    with pytest.raises(OptionError, match="not indented by four spaces"):
        read_options(["    title: A"], ["  at: p. 1"], 2)


def test_a_word_of_which_the_vocabulary_has_none_is_to_be_added_to_it() -> None:
    check = one_of(lambda vocabulary: vocabulary.term_kinds)
    assert check("person", VOCABULARY) is None
    empty = replace(VOCABULARY, term_kinds={})
    assert check("person", empty) == ("“person” is not known", "add it to the vocabulary, which has none")

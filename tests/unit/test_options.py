"""The options of a block are YAML, and what is wrong with them is said in words."""

import datetime
from dataclasses import replace

from annotated_edition.blocks.checks import one_of
from annotated_edition.blocks.options import read_options
from fixtures.builder import VOCABULARY


def test_a_date_is_a_date_and_an_impossible_one_is_text() -> None:
    assert read_options(["    date: 2026-11-24"], [], 2) == {"date": datetime.date(2026, 11, 24)}
    assert read_options(["    date: 2026-02-30"], [], 2) == {"date": "2026-02-30"}


def test_options_may_be_missing() -> None:
    assert read_options([], ["Text."], 2) == {}


def test_a_word_of_which_the_vocabulary_has_none_is_to_be_added_to_it() -> None:
    check = one_of(lambda vocabulary: vocabulary.term_kinds)
    assert check("person", VOCABULARY) is None
    empty = replace(VOCABULARY, term_kinds={})
    assert check("person", empty) == ("“person” is not known", "add it to the vocabulary, which has none")

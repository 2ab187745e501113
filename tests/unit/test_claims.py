"""Blocks become claims and annotations, or mistakes with a name."""

import datetime

import pytest
from text.claims import Annotation, Claim, claim_of, read_claims
from text.source import read_blocks

PAGE = """\
/// claim | 8
    title: A title
    at: p. 1
    words: high level of trust
    verdict: disputed

Its text.
///

/// annotation | 8a
    kind: counterpoint
    date: 2026-11-24

A note.
///
"""


def read(markdown: str) -> tuple[list[Claim | Annotation], list[str]]:
    blocks, problems = read_blocks("page.md", markdown)
    assert problems == []
    passages, found = read_claims("page.md", blocks)
    return passages, [f"{problem.thing}: {problem.wrong}" for problem in found]


def test_a_claim_is_read_with_all_that_is_said_of_it() -> None:
    (claim, _), problems = read(PAGE)
    assert problems == []
    assert claim == Claim(
        "8", "A title", "p. 1", "disputed", "high level of trust", "page.md", range(1, 9), "Its text."
    )
    assert claim.anchor == "claim-8"


def test_an_annotation_is_read_with_its_claim_and_day() -> None:
    (_, annotation), _ = read(PAGE)
    assert annotation == Annotation(
        "8a", "8", "counterpoint", datetime.date(2026, 11, 24), "page.md", range(10, 16), "A note."
    )
    assert annotation.anchor == "annotation-8a"


def test_the_words_of_the_brief_may_be_left_out() -> None:
    (claim, _), problems = read(PAGE.replace("    words: high level of trust\n", ""))
    assert problems == []
    assert isinstance(claim, Claim)
    assert claim.words == ""


def test_seven_words_are_allowed_and_eight_are_not() -> None:
    assert read(PAGE.replace("high level of trust", "a b c d e f g"))[1] == []
    assert read(PAGE.replace("high level of trust", "a b c d e f g h"))[1] == ["claim 8: words has 8 words"]


def test_a_label_belongs_to_the_claim_whose_number_it_has() -> None:
    assert [claim_of(label) for label in ("8", "8a", "31ab")] == ["8", "8", "31"]


def test_annotations_may_stand_after_prose_that_follows_their_claim() -> None:
    assert read(PAGE.replace("/// annotation", "Some prose.\n\n/// annotation"))[1] == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("claim | 8", "claim | 08", "claim 08: its label is not a number"),
        ("annotation | 8a", "annotation | 8A", "annotation 8A: its label is not a number and a letter"),
        ("disputed", "Disputed", "claim 8: verdict “Disputed” is not known"),
        ("counterpoint", "[evidence]", "annotation 8a: kind is not one word"),
        ("2026-11-24", "2026-11-24 10:00:00", "annotation 8a: date “2026-11-24 10:00:00” is not a day of the calendar"),
        ("2026-11-24", "2026-W48-2", "annotation 8a: date “2026-W48-2” is not a day of the calendar"),
        ("p. 1", "1", "claim 8: at is read as a number or a date"),
        ("title: A title", "titel: A title", "claim 8: the option “titel” is not known"),
    ],
)
def test_a_mistake_is_one_problem(old: str, new: str, problem: str) -> None:
    assert read(PAGE.replace(old, new, 1))[1] == [problem]

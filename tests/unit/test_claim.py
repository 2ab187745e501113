"""Blocks become claims and annotations, or mistakes with a name."""

import datetime

import pytest
from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim, claim_of
from fixtures.builder import VOCABULARY
from fixtures.reading import read_page

PAGE = """\
/// claim | 8
    title: A title
    at: p. 1
    words: high level of trust
    verdict: disputed
    because: The "trust" is in doubt.

Its text.
///

/// annotation | 8a
    kind: counterpoint
    date: 2026-11-24

A note.
///
"""


def read(markdown: str) -> tuple[list[Claim | Annotation], list[str]]:
    page = read_page("page.md", "page/", markdown)
    own = [problem for problem in page.problems if not problem.subject.startswith("citation")]
    return page.passages, [f"{problem.subject}: {problem.wrong}" for problem in own]


def test_a_claim_is_read_with_all_that_is_said_of_it() -> None:
    (claim, _), problems = read(PAGE)
    assert problems == []
    assert claim == Claim(
        label="8",
        title="A title",
        at="p. 1",
        verdict="disputed",
        outcome="",
        because="The “trust” is in doubt.",
        words="high level of trust",
        page="page.md",
        lines=range(1, 10),
        body="Its text.",
    )
    assert claim.anchor == "claim-8"


def test_an_annotation_is_read_with_its_claim_and_day() -> None:
    (_, annotation), _ = read(PAGE)
    assert annotation == Annotation(
        "8a", "page.md", range(11, 17), "A note.", "counterpoint", datetime.date(2026, 11, 24)
    )
    assert annotation.anchor == "annotation-8a"
    assert isinstance(annotation, Annotation)
    assert annotation.claim == "8"


def assessed(verdict: str, outcome: str = "") -> str:
    """The claim with a verdict, and with an outcome if there is one."""
    line = f"    outcome: {outcome}\n" if outcome else ""
    return PAGE.replace("    verdict: disputed\n", f"    verdict: {verdict}\n{line}")


@pytest.mark.parametrize("verdict", VOCABULARY.verdicts)
@pytest.mark.parametrize("outcome", ["", *VOCABULARY.outcomes])
def test_a_verdict_has_the_outcomes_of_its_list_and_no_other(verdict: str, outcome: str) -> None:
    passages, problems = read(assessed(verdict, outcome))
    if outcome in VOCABULARY.outcomes_of.get(verdict, {"": ""}):
        claim = passages[0]
        assert isinstance(claim, Claim)
        assert problems == []
        assert (claim.verdict, claim.outcome, claim.result) == (verdict, outcome, outcome or verdict)
    else:
        assert len(problems) == 1


@pytest.mark.parametrize("outcome", ["[mixed]", "{mixed}", "2022", "yes", "Mixed", "adopted"])
def test_what_is_no_outcome_is_one_problem(outcome: str) -> None:
    assert len(read(assessed("forecast", outcome))[1]) == 1


def test_a_misspelt_outcome_is_not_missing_as_well() -> None:
    problems = read(assessed("forecast", "mixed").replace("outcome", "outcom"))[1]
    assert problems == ["claim 8: the option “outcom” is not known"]


def test_a_label_belongs_to_the_claim_whose_number_it_has() -> None:
    assert [claim_of(label) for label in ("8", "8a", "31ab")] == ["8", "8", "31"]


REASON = 'The "trust" is in doubt.'
WORDS = "high level of trust"
SOUND = {
    "words of the brief may be seven": (WORDS, "a b c d e f g"),
    "a reason may have thirty words": (REASON, f"{'so ' * 29}on."),
    "a period of an abbreviation or a number ends no sentence": (
        REASON,
        "The U.S. Treasury counts 5.2 billion, the U.N. less.",
    ),
    "nor does one within a quotation": (REASON, "'They called it “a pact.”'"),
    "nor does a colon": (REASON, '"Half is right: Russia’s trade doubled, Iran’s did not."'),
    "annotations may stand after prose that follows their claim": ("/// annotation", "Some prose.\n\n/// annotation"),
}


@pytest.mark.parametrize(("old", "new"), SOUND.values(), ids=SOUND)
def test_what_is_allowed_is_no_problem(old: str, new: str) -> None:
    assert read(PAGE.replace(old, new, 1))[1] == []


MARKS = "has a link, a citation or a mark of emphasis in it"
NOT_ONE = "claim 8: because is not one sentence"
MARKED = ["It *held*.", "It `held`.", "It _held_.", "It held (@smith2020).", "It <b>held</b>.", "It held\\."]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (WORDS, "a b c d e f g h", "claim 8: words has 8 words"),
        (REASON, f"{'so ' * 30}on.", "claim 8: because has 31 words"),
        (REASON, "Did it hold?", NOT_ONE),
        (REASON, "It held! Nobody knew.", NOT_ONE),
        *((REASON, reason, f"claim 8: because {MARKS}") for reason in (*MARKED, "'{{ count }} of them held.'")),
        *(("title: A title", f"title: {title}", f"claim 8: title {MARKS}") for title in MARKED),
        ("claim | 8", "claim | 08", "claim 08: its label is not a number"),
        ("annotation | 8a", "annotation | 8A", "annotation 8A: its label is not a number and a letter"),
        ("verdict: disputed", "verdict: Disputed", "claim 8: verdict “Disputed” is not known"),
        ("2026-11-24", "2026-11-24 10:00:00", "annotation 8a: date “2026-11-24 10:00:00” is not a day of the calendar"),
        ("2026-11-24", "2026-W48-2", "annotation 8a: date “2026-W48-2” is not a day of the calendar"),
    ],
)
def test_a_mistake_is_one_problem(old: str, new: str, problem: str) -> None:
    assert read(PAGE.replace(old, new, 1))[1] == [problem]

"""The options of a claim and of an annotation, each with its check."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from text.checks import Check, day, faults, one_of, text
from text.vocabulary import KINDS, OUTCOMES_OF, VERDICTS

MOST_WORDS = 7  # of the brief, which is copyrighted, may stand in `words`
MOST_BECAUSE = 30  # words of the sentence that gives the reason for a verdict
MARKUP = re.compile(r"[\[\]@*_`{}<>\\]")  # all that Markdown or the build would make something else of
# The end of one sentence and the beginning of the next; not within U.S. Treasury.
NEXT_SENTENCE = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s+[A-Z]")


def _few_words(value: object) -> str | None:
    count = len(str(value).split())
    if count <= MOST_WORDS:
        return text(value)
    return f"has {count} words; quote at most {MOST_WORDS} of the brief"


def _one_word(value: object) -> str | None:
    return text(value) if value is None or isinstance(value, str) else "is not one word; write one, such as mixed"


def _reason(value: object) -> str | None:
    said, count = str(value), len(str(value).split())
    if fault := text(value):
        return fault
    if count > MOST_BECAUSE:
        return f"has {count} words; say it in at most {MOST_BECAUSE}"
    if MARKUP.search(said):
        return "has a link, a citation or a mark of emphasis in it; write plain words, since the annotations cite"
    if NEXT_SENTENCE.search(said) or not said.rstrip("”\"’'").endswith("."):
        return "is not one sentence; write one, with a period at its end"
    return None


# Each option with its check, which says what is wrong and the remedy; the set says which may be left out.
OPTIONS: dict[str, dict[str, Check]] = {
    "claim": {
        "title": text,
        "at": text,
        "words": _few_words,
        "verdict": one_of(VERDICTS),
        "outcome": _one_word,  # which words it may have depends on the verdict: _outcome_faults
        "because": _reason,
    },
    "annotation": {"kind": one_of(KINDS), "date": day},
}
OPTIONAL = {"words", "outcome"}


def option_faults(name: str, options: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the options of a claim or an annotation, and the remedy."""
    yield from faults(options, OPTIONS[name], OPTIONAL)
    yield from _outcome_faults(options)


def _outcome_faults(options: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """A forecast and a recommendation have an outcome, each from its own list; what has another verdict has none."""
    verdict, outcome = str(options.get("verdict")), options.get("outcome")
    words = OUTCOMES_OF.get(verdict)
    if "outcome" in options and not isinstance(outcome, str):
        return  # which its own check has named
    if words is None and outcome and verdict in VERDICTS:
        yield f"has an outcome, though its verdict is {verdict}", f"delete it, or use {' or '.join(OUTCOMES_OF)}"
    elif words and "outcome" not in options:
        if not get_close_matches("outcome", set(map(str, options)) - set(OPTIONS["claim"])):  # a misspelt name is named
            yield f"is a {verdict} without an outcome", f"add outcome: with one of {', '.join(words)}"
    elif words and outcome and outcome not in words:
        yield f"outcome “{outcome}” is not known for a {verdict}", f"use one of {', '.join(words)}"

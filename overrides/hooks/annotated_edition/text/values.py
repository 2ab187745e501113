"""What prose may ask the build for, such as `{{ count: forecast, mixed }}`, so that no number is written by hand.

    {{ count }}                      how many claims there are
    {{ count: supported }}           how many have a verdict or an outcome
    {{ count: forecast, mixed }}     how many have both
    {{ version }} {{ sources }}      the edition, and the month through which its sources were read

Up to ten a number is a word, and with a capital letter where `count` has one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from annotated_edition.text.dates import spoken_month
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary

VALUE = re.compile(r"\{\{([^{}\n]*)\}\}")
COUNT = re.compile(r"([Cc])ount(?:: *(.+))?")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Assessed(Protocol):
    """A claim, of which only this matters here."""

    @property
    def verdict(self) -> str: ...

    @property
    def outcome(self) -> str: ...


def ready_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """What prose can ask for of the facts under extra.edition in mkdocs.yml, as far as they are there."""
    month = facts.get("sources_through")
    named = {"version": facts.get("version"), "sources": month and spoken_month(month)}
    return {name: str(value) for name, value in named.items() if value}


def value_of(asked: str, claims: Sequence[Assessed], facts: Mapping[str, Any], vocabulary: Vocabulary) -> str | None:
    """What stands for the words between the braces; nothing where they are not known. `facts` are ready texts."""
    asked = " ".join(asked.split())
    if asked in facts:
        return str(facts[asked])
    if not (found := COUNT.fullmatch(asked)):
        return None
    words = [word.strip() for word in found[2].split(",")] if found[2] else []
    if any(word not in vocabulary.results for word in words):
        return None
    number = sum(all(word in (claim.verdict, claim.outcome) for word in words) for claim in claims)
    text = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return text.capitalize() if found[1] == "C" else text


def value_problems(
    page: str, text: str, claims: Sequence[Assessed], facts: Mapping[str, Any], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Every value on a page that is not known; `text` is its Markdown without code."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in VALUE.finditer(line):
            if value_of(found[1], claims, facts, vocabulary) is None:
                remedy = f"use count, count: with words such as {_example(vocabulary)}, or {', '.join(facts)}"
                yield Problem(page, number, f"value {found[0]} in line {number}", "is not known", remedy)


def _example(vocabulary: Vocabulary) -> str:
    """A verdict, and one with an outcome: supported or forecast, mixed."""
    pairs = [f"{verdict}, {next(iter(words))}" for verdict, words in vocabulary.outcomes_of.items()]
    return " or ".join([next(iter(vocabulary.verdicts)), *pairs[:1]])

"""What prose may ask the build for, such as `{{ count: forecast, mixed }}`, so that no number is written by hand.

    {{ count }}                      how many claims there are
    {{ count: supported }}           how many have a verdict or an outcome
    {{ count: forecast, mixed }}     how many have both
    {{ version }} {{ sources }}      the edition, and the month through which its sources were read

Up to ten a number is a word, and with a capital letter where `count` has one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from text.claims import Claim
from text.problems import Problem
from text.vocabulary import OUTCOMES, VERDICTS

VALUE = re.compile(r"\{\{([^{}\n]*)\}\}")
COUNT = re.compile(r"([Cc])ount(?:: *(.+))?")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spoken_month(month: str) -> str:
    """A month of ISO 8601, such as 2026-07, in words. Raises ValueError where it is none."""
    return f"{datetime.strptime(month, '%Y-%m'):%B %Y}"


def ready_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """What prose can ask for of the facts under extra.edition in mkdocs.yml, as far as they are there."""
    month = facts.get("sources_through")
    named = {"version": facts.get("version"), "sources": month and spoken_month(month)}
    return {name: str(value) for name, value in named.items() if value}


def value_of(asked: str, claims: Sequence[Claim], facts: Mapping[str, Any]) -> str | None:
    """What stands for the words between the braces; nothing where they are not known. `facts` are ready texts."""
    asked = " ".join(asked.split())
    if asked in facts:
        return str(facts[asked])
    if not (found := COUNT.fullmatch(asked)):
        return None
    words = [word.strip() for word in found[2].split(",")] if found[2] else []
    if any(word not in VERDICTS and word not in OUTCOMES for word in words):
        return None
    number = sum(all(word in (claim.verdict, claim.outcome) for word in words) for claim in claims)
    text = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return text.capitalize() if found[1] == "C" else text


def value_problems(page: str, text: str, claims: Sequence[Claim], facts: Mapping[str, Any]) -> Iterator[Problem]:
    """Every value on a page that is not known; `text` is its Markdown without code."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in VALUE.finditer(line):
            if value_of(found[1], claims, facts) is None:
                remedy = f"use count, count: with words such as supported or forecast, mixed, or {', '.join(facts)}"
                yield Problem(page, number, f"value {found[0]} in line {number}", "is not known", remedy)

"""Check the options of a block, or the fields of an entry of data, and say what is wrong with each and the remedy."""

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

# What is wrong with a value and the remedy, with a semicolon between them; or nothing.
Check = Callable[[object], str | None]

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def text(value: object) -> str | None:
    """A value that is neither empty nor anything but text to YAML."""
    if not value or not str(value).strip():
        return "is empty; write its text after the colon"
    return None if isinstance(value, str) else "is read as a number or a date; put it in quotation marks"


def one_of(words: Collection[str]) -> Check:
    """One of some words, as it stands."""

    def check(value: object) -> str | None:
        wrong = f"“{value}” is not known" if isinstance(value, str) else "is not one word"
        return None if str(value) in words else f"{wrong}; use one of {', '.join(words)}"

    return check


def day(value: object) -> str | None:
    """A day of the calendar."""
    fault = f"“{value}” is not a day of the calendar; write a day as in 2026-11-24"
    try:
        datetime.date.fromisoformat(str(value))
    except ValueError:
        return fault
    return None if DAY.fullmatch(str(value)) else fault


def faults(
    found: Mapping[Any, object], known: Mapping[str, Check], optional: Collection[str], *, what: str = "option"
) -> Iterator[tuple[str, str]]:
    """What is wrong with the values in `found` and the remedy; a misspelt name is not missing as well."""
    missing = set(known) - set(optional) - {str(name) for name in found}
    for name in found:
        if name not in known:
            near = get_close_matches(str(name), missing, n=1)
            missing.difference_update(near)
            yield f"the {what} “{name}” is not known", f"write {near[0]}" if near else f"use {', '.join(known)}"
    for name, check in known.items():
        if name not in found:
            if name in missing:
                yield f"the {what} {name} is missing", f"add {name}: and its value"
        elif fault := check(found[name]):
            wrong, remedy = fault.split("; ", 1)
            yield f"{name} {wrong}", remedy

"""The options of blocks, and their checks, each of which says what is wrong with a value and the remedy, or nothing."""

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from annotated_edition.vocabulary import Vocabulary

Fault = tuple[str, str]  # what is wrong, and the remedy
Check = Callable[[object, Vocabulary], Fault | None]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"[1-9]\d*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARKUP = re.compile(r"[\[\]@*_`{}<>\\]")  # all that Markdown or the build would make something else of
# The end of one sentence and the beginning of the next; not within U.S. Treasury.
NEXT_SENTENCE = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s+[A-Z]")


@dataclass(frozen=True)
class Option:
    """An option with its check. One that is not required may be left out, and is read from an empty text then."""

    check: Check
    required: bool = True
    read: Callable[[Any], Any] = str  # what it is as data


Options = Mapping[str, Option]  # by name


def text(value: object, vocabulary: Vocabulary) -> Fault | None:
    """A value that is neither empty nor anything but text to YAML."""
    if not value or not str(value).strip():
        return "is empty", "write its text after the colon"
    if isinstance(value, list | dict):
        return "is no text", "write it in one line, without brackets around it"
    return None if isinstance(value, str) else ("is read as a number or a date", "put it in quotation marks")


def plain(value: object, vocabulary: Vocabulary) -> Fault | None:
    """A text that is shown as it is written, in lists and files too."""
    if not (fault := text(value, vocabulary)) and MARKUP.search(str(value)):
        return "has a link, a citation or a mark of emphasis in it", "write plain words"
    return fault


def names(value: object, vocabulary: Vocabulary) -> Fault | None:
    """Names with commas between them."""
    if not (fault := plain(value, vocabulary)) and ";" in str(value):
        return "has a semicolon in it", "write commas between"
    return fault


def one_of(words: Callable[[Vocabulary], Collection[str]]) -> Check:
    """One of some words of the vocabulary, as it stands there."""

    def check(value: object, vocabulary: Vocabulary) -> Fault | None:
        known = words(vocabulary)
        wrong = f"“{value}” is not known" if isinstance(value, str) else "is not one word"
        remedy = f"use one of {', '.join(known)}" if known else "add it to the vocabulary, which has none"
        return None if str(value) in known else (wrong, remedy)

    return check


def day(value: object, vocabulary: Vocabulary) -> Fault | None:
    """A day of the calendar."""
    fault = f"“{value}” is not a day of the calendar", "write a day as in 2026-11-24"
    try:
        datetime.date.fromisoformat(str(value))
    except ValueError:
        return fault
    return None if DAY.fullmatch(str(value)) else fault


def numbers(value: object, vocabulary: Vocabulary) -> Fault | None:
    """A list of numbers of claims in brackets."""
    if isinstance(value, list) and value and all(NUMBER.fullmatch(str(label)) for label in value):
        return None
    return f"“{value}” is not a list of claims", "write it as [24, 29]"


def quotation(value: object, vocabulary: Vocabulary) -> Fault | None:
    """Words of the annotated work, no more than may be quoted."""
    count, most = len(str(value).split()), vocabulary.limits.most_words
    if count > most:
        return f"has {count} words", f"quote at most {most} of the {vocabulary.noun}"
    return text(value, vocabulary)


def sentence(value: object, vocabulary: Vocabulary) -> Fault | None:
    """One sentence of plain words that ends in a period, as short as a reason must be."""
    said, most = str(value), vocabulary.limits.most_because
    if fault := text(value, vocabulary):
        return fault
    if len(said.split()) > most:
        return f"has {len(said.split())} words", f"say it in at most {most}"
    if MARKUP.search(said):
        return "has a link, a citation or a mark of emphasis in it", "write plain words, since the annotations cite"
    if NEXT_SENTENCE.search(said) or not said.rstrip("”\"’'").endswith("."):
        return "is not one sentence", "write one, with a period at its end"
    return None


def option_faults(
    known: Options, found: Mapping[Any, object], vocabulary: Vocabulary, *, what: str = "option"
) -> Iterator[Fault]:
    """What is wrong with the options in `found` and the remedies; a misspelt name is not missing as well.

    `what` is what an editor calls an option: those of data are fields.
    """
    missing = {name for name, option in known.items() if option.required} - {str(name) for name in found}
    for name in found:
        if name not in known:
            near = get_close_matches(str(name).lower(), missing, n=1)
            missing.difference_update(near)
            yield f"the {what} “{name}” is not known", f"write {near[0]}" if near else f"use {', '.join(known)}"
    for name, option in known.items():
        if name in missing:
            yield f"the {what} {name} is missing", f"add {name}: and its value"
        elif name in found and (fault := option.check(found[name], vocabulary)):
            yield f"{name} {fault[0]}", fault[1]

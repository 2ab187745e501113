"""Check the value of an option: each check says what is wrong with it and the remedy, or nothing; and read a list."""

import datetime
import re
from collections.abc import Callable, Collection

from annotated_edition.vocabulary import Vocabulary

Fault = tuple[str, str]  # what is wrong, and the remedy
Check = Callable[[object, Vocabulary], Fault | None]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"[1-9]\d*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARKUP = re.compile(r"[\[\]@*_`{}<>\\]")  # all that Markdown or the build would make something else of
# The end of one sentence and the beginning of the next; not within U.S. Treasury.
NEXT_SENTENCE = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s+[A-Z]")


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


def listed(value: str) -> tuple[str, ...]:
    """What stands between the commas of a value."""
    return tuple(filter(None, map(str.strip, value.split(","))))


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

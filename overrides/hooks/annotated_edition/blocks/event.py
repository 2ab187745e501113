"""An event of the timeline: a date as exact as its sources are, a sentence or two, and the claims that it bears on."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from babel.dates import format_date, format_skeleton

from annotated_edition.blocks.checks import NUMBER, SLUG, Fault, Option, Options, text
from annotated_edition.blocks.declaration import Declaration, Label, Labelled, SearchEntry
from annotated_edition.interface import current, gettext
from annotated_edition.text.citations import BRACKET
from annotated_edition.text.dates import spoken_date, spoken_month
from annotated_edition.vocabulary import Vocabulary

WHEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True)
class When:
    """A day, a month or a year, as exact as the sources are; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, written: object) -> "When":
        """Raises ValueError for what is no day, month or year of the calendar."""
        if not (parts := WHEN.fullmatch(str(written))):
            raise ValueError(f"not a date: {written}")
        year, month, day = (int(part or 0) for part in parts.groups())
        datetime.date(year, month if parts[2] else 1, day if parts[3] else 1)
        return cls(year, month, day)

    @property
    def order(self) -> tuple[int, int, int]:
        """By which events are sorted: one of a whole month or year comes at its end."""
        return self.year, self.month or 13, self.day or 32

    @property
    def iso(self) -> str:
        """As in the file and in HTML: 2022-02-24, 2022-02 or 2022."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def within_year(self) -> str:
        """February 24, February, or nothing."""
        if not self.month:
            return ""
        date, locale = datetime.date(self.year, self.month, self.day or 1), current().locale
        return format_skeleton("MMMMd", date, locale=locale) if self.day else format_date(date, "LLLL", locale)

    def __str__(self) -> str:
        """As the edition writes it: February 24, 2022; February 2022; 2022."""
        if self.day:
            return spoken_date(datetime.date(self.year, self.month, self.day))
        return spoken_month(self.iso) if self.month else str(self.year)


@dataclass(frozen=True)
class Event(Labelled):
    """Something that happened, in one or two sentences with their citations."""

    KIND = "event"

    when: When
    claims: tuple[str, ...]
    is_annotated: bool  # the publication of the annotated work itself

    @property
    def spoken(self) -> str:
        return gettext("timeline, %(date)s", date=self.when)

    @property
    def search_entry(self) -> SearchEntry:
        """Its label has the words by which it is known."""
        return SearchEntry(self.KIND, str(self.when), also=(self.label.replace("-", " "),))


def _label(value: object, vocabulary: Vocabulary) -> Fault | None:
    known = isinstance(value, str) and EventEntry.LABEL.pattern.fullmatch(value)
    return None if known else (f"“{value}” is not a label", "use small letters, digits and hyphens")


def _when(value: object, vocabulary: Vocabulary) -> Fault | None:
    try:
        When.read(value)
    except ValueError:
        return f"“{value}” is not a date", "write a day as in 2022-02-24, a month as in 2022-02 or a year"
    return None


def _body(value: object, vocabulary: Vocabulary) -> Fault | None:
    if wrong := text(value, vocabulary):
        return wrong
    if "](" in str(value):
        return "has a link in it", "name a claim under claims, and a source by [@key]"
    if any(str(value).count(mark) % 2 for mark in ("**", "`")):
        return "has a mark of emphasis or code that is not closed", "write as many before the words as after them"
    return None if BRACKET.search(str(value)) else ("cites no source", "add one, as in [@key]")


def _numbers(value: object) -> tuple[str, ...]:
    numbers = value if isinstance(value, list) else re.split(r",\s*", str(value).strip())
    return tuple(dict.fromkeys(map(str, numbers)))


def _claims(value: object, vocabulary: Vocabulary) -> Fault | None:
    sound = all(NUMBER.fullmatch(number) for number in _numbers(value))
    return None if sound else (f"“{value}” is not a list of numbers", "write claims: 8, 9")


def _flag(value: object, vocabulary: Vocabulary) -> Fault | None:
    return None if value is True else ("is not yes", "write annotated: true, or leave it out")


class EventEntry(Declaration):
    """An entry of the file of data from which the timeline is made."""

    NAME = Event.KIND
    LABEL = Label(SLUG, "of small letters, digits and hyphens", "first-count", "such a label")
    IN_DATA = True
    DECLARED: ClassVar[Options] = {
        "event": Option(_label),
        "date": Option(_when, read=When.read),
        "text": Option(_body, read=str.strip),
        "claims": Option(_claims, read=_numbers),
        "annotated": Option(_flag, required=False, read=bool),
    }

    @staticmethod
    def read(found: Mapping[object, object], page: str, lines: range) -> Event:
        """An event from fields that have been found sound."""
        fields = {name: option.read(found.get(name, "")) for name, option in EventEntry.DECLARED.items()}
        label, when, body, claims, is_annotated = fields.values()
        return Event(label, page, lines, body, when, claims, is_annotated)

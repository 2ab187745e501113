"""What an event is: a date as exact as its sources are, one or two sentences, and the claims that it bears on."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from text.checks import Check, text
from text.citations import BRACKET

LABEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WHEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True)
class When:
    """A day, a month or a year, as exact as the sources are; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, written: str) -> "When":
        """Raises ValueError for what is no day, month or year of the calendar."""
        if not (parts := WHEN.fullmatch(written)):
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
        month = f"{datetime.date(2000, self.month, 1):%B}" if self.month else ""
        return f"{month} {self.day}" if self.day else month

    def __str__(self) -> str:
        """As the edition writes it: February 24, 2022; February 2022; 2022."""
        return (
            ", ".join(filter(None, (self.within_year, str(self.year))))
            if self.day
            else f"{self.within_year} {self.year}".strip()
        )


@dataclass(frozen=True)
class Event:
    """Something that happened, in one or two sentences with their citations."""

    label: str
    when: When
    body: str
    claims: tuple[str, ...]
    is_brief: bool  # the publication of the brief itself
    page: str
    lines: range

    @property
    def anchor(self) -> str:
        return f"event-{self.label}"

    @property
    def spoken(self) -> str:
        """What a link back to the event is called."""
        return f"timeline, {self.when}"


def _label(value: object) -> str | None:
    known = isinstance(value, str) and LABEL.fullmatch(value)
    return None if known else f"“{value}” is not a label; use small letters, digits and hyphens"


def _when(value: object) -> str | None:
    try:
        When.read(str(value))
    except ValueError:
        return f"“{value}” is not a date; write a day as in 2022-02-24, a month as in 2022-02 or a year"
    return None


def _body(value: object) -> str | None:
    if wrong := text(value):
        return wrong
    if "](" in str(value):
        return "has a link in it; name a claim under claims, and a source by [@key]"
    return None if BRACKET.search(str(value)) else "cites no source; add one, as in [@key]"


def _numbers(value: object) -> list[str]:
    return [str(number) for number in value] if isinstance(value, list) else re.split(r",\s*", str(value).strip())


def _claims(value: object) -> str | None:
    sound = all(re.fullmatch(r"[1-9]\d*", number) for number in _numbers(value))
    return None if sound else f"“{value}” is not a list of numbers; write claims: 8, 9"


def _flag(value: object) -> str | None:
    return None if value is True else "is not yes; write brief: true, or leave it out"


FIELDS: dict[str, Check] = {"event": _label, "date": _when, "text": _body, "claims": _claims, "brief": _flag}
OPTIONAL = {"brief"}


def read_event(found: Mapping[object, object], page: str, lines: range) -> Event:
    """An event from fields that have been checked."""
    claims = tuple(dict.fromkeys(_numbers(found["claims"])))
    when = When.read(str(found["date"]))
    return Event(str(found["event"]), when, str(found["text"]).strip(), claims, "brief" in found, page, lines)

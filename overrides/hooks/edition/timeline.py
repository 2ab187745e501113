"""The timeline: all events, read from docs/data/timeline.yml, by year and by claim.

The file is read event by event, so that a mistake in one leaves the others whole and is named once.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import yaml
from text.checks import faults
from text.citations import read_citations
from text.events import FIELDS, OPTIONAL, Event, read_event
from text.options import OptionError, OptionLoader
from text.problems import Problem

from edition.pages import Page

PAGE = "timeline.md"
DATA = "data/timeline.yml"

EVENT = re.compile(r"^- +event: *(\S*)")
FORM = "write each event as - event: LABEL, with date, text and claims below it, each indented by two spaces"


def read_timeline(content: str) -> tuple[list[Event], list[Problem]]:
    """Return the events that are sound, in the order of their dates, and every mistake in all of them."""
    events: list[Event] = []
    problems: list[Problem] = []
    for number, lines in _entries(content):
        label = match[1] if (match := EVENT.match(lines[0])) else ""
        thing = f"event {label}" if label else f"line {number}"
        found, wrong = _fields(lines, number)
        wrong += faults(found, FIELDS, OPTIONAL, what="field") if found else ()
        if label in [event.label for event in events]:
            wrong.append(("its label is used already", "give it a label of its own"))
        problems += [Problem(DATA, number, thing, *fault) for fault in wrong]
        if found and not wrong:
            events.append(read_event(found, DATA, range(number, number + len(lines))))
    return sorted(events, key=lambda event: event.when.order), problems


def _entries(content: str) -> Iterator[tuple[int, list[str]]]:
    """Each entry and the number of its first line; what stands before the first, comments aside, is one too."""
    start, lines = 1, list[str]()
    for number, line in enumerate(content.split("\n"), start=1):
        if line.startswith("-") or (not lines and line.strip() and not line.startswith("#")):
            if lines:
                yield start, lines
            start, lines = number, [line]
        elif lines:
            lines.append(line)
    if lines:
        yield start, lines


def _fields(lines: Sequence[str], first: int) -> tuple[Mapping[object, object], list[tuple[str, str]]]:
    try:
        entry = yaml.load("\n".join(lines), OptionLoader)  # a SafeLoader
    except OptionError as error:
        return {}, [(error.wrong.replace("option", "field"), error.remedy)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first + (mark.line if mark else 0)
        return {}, [
            (
                f"cannot be read as YAML, in line {line} or above",
                "write text: | and the text below it, indented by four spaces",
            )
        ]
    if isinstance(entry, list) and len(entry) == 1 and isinstance(entry[0], dict):
        return entry[0], []
    return {}, [("is not an event", FORM)]


def with_events(page: Page, content: str) -> Page:
    """The page of the timeline with the events, the citations and the mistakes of the file of data."""
    events, problems = read_timeline(content)
    citations, faulty = read_citations(DATA, content)
    return replace(
        page,
        events=tuple(events),
        citations=(*page.citations, *citations),
        problems=(*page.problems, *problems, *faulty),
    )


class Timeline:
    """All events, by year and by claim."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events

    @property
    def years(self) -> list[tuple[int, list[Event]]]:
        return [(year, list(group)) for year, group in groupby(self.events, key=lambda event: event.when.year)]

    def of_claim(self, label: str) -> list[Event]:
        """The events that bear on a claim, in order."""
        return [event for event in self.events if label in event.claims]

    def problems(self, claims: Collection[str]) -> Iterator[Problem]:
        """Name every claim that an event bears on and that is not among `claims`."""
        for event in self.events:
            for label in event.claims:
                if label not in claims:
                    thing = f"event {event.label}"
                    yield Problem(
                        DATA,
                        event.lines.start,
                        thing,
                        f"bears on claim {label}, which does not exist",
                        "correct the number",
                    )

"""The timeline: all events, read from docs/data/timeline.yml, by year and by claim.

The file is read event by event, so that a mistake in one leaves the others whole and is named once.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import yaml

from annotated_edition.blocks.checks import option_faults
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.event import Event, EventEntry
from annotated_edition.blocks.options import OptionError, OptionLoader, shortened
from annotated_edition.structure.glossary import link_from
from annotated_edition.structure.pages import Page
from annotated_edition.text.citations import read_citations
from annotated_edition.text.code import without_code
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary

DATA = "data/timeline.yml"
EVENT = re.compile(r"^- +event: *(\S*)")
READABLE = "indent each field by two spaces, and write text: | with the text below it, indented by four"
FORM = "write each event as - event: LABEL, with date, text and claims below it, each indented by two spaces"


def read_timeline(content: str, vocabulary: Vocabulary) -> tuple[list[Event], list[Problem]]:
    """Return the events that are sound, in the order of their dates, and every mistake in all of them."""
    events: list[Event] = []
    problems: list[Problem] = []
    for number, lines in _entries(content):
        label = match[1] if (match := EVENT.match(lines[0])) else ""
        subject = f"event {label}" if label else f"line {number}"
        found, wrong = _fields(lines, number)
        wrong += option_faults(EventEntry.DECLARED, found, vocabulary, what="field") if found else ()
        if label in [event.label for event in events]:
            wrong.append(("its label is used already", "give it a label of its own"))
        problems += [Problem(DATA, number, subject, *fault) for fault in wrong]
        if found and not wrong:
            events.append(EventEntry.read(found, DATA, range(number, number + len(lines))))
    return sorted(events, key=lambda event: event.when.order), problems


def _entries(content: str) -> Iterator[tuple[int, list[str]]]:
    """Each entry and the number of its first line; what stands before the first, comments aside, is one too."""
    lines = content.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")]
    starts = [number for number in written if number == written[0] or lines[number].startswith("-")]
    for start, end in pairwise([*starts, len(lines)]):
        yield start + 1, lines[start:end]


def _fields(lines: Sequence[str], first: int) -> tuple[Mapping[object, object], list[tuple[str, str]]]:
    try:
        entry = yaml.load("\n".join(lines), OptionLoader)  # a SafeLoader
    except OptionError as error:
        return {}, [(error.wrong.replace("option", "field"), error.remedy)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        wrong = f"cannot be read as YAML, in line {first + (mark.line if mark else 0)} or above"
        return {}, [(wrong, READABLE)]
    if isinstance(entry, list) and len(entry) == 1 and isinstance(entry[0], dict):
        cut = shortened(lines, entry[0])
        return ({}, [cut]) if cut else (entry[0], [])
    return {}, [("is not an event", FORM)]


def with_events(page: Page, content: str, vocabulary: Vocabulary) -> Page:
    """The page of the timeline with the events, the citations and the mistakes of the file of data."""
    events, problems = read_timeline(content, vocabulary)
    citations, faulty = read_citations(DATA, without_code(content))
    return replace(
        page,
        items=(*page.items, *events),
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

    def links(self, claims: Sequence[Claim], page: str) -> dict[str, list[tuple[str, str]]]:
        """For each claim by its label, the date of each event that bears on it, and its address from the claim's page.

        `page` is the path of the timeline.
        """
        pages = {claim.label: link_from(claim.page, page) for claim in claims}
        return {
            label: [(str(event.when), f"{address}#{event.anchor}") for event in self.events if label in event.claims]
            for label, address in pages.items()
        }

    def problems(self, claims: Collection[str]) -> Iterator[Problem]:
        """Name every claim that an event bears on and that is not among `claims`."""
        for event in self.events:
            for label in event.claims:
                if label not in claims:
                    yield event.problem(f"bears on claim {label}, which does not exist", "correct or delete the number")

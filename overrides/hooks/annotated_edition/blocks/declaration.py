"""What kinds of block, and of entry in a file of data, have in common: how they are declared, written and read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from annotated_edition.blocks.checks import Options
from annotated_edition.interface import beginning, gettext
from annotated_edition.text.problems import Problem


@dataclass(frozen=True)
class Label:
    """The form of the labels of a kind. `alone` are those that say by themselves what they name: 8 is a claim."""

    pattern: re.Pattern[str]
    form: str  # for its label is not …
    example: str
    meaning: str  # for write /// claim | 8, with …
    alone: bool = False


class Declaration:
    """What all kinds have in common. A kind is a subclass, of which only Markdown makes objects, one for each block."""

    NAME: str = ""
    LABEL: ClassVar[Label]
    DECLARED: ClassVar[Options]  # of which the OPTIONS of pymdownx are made
    IN_DATA: ClassVar[bool] = False  # an entry of a file of data, and no block
    FORMER: ClassVar[bool] = False  # a note in the place of something that stood there once

    @classmethod
    def subject(cls, label: str, kinds: "Kinds") -> str:
        """What messages call the one with a label."""
        return f"{cls.NAME} {label}".rstrip()


Kinds = Mapping[str, type[Declaration]]  # by name, in the order in which they are listed


def subject_of(label: str, kinds: Kinds) -> str:
    """What a label names: claim 8 for 8, annotation 8a for 8a; labels that do not say it name it, as figure 2."""
    for kind in kinds.values():
        if kind.LABEL.alone and kind.LABEL.pattern.fullmatch(label):
            return f"{kind.NAME} {label}"
    return label


def spoken(subject: str, *, begins: bool = False) -> str:
    """What readers call a subject within a sentence, such as claim 8, or where it begins one."""
    kind, _, label = subject.partition(" ")
    names = {
        "claim": gettext("claim %(label)s", label=label),
        "annotation": gettext("annotation %(label)s", label=label),
        "figure": gettext("figure %(label)s", label=label),
        "event": gettext("event %(label)s", label=label),
        "term": gettext("term %(label)s", label=label),
    }
    name = names.get(kind, subject)
    return beginning(name) if begins else name


def anchor_of(subject: str) -> str:
    """The id: claim-8 for claim 8."""
    return subject.replace(" ", "-", 1)


@dataclass(frozen=True)
class SourceBlock:
    """A block as written: its name, the label after the bar, its options and its Markdown. Lines count from 1."""

    name: str
    label: str
    subject: str  # what messages call it, or what it is that stood here once
    line: int
    options: dict[str, object] | None = None  # None where they are ill-formed, which is then a mistake named already
    body: str = ""
    body_line: int = 0
    end: int = 0  # the line that closes it

    @property
    def anchor(self) -> str:
        return anchor_of(self.subject)

    @property
    def lines(self) -> range:
        return range(self.line, self.end + 1)


@dataclass(frozen=True)
class SearchEntry:
    """What the search shows of a text and by what it finds it; the index adds the text itself and its place."""

    sort: str  # the name of its kind, or of its kind of annotation
    title: str = ""
    verdict: str = ""
    outcome: str = ""
    because: str = ""
    also: tuple[str, ...] = ()  # other ways to write it
    page: str = ""
    anchor: str = ""  # on its page, of which the text may be the beginning
    text: str = ""
    cites: tuple[str, ...] = ()  # the keys of the works cited in it


@dataclass(frozen=True)
class Labelled:
    """A text with a label of its own, and where it stands in the source. `lines` count from 1."""

    label: str
    page: str
    lines: range
    body: str  # its Markdown

    KIND: ClassVar[str]  # the name of its block

    @property
    def subject(self) -> str:
        """What messages and links call it: claim 8."""
        return f"{self.KIND} {self.label}"

    @property
    def anchor(self) -> str:
        """The id under which it stands on its page: claim-8."""
        return anchor_of(self.subject)

    @property
    def spoken(self) -> str:
        """What a link back from a reference calls it."""
        return spoken(self.subject)

    def problem(self, wrong: str, remedy: str) -> Problem:
        """A mistake in it."""
        return Problem(self.page, self.lines.start, self.subject, wrong, remedy)

    @property
    def search_entry(self) -> SearchEntry | None:
        """How the search shows it; nothing for what is not to be found."""
        return None


def listed(value: str) -> tuple[str, ...]:
    """What stands between the commas of a value."""
    return tuple(filter(None, map(str.strip, value.split(","))))

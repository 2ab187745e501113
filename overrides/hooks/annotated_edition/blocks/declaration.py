"""What kinds of block, and of entry in a file of data, have in common: how each is declared, and how it is read."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar

from annotated_edition.blocks.checks import Check, Fault
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary


@dataclass(frozen=True)
class Option:
    """An option with its check. One that is not required may be left out, and is read from an empty text then."""

    check: Check
    required: bool = True
    read: Callable[[Any], Any] = str  # what it is as data


Options = Mapping[str, Option]  # by name


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


def anchor_of(subject: str) -> str:
    """The id: claim-8 for claim 8."""
    return subject.replace(" ", "-", 1)


def option_faults(
    kind: type[Declaration], found: Mapping[Any, object], vocabulary: Vocabulary, *, what: str = "option"
) -> Iterator[Fault]:
    """What is wrong with the options in `found` and the remedies; a misspelt name is not missing as well.

    `what` is what an editor calls an option: those of data are fields.
    """
    known = kind.DECLARED
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
        return self.subject

    def problem(self, wrong: str, remedy: str) -> Problem:
        """A mistake in it."""
        return Problem(self.page, self.lines.start, self.subject, wrong, remedy)

    @property
    def search_entry(self) -> SearchEntry | None:
        """How the search shows it; nothing for what is not to be found."""
        return None

"""How a kind of block, or of entry in a file of data, is declared: its name, its labels and its options."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar

from annotated_edition.blocks.checks import Check, Fault
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


def is_subject(subject: str, names: Iterable[str]) -> bool:
    """Whether this is one of the names of kinds with a label."""
    name, _, label = subject.partition(" ")
    return name in names and bool(label) and " " not in label


def anchor_of(subject: str) -> str:
    """The id: claim-8 for claim 8."""
    return subject.replace(" ", "-", 1)


def label_fault(kind: type[Declaration], label: str) -> Fault | None:
    """What is wrong with the form of a label and the remedy."""
    rule = kind.LABEL
    remedy = f"write /// {kind.NAME} | {rule.example}, with {rule.meaning}"
    if not label:
        return "has no label", remedy
    return None if rule.pattern.fullmatch(label) else (f"its label is not {rule.form}", remedy)


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

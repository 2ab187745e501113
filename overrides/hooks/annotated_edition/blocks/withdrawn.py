"""A label that was withdrawn, or moved to another page. A note keeps its place and its id, so that links to it hold.

An editor writes `/// withdrawn | 8b` where the annotation stood, with the reason, and `/// moved | 8` where the claim
stood that stands on another page now, with a link to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from xml.etree import ElementTree

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import Fault, Option, Options, text
from annotated_edition.blocks.declaration import Kinds, Label, Labelled, SourceBlock, anchor_of, spoken, subject_of
from annotated_edition.interface import N_, gettext


@dataclass(frozen=True)
class Former(Labelled):
    """A label that once stood here, the edition from which on it does not, and what is said of that."""

    edition: str
    named: str  # what stood here: annotation 8b, figure 2

    @property
    def subject(self) -> str:
        return self.named


class Withdrawn(Former):
    """What was published and is not any more."""

    KIND = "withdrawn"


class Moved(Former):
    """What stands on another page now."""

    KIND = "moved"


class FormerBlock(LabelledBlock):
    """A note under the id that links lead to."""

    LABEL = Label(re.compile(r".+"), "a label", "8b, or figure 2", "that of what stood here")
    DECLARED: ClassVar[Options] = {"edition": Option(text)}
    EMPTY = ("is empty", "say between the options and the closing /// why it was withdrawn, or where it stands now")
    FORMER = True
    DATA: ClassVar[type[Former]]
    TITLE: ClassVar[str]  # of the note
    SAID: ClassVar[str]  # of what stood there

    @classmethod
    def subject(cls, label: str, kinds: Kinds) -> str:
        return subject_of(label, kinds) if label else cls.NAME

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        """Its label, which no form can tell, names one of a kind with labels."""
        name, _, label = block.subject.partition(" ")
        is_known = name in context.kinds and not context.kinds[name].FORMER
        if block.label and not (is_known and label and " " not in label):
            yield "is no label", f"write /// {cls.NAME} | {cls.LABEL.example}, with {cls.LABEL.meaning}"

    @classmethod
    def read(cls, block: SourceBlock, options: Mapping[str, Any], context: Context) -> Former:
        return cls.DATA(block.label, context.page, block.lines, block.body, options["edition"], block.subject)

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        subject = subject_of(self.argument, self.config["kinds"])
        said = {"subject": spoken(subject, begins=True), "edition": self.options["edition"]}
        title = gettext(self.TITLE, **said)
        attributes = {"class": self.NAME, "id": anchor_of(subject), "role": "note", "aria-label": title}
        aside = ElementTree.SubElement(parent, "aside", attributes)
        facts = ElementTree.SubElement(aside, "p", {"class": "tombstone__facts"})
        facts.text = gettext(self.SAID, **said)
        return aside


class WithdrawnBlock(FormerBlock):
    """Says why it was withdrawn."""

    NAME = Withdrawn.KIND
    DATA = Withdrawn
    TITLE = N_("%(subject)s: withdrawn")
    SAID = N_("%(subject)s was withdrawn in edition %(edition)s.")


class MovedBlock(FormerBlock):
    """Says where it stands now."""

    NAME = Moved.KIND
    DATA = Moved
    TITLE = N_("%(subject)s: moved")
    SAID = N_("%(subject)s moved from here in edition %(edition)s.")

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        wrong = list(super().faults(block, options, context))
        yield from wrong
        if block.body and not wrong and f"#{block.anchor})" not in block.body:
            remedy = f"write a link to it, as in [{block.subject}](issue.md#{block.anchor})"
            yield "does not say where it stands now", remedy

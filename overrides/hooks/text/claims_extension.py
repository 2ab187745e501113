"""Claims and annotations in Markdown: `/// claim | 8` and `/// annotation | 8a` become a section and an aside.

A Python-Markdown extension without any of MkDocs, so that it works wherever Python-Markdown does.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_string, type_string_in

from text.vocabulary import KINDS, OUTCOMES, VERDICTS


def spoken_date(date: datetime.date) -> str:
    """A date as the edition writes it: February 24, 2022."""
    return f"{date:%B} {date.day}, {date.year}"


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(
        parent, tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    )
    element.text = text
    element.tail = " "
    return element


def _type_date(value: object) -> datetime.date:
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(type_string(value))


class ClaimBlock(Block):
    """The brief's side: a section under a heading that carries the number."""

    NAME = "claim"
    ARGUMENT = True
    OPTIONS = {  # noqa: RUF012 - as the base class declares it
        "title": ("", type_string),
        "at": ("", type_string),
        "words": ("", type_string),
        "verdict": ("", type_string_in(VERDICTS, insensitive=False)),
        "outcome": ("", type_string_in(["", *OUTCOMES], insensitive=False)),
        "because": ("", type_string),
    }

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Without a verdict it is not a claim and stays the text it is written as."""
        return bool(self.options["verdict"])

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        label = self.argument
        section = ElementTree.SubElement(parent, "section", {"class": "claim", "aria-labelledby": f"claim-{label}"})
        heading = _add(section, "h2", "", id=f"claim-{label}")
        number = _add(heading, "a", label, class_="claim__number", href=f"#claim-{label}")
        number.tail = f" {self.options['title']}"
        self._assess(section)
        comma = ", at " if self.options["words"] else ""
        place = _add(section, "p", f"In the brief: {self.options['at']}{comma}", class_="claim__at")
        if self.options["words"]:
            _add(place, "q", self.options["words"], class_="claim__words")
        return section

    def _assess(self, section: ElementTree.Element) -> None:
        """Say what the edition makes of the claim: its verdict, what became of it, and the reason."""
        verdict, outcome, because = (self.options[name] for name in ("verdict", "outcome", "because"))
        facts = _add(section, "p", "", class_="claim__facts")
        _add(facts, "span", VERDICTS[verdict], class_="verdict", data_verdict=verdict)
        if outcome:
            _add(facts, "span", OUTCOMES[outcome], class_="outcome", data_outcome=outcome)
        if because:
            _add(section, "p", because, class_="claim__because")

    def on_end(self, block: ElementTree.Element) -> None:
        """Below the claim's text, the events that bear on it."""
        if events := self.config["events"].get(self.argument):
            line = _add(block, "p", "Events: ", class_="claim__events")
            for number, (text, address) in enumerate(events, start=1):
                _add(line, "a", text, href=address).tail = "; " if number < len(events) else ""


class AnnotationBlock(Block):
    """The edition's side: a note with a label, a kind and the day it was last checked."""

    NAME = "annotation"
    ARGUMENT = True
    OPTIONS = {  # noqa: RUF012 - as the base class declares it
        "kind": ("", type_string_in(KINDS, insensitive=False)),
        "date": ("", _type_date),
    }

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Without a kind or a date it is not an annotation and stays the text it is written as."""
        return bool(self.options["kind"] and self.options["date"])

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        label, kind, date = self.argument, self.options["kind"], self.options["date"]
        # A note, not the landmark that an aside is of itself: a page has dozens of them.
        name = f"Annotation {label}: {KINDS[kind]}"
        attributes = {
            "class": "annotation",
            "id": f"annotation-{label}",
            "role": "note",
            "aria-label": name,
            "data-kind": kind,
        }
        aside = ElementTree.SubElement(parent, "aside", attributes)
        facts = _add(aside, "p", "", class_="annotation__facts")
        _add(facts, "a", label, class_="annotation__label", href=f"#annotation-{label}")
        _add(facts, "span", KINDS[kind], class_="kind", data_kind=kind)
        checked = _add(facts, "span", "checked ", class_="annotation__date")
        _add(checked, "time", spoken_date(date), datetime=date.isoformat())
        return aside


class PassageTreeprocessor(Treeprocessor):
    """Put each claim and its annotations into one element, so that they can stand side by side."""

    def run(self, root: ElementTree.Element) -> None:
        passage = notes = None
        for child in list(root):
            if child.get("class") == "claim":
                passage = ElementTree.Element("div", {"class": "passage"})
                notes = None
                root.insert(list(root).index(child), passage)
                root.remove(child)
                passage.append(child)
            elif _is_note(child) and passage is not None:
                if notes is None:
                    # Narrow screens can fold it (switches.css).
                    notes = ElementTree.SubElement(passage, "details", {"class": "annotations", "open": "open"})
                    ElementTree.SubElement(notes, "summary", {"data-search-exclude": ""}).text = "Annotations"
                root.remove(child)
                notes.append(child)
            else:
                passage = None


def _is_note(element: ElementTree.Element) -> bool:
    """Whether this is an annotation, or the note that stands where one stood (tombstones_extension)."""
    return element.tag == "aside" and element.get("id", "").startswith("annotation-")


class ClaimsExtension(BlocksExtension):
    """Registers both blocks and joins what belongs together.

    `events` are the links of each claim to the events that bear on it, by the label of the claim.
    """

    def __init__(self, events: Mapping[str, Sequence[tuple[str, str]]] | None = None, **options: Any) -> None:
        self.config = {"events": [events or {}, "links to the events that bear on each claim"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(ClaimBlock, self.getConfigs())
        block_mgr.register(AnnotationBlock, self.getConfigs())
        # After inline (20) and before the table of contents (5), which must see the headings where they stay.
        md.treeprocessors.register(PassageTreeprocessor(md), "passages", 12)


def makeExtension(**options: Any) -> Extension:
    return ClaimsExtension(**options)

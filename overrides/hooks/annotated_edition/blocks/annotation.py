"""An annotation: a note of the edition on one claim, with the day on which it was last checked."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from xml.etree import ElementTree

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import NUMBER, Fault, Option, Options, day, one_of, text
from annotated_edition.blocks.claim import Claim, claim_of
from annotated_edition.blocks.declaration import Label, Labelled, SearchEntry, SourceBlock, listed
from annotated_edition.blocks.elements import add, fill, made
from annotated_edition.interface import gettext
from annotated_edition.text.dates import spoken_date


@dataclass(frozen=True)
class Annotation(Labelled):
    """A note on the claim that its label names."""

    KIND = "annotation"

    kind: str
    date: datetime.date
    also: tuple[str, ...] = ()  # other words under which readers look for it

    @property
    def claim(self) -> str:
        """The label of its claim."""
        return claim_of(self.label)

    @property
    def search_entry(self) -> SearchEntry:
        """Its verdict and outcome are those of its claim, which it does not know."""
        return SearchEntry(self.kind, also=self.also)


def _day(value: object) -> datetime.date:
    """A day, which YAML reads by itself unless it stands in quotation marks."""
    return datetime.date.fromisoformat(str(value))


class AnnotationBlock(LabelledBlock):
    """An aside with a label, a kind and a day."""

    NAME = Annotation.KIND
    DATA = Annotation
    LABEL = Label(re.compile(r"[1-9]\d*[a-z]+"), "a number and a letter", "8a", "its claim's number", alone=True)
    DECLARED: ClassVar[Options] = {
        "kind": Option(one_of(lambda vocabulary: vocabulary.kinds)),
        "date": Option(day, read=_day),
        "also": Option(text, required=False, read=listed),
    }

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        """It stands after its claim; of a claim with an ill-formed label the place is not known."""
        above = [other.label for other in context.above if other.name == Claim.KIND][-1:]
        own = claim_of(block.label)
        known = cls.LABEL.pattern.fullmatch(block.label) and all(map(NUMBER.fullmatch, above))
        if known and above != [own]:
            stands = f"stands after claim {above[0]}" if above else "stands before any claim"
            yield f"{stands}, not after claim {own}", "move it there, or give it that claim's number"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        label, kind, date = self.argument, self.options["kind"], _day(self.options["date"])
        word = self.config["vocabulary"].kinds[kind]
        attributes = {"class": "annotation", "id": f"annotation-{label}"}
        # A note, not the landmark that an aside is of itself: a page has dozens of them.
        name = gettext("Annotation %(label)s: %(kind)s", label=label, kind=word)
        attributes |= {"role": "note", "aria-label": name, "data-kind": kind}
        aside = ElementTree.SubElement(parent, "aside", attributes)
        facts = add(aside, "p", class_="annotation__facts")
        add(facts, "a", label, class_="annotation__label", href=f"#annotation-{label}")
        add(facts, "span", word, class_="kind", data_kind=kind)
        checked = add(facts, "span", class_="annotation__date")
        time = made("time", spoken_date(date), datetime=date.isoformat())
        said = gettext("checked %(date)s", date="{date}")
        fill(checked, f"{said} ", date=[time])
        return aside

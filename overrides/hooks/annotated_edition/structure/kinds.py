"""The kinds of block that an edition has. A new kind is a module and a line here.

Their order is that of lists: in the register, in what the editions change, in messages.
"""

import re

from annotated_edition.blocks.annotation import AnnotationBlock
from annotated_edition.blocks.claim import ClaimBlock
from annotated_edition.blocks.declaration import Declaration
from annotated_edition.blocks.event import EventEntry
from annotated_edition.blocks.term import TermBlock
from annotated_edition.blocks.withdrawn import MovedBlock, WithdrawnBlock
from annotated_edition.figures.figures import FigureBlock
from annotated_edition.interface import ngettext

KINDS: dict[str, type[Declaration]] = {
    kind.NAME: kind
    for kind in (ClaimBlock, AnnotationBlock, FigureBlock, EventEntry, TermBlock, WithdrawnBlock, MovedBlock)
}
# Whose labels are registered and can be linked to.
LABELLED = [name for name, kind in KINDS.items() if not kind.FORMER]
NUMBER = re.compile(r"(\d+)([a-z]*)")


def use_label(anchor: str) -> str:
    """The label by which the citations in the element with an id are counted: 8 for claim-8, figure-2 for figure-2.

    Nothing for the id of what has no label.
    """
    name, _, label = anchor.partition("-")
    if name not in LABELLED:
        return ""
    return label if KINDS[name].LABEL.alone else anchor


def counted(kind: str, number: int) -> str:
    """How many there are of pages, sources or of a kind with labels: 1 claim, 2 claims."""
    texts = {
        "page": ngettext("%(num)s page", "%(num)s pages", number),
        "claim": ngettext("%(num)s claim", "%(num)s claims", number),
        "annotation": ngettext("%(num)s annotation", "%(num)s annotations", number),
        "figure": ngettext("%(num)s figure", "%(num)s figures", number),
        "event": ngettext("%(num)s event", "%(num)s events", number),
        "term": ngettext("%(num)s term", "%(num)s terms", number),
        "source": ngettext("%(num)s source", "%(num)s sources", number),
    }
    return texts[kind]


def order(subject: str) -> tuple[int, int, int, str]:
    """By which subjects are sorted: pages, then by kind; annotations as 8z, 8aa, 10a."""
    name, _, label = subject.partition(" ")
    kind = LABELLED.index(name) if name in LABELLED else -1
    if number := NUMBER.fullmatch(label):
        return kind, int(number[1]), len(number[2]), number[2]
    return kind, 0, 0, label

"""What became of a label: withdrawn, or moved to another page. It keeps its place and its id, so that links to it hold.

An editor writes `/// withdrawn | 8b` where the annotation stood, with the reason, and `/// moved | 8` where the claim
stood that stands on another page now, with a link to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from text.checks import Check, faults, text
from text.labels import anchor_of, is_thing
from text.problems import Problem
from text.source import TOMBSTONES, Block

FIELDS: dict[str, Check] = {"edition": text}


@dataclass(frozen=True)
class Tombstone:
    """A label that once stood here, the edition from which on it does not, and what is said of that."""

    name: str  # withdrawn or moved
    label: str  # as written: 8b, figure 2
    thing: str  # annotation 8b, figure 2
    edition: str
    page: str
    lines: range
    body: str

    @property
    def anchor(self) -> str:
        return anchor_of(self.thing)

    @property
    def word(self) -> str:
        """What kind of thing it was: claim, annotation, figure, event or term."""
        return self.thing.partition(" ")[0]


def read_tombstones(page: str, blocks: Sequence[Block]) -> tuple[list[Tombstone], list[Problem]]:
    """Return the tombstones among the blocks of a page that are sound, and every mistake in all of them."""
    tombstones: list[Tombstone] = []
    problems: list[Problem] = []
    for block in blocks:
        if block.name in TOMBSTONES:
            wrong = list(_faults(block))
            problems += [Problem(page, block.line, block.thing, *fault) for fault in wrong]
            if block.options is not None and not wrong:
                edition, lines = str(block.options["edition"]), range(block.line, block.end + 1)
                tombstones.append(Tombstone(block.name, block.label, block.thing, edition, page, lines, block.body))
    return tombstones, problems


def _faults(block: Block) -> Iterator[tuple[str, str]]:
    if not block.label:
        yield "has no label", f"write /// {block.name} | 8b, or figure 2, with that of what stood here"
    elif not is_thing(block.thing):
        yield "is no label", f"write /// {block.name} | 8b, or figure 2, with that of what stood here"
    elif not block.body:
        yield "is empty", "say between the options and the closing /// why it was withdrawn, or where it stands now"
    elif block.name == "moved" and f"#{block.anchor})" not in block.body:
        yield "does not say where it stands now", f"write a link to it, as in [{block.thing}](issue.md#{block.anchor})"
    if block.options is not None:
        yield from faults(block.options, FIELDS, ())

"""The argument at a glance: the scorecard, which counts what became of the claims, and a map of them all.

The map has a row for each page with claims, and in it a mark for each claim. Its lengths are in the units of its own
box, which the page scales; at 390 pixels one is a little under a pixel.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotated_edition.blocks.claim import Claim
from annotated_edition.structure.pages import Page
from annotated_edition.vocabulary import Vocabulary

WIDTH = 384
MARGIN = 8  # of the line that leads from row to row
INDENT = 20  # from that line to a row, and to the line of the rows below it
STEP = 36  # from mark to mark: more than the 24 pixels that a finger needs
TITLE = 16  # from the top of a row to the foot of its title
MARKS = 24  # from there to the middle of its marks
ROW = 78  # from row to row


@dataclass(frozen=True)
class Result:
    """A verdict or an outcome, by its name in the closed lists, and the claims of which it is said."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Group:
    """Claims that the same words can be said of. Words that are said of none are left out."""

    title: str
    rows: tuple[Result, ...]

    @property
    def count(self) -> int:
        return sum(len(row.claims) for row in self.rows)


def scorecard(claims: Sequence[Claim], vocabulary: Vocabulary) -> list[Group]:
    """The groups that have a claim, in their order."""
    groups = [Group(title, _results(names, claims)) for title, names in vocabulary.groups.items()]
    return [group for group in groups if group.rows]


def _results(names: Sequence[str], claims: Sequence[Claim]) -> tuple[Result, ...]:
    results = (Result(name, tuple(claim for claim in claims if claim.result == name)) for name in names)
    return tuple(result for result in results if result.claims)


@dataclass(frozen=True)
class Mark:
    """A claim in the map, by the middle of its shape."""

    claim: Claim
    x: int
    y: int


@dataclass(frozen=True)
class Row:
    """A page in the map: where its title stands, its marks, and the line that leads to it."""

    page: Page
    x: int
    y: int
    marks: tuple[Mark, ...]
    line: str


@dataclass(frozen=True)
class Argument:
    """The map, and the height of its box."""

    rows: tuple[Row, ...]
    height: int

    @property
    def results(self) -> Counter[str]:
        """How many claims of the map have each outcome or, without one, each verdict."""
        return Counter(mark.claim.result for row in self.rows for mark in row.marks)


def argument(pages: Iterable[Page], folder: str = "") -> Argument:
    """The map of all pages with claims, or of those in one folder."""
    shown = [page for page in pages if page.claims and page.name.startswith(folder)]
    rows = tuple(_rows(shown))
    return Argument(rows, len(rows) * ROW)


def _rows(pages: list[Page]) -> Iterator[Row]:
    trunk: list[int] = []  # where the line begins from which a row at each depth branches off
    for number, page in enumerate(pages):
        depth = 1 if trunk and "/" in page.name and not page.name.endswith("/index.md") else 0
        top = number * ROW
        x = MARGIN + depth * INDENT
        left = x + INDENT
        start = trunk[depth] if depth < len(trunk) else top + TITLE - 4
        line = f"M{x} {start}V{top + TITLE - 4}H{left - 6}" if trunk else ""
        # Rows of the same depth branch off here, rows below this one from under its title.
        trunk = [*trunk[:depth], top + TITLE - 4, top + TITLE + 6]
        marks = tuple(
            Mark(claim, left + STEP // 2 + place * STEP, top + TITLE + MARKS) for place, claim in enumerate(page.claims)
        )
        yield Row(page, left, top + TITLE, marks, line)

"""What became of the claims: in groups that can be compared, each word with the claims that have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_edition.blocks.claim import Claim
from annotated_edition.vocabulary import Vocabulary


@dataclass(frozen=True)
class Row:
    """A verdict or an outcome, by its name in the closed lists, and the claims of which it is said."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Group:
    """Claims that the same words can be said of. Words that are said of none are left out."""

    title: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        return sum(len(row.claims) for row in self.rows)


def scorecard(claims: Sequence[Claim], vocabulary: Vocabulary) -> list[Group]:
    """The groups that have a claim, in their order."""
    groups = [Group(title, _rows(names, claims)) for title, names in vocabulary.groups.items()]
    return [group for group in groups if group.rows]


def _rows(names: Sequence[str], claims: Sequence[Claim]) -> tuple[Row, ...]:
    rows = (Row(name, tuple(claim for claim in claims if claim.result == name)) for name in names)
    return tuple(row for row in rows if row.claims)

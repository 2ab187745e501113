"""What a block or an entry of data is once it has been read: text under a permanent label."""

from dataclasses import dataclass
from typing import ClassVar

from annotated_edition.blocks.declaration import anchor_of
from annotated_edition.text.problems import Problem


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

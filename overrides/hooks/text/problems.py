"""A mistake of an editor, said so that the editor can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, in which thing, what is wrong and what to do about it."""

    page: str
    line: int
    thing: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.page}: {self.thing}: {self.wrong}; {self.remedy}"

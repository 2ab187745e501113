"""A mistake of an editor, said so that the editor can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, of what, what is wrong and what to do about it."""

    page: str
    line: int
    subject: str  # claim 8, line 3, citation @key in line 7
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.page}: {self.subject}: {self.wrong}; {self.remedy}"

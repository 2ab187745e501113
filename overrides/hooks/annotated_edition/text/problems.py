"""A mistake of an editor, said so that the editor can mend it."""

from collections.abc import Callable
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


def decoded(page: str, read: Callable[[], bytes]) -> tuple[str, list[Problem]]:
    """What a file says, and what is wrong with it; of one that is not UTF-8 what can be read.

    A file that cannot be read at all says nothing, since a mistake must not end the build.
    """
    try:
        content = read()
    except OSError as error:
        wrong, remedy = f"cannot be read ({error.strerror})", "put it back, or give yourself the right to read it"
        return "", [Problem(page, 0, "file", wrong, remedy)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = Problem(page, line, f"line {line}", "is not UTF-8", "save the file as UTF-8")
        return content.decode("utf-8", errors="replace"), [problem]

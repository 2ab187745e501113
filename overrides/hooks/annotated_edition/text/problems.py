"""A mistake of an editor, said so that the editor can mend it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
MERGED = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, of what, what is wrong and what to do about it."""

    page: str
    line: int
    subject: str  # claim 8, line 3, citation @key in line 7
    wrong: str
    remedy: str

    @classmethod
    def in_line(cls, page: str, line: int, wrong: str, remedy: str, what: str = "") -> Self:
        """A mistake in what has no label, which is found by the number of its line; `what` it is, such as link."""
        return cls(page, line, f"{what} in line {line}" if what else f"line {line}", wrong, remedy)

    def __str__(self) -> str:
        said = f"{self.page}: {self.subject}: {self.wrong}; {self.remedy}"
        if not (unseen := dict.fromkeys(map(_seen, UNSEEN.findall(said)))):
            return said
        remedy = f"type it anew, since {' and '.join(unseen)} stands for a character that cannot be seen"
        return f"{UNSEEN.sub(lambda found: _seen(found[0]), said)}; {remedy}"


def _seen(character: str) -> str:
    """A character that cannot be told from a space or from nothing, by its number in Unicode."""
    return f"[U+{ord(character):04X}]"


def line_of(text: str, place: int) -> int:
    """The line, from 1, in which a place of a text is."""
    return text.count("\n", 0, place) + 1


def decoded(page: str, read: Callable[[], bytes]) -> tuple[str, list[Problem]]:
    """What a file says, and what is wrong with it; of one that is not UTF-8 what can be read.

    A file that cannot be read at all says nothing, since a mistake must not end the build.
    """
    try:
        content = read()
    except OSError as error:
        wrong, remedy = f"cannot be read ({error.strerror})", "put it back, or give yourself the right to read it"
        return "", [Problem(page, 0, "file", wrong, remedy)]
    # However the lines end: files of Windows have a carriage return there too.
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = Problem.in_line(page, line, "is not UTF-8", "save the file as UTF-8")
        return content.decode("utf-8", errors="replace"), [problem]
    return CONTROL.sub("", text), [*_controls(page, text), *_unmerged(page, text)]


def _unmerged(page: str, text: str) -> Iterator[Problem]:
    """The marks that git leaves where two texts of one place have come together."""
    for mark in MERGED.finditer(text):
        wrong = f"“{mark[0]}” begins or ends what git could not merge"
        remedy = "keep one of the two texts there, and delete the marks of git around them"
        yield Problem.in_line(page, line_of(text, mark.start()), wrong, remedy)


def _controls(page: str, text: str) -> Iterator[Problem]:
    """Characters that no text may have, at which HTML and XML cannot be written and YAML cannot be read."""
    for number, line in enumerate(text.split("\n") if CONTROL.search(text) else (), start=1):
        if found := CONTROL.search(line):
            before = line[: found.start()].split()[-1:]
            wrong = f"has the control character {_seen(found[0])}{f' after “{before[0]}”' if before else ''}"
            yield Problem.in_line(page, number, wrong, "delete it")

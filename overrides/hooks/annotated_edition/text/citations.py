"""Find the citations in a page's Markdown: `[@key]`, `[@key, p. 3]`, `[see @key, sec. 2; @other]`, on one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotated_edition.text.problems import Problem

# A bracket with an @ that begins a word; an e-mail address does not.
BRACKET = re.compile(r"\[((?:[^\[\]\n]*[\s;])?@[\w-][^\[\]\n]*)\](?!\()")
ITEM = re.compile(r"\s*(?P<prefix>[^@;]*?)\s*@(?P<key>[\w-]+)(?:,\s*(?P<locator>[^\s;@][^;@]*?))?\s*")
STRAY = re.compile(r"(?<![\w.@/])@[A-Za-z][\w-]*")
# A bracket whose @ stands behind another sign, or before a space, or is that of another script.
NEARLY = re.compile(r"\[[^\[\]\n]*(?<![\w./])[@\uff20]\s*[A-Za-z][^\[\]\n]*\](?!\()")


@dataclass(frozen=True)
class Citation:
    """A bracket as written, with the keys it cites in order."""

    text: str
    keys: tuple[str, ...]
    page: str
    line: int


def keys_of(bracket: str) -> tuple[str, ...] | None:
    """The keys cited by the inside of a bracket, or None where it is not of the form of a citation."""
    items = [ITEM.fullmatch(part) for part in bracket.split(";")]
    return tuple(item["key"] for item in items if item) if all(items) else None


def read_citations(page: str, text: str) -> tuple[list[Citation], list[Problem]]:
    """Return the citations of a page in order, and every mistake in their form. `text` is Markdown without code."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for bracket in BRACKET.finditer(line):
            if keys := keys_of(bracket[1]):
                citations.append(Citation(bracket[1], keys, page, number))
            else:
                problems.append(_fault(page, number, f"[{bracket[1]}]", "is not of the form of a citation"))
        line = BRACKET.sub(_blank, line)
        for bracket in NEARLY.finditer(line):
            problems.append(_fault(page, number, bracket[0], "is not of the form of a citation"))
        problems += _strays(page, number, NEARLY.sub(_blank, line))
    return citations, problems


def _blank(bracket: re.Match[str]) -> str:
    return " " * len(bracket[0])


def _strays(page: str, number: int, line: str) -> Iterator[Problem]:
    for stray in STRAY.finditer(line):
        broken = "[" in line[: stray.start()].rpartition("]")[2] or "]" in line[stray.end() :].partition("[")[0]
        if broken:
            yield _fault(page, number, stray[0], "stands in a bracket that is broken over two lines or not closed")
        else:
            yield _fault(page, number, stray[0], "stands outside a bracket")


def _fault(page: str, number: int, what: str, wrong: str) -> Problem:
    remedy = "write [@key], [@key, p. 3] or [see @key, sec. 2; @other], on one line"
    return Problem.in_line(page, number, wrong, remedy, f"citation {what}")

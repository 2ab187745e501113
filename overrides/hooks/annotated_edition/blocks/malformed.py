"""Lines that are to open or close a block and do not, each named with what would."""

import re
from collections.abc import Collection, Sequence

from annotated_edition.text.problems import Problem

CLOSE = "///"
CLOSING = re.compile(rf"(?:^\s+|\s){CLOSE}\s*$")  # what closes no block: indented, or at the end of a line of text


def hidden_start(names: Collection[str]) -> re.Pattern[str]:
    """A line that opens no block, since it stands in a list or a quotation, or is indented so that it is code."""
    return re.compile(rf"^(?: {{4,}}|\s*(?:[>*+-]|\d+[.)])\s)[\s>]*{CLOSE}\s*(?:{'|'.join(names)})\b")


def last_hidden(start: re.Pattern[str], above: Sequence[str], since: int) -> tuple[int, str] | None:
    """The last such line, and its number, among those above a closing line; `since` are passed over."""
    for number in range(len(above), since, -1):
        if above[number - 1].strip() == CLOSE:
            return None  # which closes an example
        if start.match(above[number - 1]):
            return number, above[number - 1]
    return None


def unclosed(page: str, subject: str, opened: int, above: Sequence[str]) -> Problem:
    """`above` are the lines of the page before that by which the block must have ended."""
    near = [number for number, line in enumerate(above, start=1) if number > opened and CLOSING.search(line)]
    remedy = f"end it with a line that is {CLOSE} alone"
    if near:
        remedy = f"write the {CLOSE} of line {near[0]} alone, from the start of the line"
    return Problem(page, opened, subject, "is not closed", remedy)


def ill_closed(page: str, number: int, written: str) -> Problem:
    """A line that closes a block which is not open, or does not close it as it should."""
    wrong, remedy = "closes a block that is not open", "delete it, or write above it the line that opens the block"
    if written.strip("/"):
        written, wrong, remedy = f"“{written}”", "closes no block", f"write {CLOSE} alone"
    elif len(written) > len(CLOSE):
        wrong, remedy = f"closes a block with {len(written)} slashes", "write three"
    return Problem.in_line(page, number, f"{written} {wrong}", remedy)

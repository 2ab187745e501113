"""Find the blocks of a page in its Markdown source.

pymdownx prints a block that it cannot make as plain text, without a word, and lets an unclosed one swallow
the rest of the page. So the source is scanned here, by the rules of pymdownx.blocks, and every mistake is named.
"""

import re
from dataclasses import replace
from difflib import get_close_matches
from itertools import takewhile

from annotated_edition.blocks.declaration import Kinds, SourceBlock
from annotated_edition.blocks.options import OptionError, read_options
from annotated_edition.text.problems import Problem

CLOSE = "///"
# pymdownx closes a block by as many slashes as open it; here they are always three.
END = re.compile(r"^ {0,3}(/{3,}) *$")
START = re.compile(r"^ {0,3}/{3} *([\w-]+) *(?:\| *(.*?) *)?$")
OTHERS = ("details",)  # blocks of pymdownx itself, which fold what they hold
CLOSING = re.compile(rf"(?:^\s+|\s){CLOSE}\s*$")  # what closes no block: indented, or at the end of a line of text
LATE = re.compile(r"^ {4}([a-z]+):\s")  # an option where the text begins
# The name and the label in a line that opens a block, whatever else is in it, such as the mark of a list.
PARTS = re.compile(r"^[^/]*[\s/]*([\w-]*)\W*(.*?)\W*$")


class Scanner:
    """Finds the blocks of some kinds."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.names = [kind.NAME for kind in kinds.values() if not kind.IN_DATA]
        self.like_start = re.compile(rf"^ {{0,3}}/{{3,}}|^\s*/+\s*(?:{'|'.join(self.names)})\b", re.IGNORECASE)
        # What opens no block, since it stands in a list or a quotation, or is indented so that it is code.
        hidden = r"^(?: {4,}|\s*(?:[>*+-]|\d+[.)])\s)[\s>]*"
        self.hidden_start = re.compile(rf"{hidden}{CLOSE}\s*(?:{'|'.join(self.names)})\b")

    def scan(self, page: str, markdown: str, text: str) -> tuple[list[SourceBlock], list[Problem]]:
        """The blocks of a page in order, and every mistake in their form. `text` is its Markdown without code."""
        source = markdown.expandtabs(4).split("\n")
        found: list[SourceBlock] = []
        problems: list[Problem] = []
        current: SourceBlock | None = None
        last = 0  # the line that last opened or closed one
        for number, line in enumerate(text.split("\n"), start=1):
            ends = END.match(line) or (current is not None and self._nearly_ends(line))
            starts = not ends and (self._is_start(line) or self.like_start.match(line))
            if ends and current is None and (hidden := _last_hidden(self.hidden_start, source[: number - 1], last)):
                current, faults = self._open(page, source, *hidden)
                problems += faults
            if current is not None and (ends or starts):
                found.append(_closed(current, source[: number - 1], number))
            if current is not None and starts:
                problems.append(_unclosed(page, current, source[: number - 1]))
            if ends and (current is None or line.strip(" ") != CLOSE):
                problems.append(_ill_closed(page, number, line.strip(" ")))
            if ends:
                current = None
            if ends or starts:
                last = number
            if starts:
                current, faults = self._open(page, source, number, line)
                problems += faults
        if current is not None:
            problems.append(_unclosed(page, current, source))
            found.append(_closed(current, source, len(source)))
        return [block for block in found if block.name in self.names], problems

    def _is_start(self, line: str) -> bool:
        start = START.match(line)
        if start is None or start[1] in OTHERS:
            return start is not None
        return start[1] in self.names and (start[2] or "") == self._parts(line)[1]

    def _nearly_ends(self, line: str) -> bool:
        """Whether a line is to close a block, as /// end, or /// before a space that does not break, would be."""
        return line.startswith("///") and "|" not in line and not (self._is_start(line) or self._parts(line)[0])

    def _open(self, page: str, source: list[str], number: int, line: str) -> tuple[SourceBlock, list[Problem]]:
        """The block that a line opens. A misspelt one counts as the one meant, so that one mistake is named once."""
        if (other := START.match(line)) and other[1] in OTHERS:
            return SourceBlock(other[1], "", f"line {number}", number, body_line=number + 1), []
        name, label = self._parts(line)
        head = [line for line in takewhile(str.strip, source[number:]) if not END.match(line)]
        options = list(takewhile(lambda line: line.startswith("    "), head))
        subject = self.kinds[name].subject(label, self.kinds) if name else f"line {number}"
        block = SourceBlock(name, label, subject, number, body_line=number + 1 + len(options))
        if not self._is_start(line):
            wrong = f"“{line.strip()}” opens no block that is known"
            remedy = f"write /// {name} | {label or 'LABEL'}, from the start of the line"
            return block, [Problem.in_line(page, number, wrong, remedy if name else self._list())]
        following = next(filter(str.strip, source[number + len(options) :]), "")
        if (late := LATE.match(following)) and late[1] in self.kinds[name].DECLARED:
            wrong = f"its option {late[1]} stands after an empty line"
            return block, [Problem(page, number, subject, wrong, "delete that line, which ends the options")]
        try:
            return replace(block, options=read_options(options, head[len(options) :], number + 1)), []
        except OptionError as error:
            return block, [Problem(page, number, subject, error.wrong, error.remedy)]

    def _parts(self, line: str) -> tuple[str, str]:
        """The name, or the nearest one that is known, and the label in a line that opens a block."""
        ((name, label),) = PARTS.findall(line)
        known = name.lower()
        near = [known] if known in self.names else get_close_matches(known, self.names, n=1)
        return (near[0] if near else ""), label

    def _list(self) -> str:
        """What to write: the kinds that hold a text."""
        *others, last = [f"/// {name}" for name in self.names if not self.kinds[name].FORMER]
        return f"write {', '.join(others)} or {last}, or delete it"


def _closed(block: SourceBlock, above: list[str], end: int) -> SourceBlock:
    """The block with its text; `above` are the lines of the page before the one that closes it."""
    return replace(block, body="\n".join(above[block.body_line - 1 :]).strip(), end=end)


def _last_hidden(start: re.Pattern[str], above: list[str], since: int) -> tuple[int, str] | None:
    """The last hidden start, and its line, among the lines above one that closes; `since` are passed over."""
    for number in range(len(above), since, -1):
        if above[number - 1].strip() == CLOSE:
            return None  # which closes an example
        if start.match(above[number - 1]):
            return number, above[number - 1]
    return None


def _unclosed(page: str, block: SourceBlock, above: list[str]) -> Problem:
    """`above` are the lines of the page before that by which the block must have ended."""
    near = [number for number, line in enumerate(above, start=1) if number > block.line and CLOSING.search(line)]
    remedy = f"end it with a line that is {CLOSE} alone"
    if near:
        remedy = f"write the {CLOSE} of line {near[0]} alone, from the start of the line"
    return Problem(page, block.line, block.subject, "is not closed", remedy)


def _ill_closed(page: str, number: int, written: str) -> Problem:
    """A line that closes a block which is not open, or does not close it as it should."""
    wrong, remedy = "closes a block that is not open", "delete it, or write above it the line that opens the block"
    if written.strip("/"):
        written, wrong, remedy = f"“{written}”", "closes no block", f"write {CLOSE} alone"
    elif len(written) > len(CLOSE):
        wrong, remedy = f"closes a block with {len(written)} slashes", "write three"
    return Problem.in_line(page, number, f"{written} {wrong}", remedy)

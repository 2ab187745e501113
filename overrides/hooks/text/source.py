"""Read the blocks of a page from its Markdown source.

pymdownx prints a block that it cannot make as plain text, without a word, and lets an unclosed one swallow
the rest of the page. So the source is scanned here, by the rules of pymdownx.blocks, and every mistake is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import takewhile

from text.labels import anchor_of, thing_of
from text.options import OptionError, read_options
from text.problems import Problem

TEXTS = ("claim", "annotation", "term", "figure")
TOMBSTONES = ("withdrawn", "moved")  # of what once stood there
NAMES = (*TEXTS, *TOMBSTONES)
OTHERS = ("details",)  # blocks of pymdownx itself, which fold what they hold

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s")
# pymdownx closes a block by as many slashes as open it; here they are always three.
END = re.compile(r"^ {0,3}(/{3,}) *$")
START = re.compile(r"^ {0,3}/{3} *([\w-]+) *(?:\| *(.*?) *)?$")
LIKE_START = re.compile(rf"^ {{0,3}}/{{3,}}|^\s*/+\s*(?:{'|'.join(NAMES)})\b", re.IGNORECASE)
PARTS = re.compile(r"^[\s/]*([\w-]*)[\s|]*(.*?)\s*$")


@dataclass(frozen=True)
class Block:
    """A block as written: its name, the label after the bar, its options and its Markdown."""

    name: str
    label: str
    line: int
    options: dict[str, object] | None  # None where they are ill-formed, which is then a mistake named already
    body: str
    body_line: int
    end: int = 0  # the line that closes it

    @property
    def thing(self) -> str:
        """What stands here, or of which this is the tombstone."""
        if self.name in TOMBSTONES and self.label:
            return thing_of(self.label)
        return f"{self.name} {self.label}".rstrip()

    @property
    def anchor(self) -> str:
        return anchor_of(self.thing)


def without_code(markdown: str) -> str:
    """Blank out front matter, fenced and indented code and code spans, keeping every line and column in place."""
    return "\n".join(_visible(markdown.expandtabs(4).split("\n")))


def _visible(lines: list[str]) -> Iterator[str]:
    fence = ""
    in_list = in_code = False
    front_matter = lines[0].rstrip() == "---"
    before = ""
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        indented = line.startswith("    ") and not in_list and (in_code or (number > 0 and not before.strip()))
        blank = True
        if front_matter:
            front_matter = number == 0 or line.rstrip() not in ("---", "...")
        elif fence:
            if opening and opening[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif opening:
            fence = opening[1]
        elif not (indented and line.strip()):
            blank = False
            if line.strip():
                in_list = bool(LIST_ITEM.match(line)) or (in_list and line.startswith(" "))
        in_code = blank and indented
        yield "" if blank else CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
        before = line


def read_blocks(page: str, markdown: str) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of a page in order, and every mistake in their form."""
    lines = without_code(markdown).split("\n")
    source = markdown.expandtabs(4).split("\n")
    blocks: list[Block] = []
    problems: list[Problem] = []
    open_block: Block | None = None
    for number, line in enumerate(lines, start=1):
        ends = END.match(line)
        starts = not ends and (is_start(line) or LIKE_START.match(line))
        if open_block is not None and (ends or starts):
            body = "\n".join(source[open_block.body_line - 1 : number - 1]).strip()
            blocks.append(replace(open_block, body=body, end=number))
        if starts and open_block is not None:
            problems.append(_unclosed(page, open_block))
        if ends and (open_block is None or len(ends[1]) > 3):
            problems.append(_ill_closed(page, number, ends[1]))
        if ends:
            open_block = None
        if starts:
            open_block, faults = _open(page, source, number, line)
            problems += faults
    if open_block is not None:
        problems.append(_unclosed(page, open_block))
        body = "\n".join(source[open_block.body_line - 1 :]).strip()
        blocks.append(replace(open_block, body=body, end=len(lines)))
    return [block for block in blocks if block.name in NAMES], problems


def is_start(line: str) -> bool:
    """Whether a line opens a block that is known."""
    start = START.match(line)
    return start is not None and start[1] in (*NAMES, *OTHERS)


def _open(page: str, source: list[str], number: int, line: str) -> tuple[Block, list[Problem]]:
    """The block that a line opens. A misspelt one counts as the one meant, so that one mistake is named once."""
    name, label = _parts(line)
    head = [line for line in takewhile(str.strip, source[number:]) if not END.match(line)]
    options = list(takewhile(lambda line: line.startswith("    "), head))
    block = Block(name, label, number, None, "", number + 1 + len(options))
    if not is_start(line):
        remedy = f"write /// {name} | {label or 'LABEL'}, from the start of the line"
        if not name:
            remedy = f"write {', '.join(f'/// {known}' for known in TEXTS[:-1])} or /// {TEXTS[-1]}, or delete it"
        return block, [
            Problem(page, number, f"line {number}", f"“{line.strip()}” opens no block that is known", remedy)
        ]
    try:
        return replace(block, options=read_options(options, head[len(options) :], number + 1)), []
    except OptionError as error:
        return block, [Problem(page, number, block.thing, error.wrong, error.remedy)]


def _parts(line: str) -> tuple[str, str]:
    """The name, or the nearest one that is known, and the label in a line that opens a block."""
    if parts := PARTS.match(line):
        near = get_close_matches(parts[1].lower(), NAMES, n=1, cutoff=0.5)
        return (near[0] if near else ""), parts[2]
    return "", ""


def _unclosed(page: str, block: Block) -> Problem:
    return Problem(
        page, block.line, block.thing or f"line {block.line}", "is not closed", "end it with a line that is /// alone"
    )


def _ill_closed(page: str, number: int, slashes: str) -> Problem:
    wrong, remedy = "closes a block that is not open", "delete it, or write above it the line that opens the block"
    if len(slashes) > 3:
        wrong, remedy = f"closes a block with {len(slashes)} slashes", "write three"
    return Problem(page, number, f"line {number}", f"{slashes} {wrong}", remedy)

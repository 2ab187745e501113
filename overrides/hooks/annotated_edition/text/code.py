"""Leave the code of a page out, in which nothing that looks like a block, a citation or a value is one."""

import re
from collections.abc import Iterator

from annotated_edition.text.problems import Problem

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s")


def without_code(markdown: str) -> str:
    """Blank out front matter, fenced and indented code and code spans, keeping every line and column in place."""
    return "\n".join(line for line, _ in _visible(markdown.expandtabs(4).split("\n")))


def unclosed_fences(page: str, markdown: str) -> Iterator[Problem]:
    """Every line that opens code and has none that closes it, by which all that follows would be text and no code."""
    for number, (_, fence) in enumerate(_visible(markdown.expandtabs(4).split("\n")), start=1):
        if fence:
            wrong, remedy = f"{fence} opens code that is not closed", f"end it with a line that is {fence} alone"
            yield Problem.in_line(page, number, wrong, remedy)


def _visible(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line without code, and the fence by which it opens code that nothing closes, or nothing."""
    fence = ""
    in_list = in_code = False
    front_matter = lines[0].rstrip() == "---"
    before = ""
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        unclosed = ""
        if opening and not (front_matter or fence):
            mark = opening[1]
            if not any(_closes(later, mark) for later in lines[number + 1 :]):
                opening, unclosed = None, mark
        indented = line.startswith("    ") and not in_list and (in_code or (number > 0 and not before.strip()))
        blank = True
        if front_matter:
            front_matter = number == 0 or line.rstrip() not in ("---", "...")
        elif fence:
            if _closes(line, fence):
                fence = ""
        elif opening:
            fence = opening[1]
        elif not (indented and line.strip()):
            blank = False
            if line.strip():
                in_list = bool(LIST_ITEM.match(line)) or (in_list and line.startswith(" "))
        in_code = blank and indented
        yield "" if blank else CODE_SPAN.sub(lambda span: " " * len(span[0]), line), unclosed
        before = line


def _closes(line: str, fence: str) -> bool:
    """Whether a line is nothing but a fence that closes what this one has opened."""
    closing = FENCE.match(line)
    return closing is not None and closing[1].startswith(fence) and not line.strip().strip(fence[0])

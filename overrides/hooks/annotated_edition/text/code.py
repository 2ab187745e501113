"""Leave the code of a page out, in which nothing that looks like a block, a citation or a value is one."""

import re
from collections.abc import Iterator

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s")


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

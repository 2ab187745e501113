"""What a reader reads of a subject with a label, and its hash, by which the register knows whether it has changed.

The rule, which holds for good, since hashes of it are published. It is taken from the source and not from the rendered
page, so that neither a new generator nor another style of citation changes it:

1. Of a block the options are taken in the order of their names, each as `name: value`, then its body, and of a figure
   the rows of its data; of an event its day, its text and its claims; of a page its title and what stands outside its
   blocks. The day on which an annotation was last checked is not text, nor are the words for the search alone (`also`).
2. Of a link its words count and not its address; emphasis, marks of code, attributes and backslashes do not count;
   quotation marks and apostrophes are straight; what stands between words is one space. A citation counts as written.
3. The pieces are joined by line feeds; the hash is the first 32 digits of the SHA-256 of that in UTF-8.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotated_edition.blocks.declaration import SourceBlock
from annotated_edition.blocks.event import Event
from annotated_edition.figures.tables import Table
from annotated_edition.structure.pages import Page

NO_TEXT = {"date", "also"}
DIGITS = 32

# What does not count, what stands for it, and by which signs it is told at once that there is none.
UNREAD = (
    (re.compile(r"<!--.*?-->", re.DOTALL), "", "<"),
    (re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)"), r"\1", "["),
    (re.compile(r"\{:? *[.#][^}\n]*\}"), "", "{"),
    (re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`"), "", "*_`"),
    (re.compile(r"\\(?=[^\w\s])"), "", "\\"),
)
STRAIGHT = str.maketrans("“”‘’\u00a0", "\"\"'' ")


@lru_cache(8192)  # of an edition that is edited, nearly all is as it was
def plain(markdown: str) -> str:
    """The words of some Markdown, by the second rule."""
    for pattern, instead, signs in UNREAD:
        if any(sign in markdown for sign in signs):
            markdown = pattern.sub(instead, markdown)
    return " ".join(markdown.translate(STRAIGHT).split())


def digest(pieces: Iterable[str]) -> str:
    """The hash of a text, by the third rule."""
    return hashlib.sha256("\n".join(map(plain, pieces)).encode()).hexdigest()[:DIGITS]


def block_text(block: SourceBlock, table: Table | None = None) -> Iterator[str]:
    """The pieces of a claim, an annotation, a term, a figure with its data, or a tombstone."""
    for name, value in sorted((block.options or {}).items()):
        if name not in NO_TEXT:
            yield f"{name}: {value}"
    yield block.body
    for row in table.rows if table else ():
        yield ", ".join(row.values.values())


def event_text(event: Event) -> Iterator[str]:
    """The pieces of an event."""
    yield from (event.when.iso, event.body, ", ".join(event.claims))


def page_text(page: Page) -> Iterator[str]:
    """The pieces of a page: its title, and its own words, without code and without what has a label of its own."""
    inside = {number for block in page.blocks for number in range(block.line, block.end + 1)}
    yield page.title
    yield " ".join(line for number, line in enumerate(page.text.split("\n"), start=1) if number not in inside)

"""Measures how long after an edit is saved the page with it is served, beside plain Material with the same pages.

Prints medians in seconds. Both look for changes as often as MkDocs does, and edits are saved at all moments between
two looks.
"""

import os
import re
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import lay_out, report
from fixtures.serving import serving

EDITS = 20  # of each kind
PATIENCE = 60.0  # seconds
LOOKS = 0.5  # seconds from one look of MkDocs for changes to the next
PAGE, ANNOTATED = "docs/background.md", "background/"
NOTE = """
/// annotation | 5z
    kind: context
    date: 2026-11-26

{mark} is a note as long as the shortest, with as many words in it as the build wants, which are some forty, so that
nothing is warned of; it says nothing, cites one work and ends [@usosce2022buildup].
It has three sentences, of which this one is the second.
And this is the third.
///
"""


@dataclass(frozen=True)
class Kind:
    """A kind of edit: the file, what is put where in it, for a mark that is another each time, and where that shows."""

    name: str
    file: str
    after: str  # a pattern, behind whose first match stands what is put in
    put: str
    address: str

    def make(self, folder: Path, text: str, mark: str) -> None:
        """Save the edit of a text."""
        found = re.search(self.after, text, re.MULTILINE)
        assert found, f"{self.file}: “{self.after}” is not there"
        edited = text[: found.end()] + self.put.format(mark=mark) + text[found.end() :]
        (folder / self.file).write_text(edited, encoding="utf-8")


KINDS = [
    Kind("a word in an annotation", PAGE, r"/// annotation[^\n]*\n(?: {4}.*\n)+\n", "{mark} ", ANNOTATED),
    Kind("the title of a claim", PAGE, r"^    title: ", "{mark} ", ANNOTATED),
    Kind("the reason for a verdict", PAGE, r"^    because: \"?", "{mark} ", ANNOTATED),
    Kind("a new annotation", PAGE, r"/// annotation \| 5a(?:.*\n)+?///\n", NOTE, ANNOTATED),
    Kind("a reference", "references.bib", r"@misc\{usosce2022buildup,(?:.*\n)+?  title *= \{", "{mark} ", ANNOTATED),
    Kind("a variant of a term", "docs/glossary.md", r"^    variants: ", "{mark}, ", "glossary/"),
    Kind(
        "a value in a CSV", "docs/data/gas-price-gap.csv", r"^2022,277\.1,983\.8,71\.8,reported,", "{mark}", "figures/"
    ),
]
OURS = [
    Kind("a stylesheet", "overrides/assets/stylesheets/passages.css", r"\A", ".{mark} {{ top: 0; }}\n", "later.css"),
    Kind("a template", "overrides/main.html", r"\{% block content %\}", "<!-- {mark} -->", ANNOTATED),
]


def until(address: str, is_there: Callable[[str], bool]) -> float:
    """The seconds until what is served at an address is as it shall be."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if is_there(answer.read().decode()):
                    return time.perf_counter() - start
        except OSError:
            pass
        time.sleep(0.01)
    raise TimeoutError(address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a project with live reload, and yield its address."""
    with serving(folder, ("-m", "mkdocs")) as server:
        server.wait_for("<h1", "/")
        time.sleep(2)  # until it watches every folder, of which it says nothing
        yield f"{server.address}/"


def measured(folder: Path, address: str, kind: Kind) -> float:
    """The median over all edits of a kind; then the file is as it was."""
    text, seconds = (folder / kind.file).read_text(encoding="utf-8"), []
    place = "assets/stylesheets/later.css" if kind.address == "later.css" else kind.address
    for number in range(EDITS):
        mark = f"edited{number}by{os.getpid()}"
        time.sleep(LOOKS * number / EDITS)  # at each moment between two looks
        kind.make(folder, text, mark)
        seconds.append(until(address + place, lambda page: mark in page.lower()))  # noqa: B023
    (folder / kind.file).write_text(text, encoding="utf-8")
    until(address + place, lambda page: mark not in page.lower())
    return statistics.median(seconds)


def main() -> None:
    report(f"median of {EDITS} edits of each kind, seconds until served; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        ours, plain = (lay_out(Path(scratch) / kind, kind, 1) for kind in ("ours", "plain"))
        with served(plain) as address:
            beside = {kind.name: measured(plain, address, kind) for kind in KINDS[:4]}  # it shows no references
        usual = statistics.median(beside.values())
        with served(ours) as address:
            for kind in [*KINDS, *OURS]:
                taken, other = measured(ours, address, kind), beside.get(kind.name, usual)
                report(f"{kind.name}: ours {taken:.2f}, plain {other:.2f}, {taken - other:+.2f} (at most +0.20)")


if __name__ == "__main__":
    main()

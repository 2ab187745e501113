"""What a reference is: an entry of references.bib, read by pybtex.

Under MkDocs the file is read by mkdocs-bibtex, whose registry is of this class too: build/bibliography.py.
"""

import re
from functools import cached_property
from pathlib import Path

import pybtex.errors
from pybtex.database import BibliographyData, parse_file

from annotated_edition.files.kept import Kept, kept_by
from annotated_edition.text.problems import Problem, decoded

ENTRY = re.compile(r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^\s,]+)\s*,", re.MULTILINE | re.IGNORECASE)


class Registry:
    """The entries of the file, and the mistakes in it: kept in `problems`, never raised, for that would end `serve`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.page = Path(path).name
        self.text, self.problems = decoded(self.page, Path(path).read_bytes)
        self.broken: set[str] = set()  # the entries that cannot be read whole, of which nothing else is said
        self.bib_data = BibliographyData()
        if not self.problems:
            if known := self.known():
                self.bib_data = known
                return
            with pybtex.errors.capture() as errors:
                self.bib_data = self.load(path)
            self.problems += [self._syntax(error) for error in errors]

    def known(self) -> BibliographyData | None:
        """The entries, where they are known from before, and without a mistake."""
        return None

    def load(self, path: str) -> BibliographyData:
        """The entries of the file; what is wrong with it, pybtex reports."""
        data: BibliographyData = parse_file(path)
        return data

    @property
    def is_sound(self) -> bool:
        """Whether the file can be given to pandoc, which ends at the first mistake of syntax."""
        return not self.problems

    @property
    def kept(self) -> Kept:
        """What the project of the file keeps from build to build."""
        return kept_by(Path(self.path).parent)

    def _syntax(self, error: Exception) -> Problem:
        """Name an error of pybtex by the entry in which it lies, or by its line where there is no entry yet."""
        text = str(error)
        if repeated := re.search(r"repeated bibliograph(?:y|ic) entry: (\S+)", text):
            key = repeated[1]
            wrong, remedy = "is in the file twice", "delete one, or give it a key of its own"
            return Problem(self.page, self.line_of(key), f"reference {key}", wrong, remedy)
        if repeated := re.search(r"entry with key (\S+) has a duplicate (\S+) field", text):
            key, wrong = repeated[1], f"has {repeated[2]} twice"
            return Problem(self.page, self.line_of(key), f"reference {key}", wrong, "keep one of them")
        line = getattr(error, "lineno", 0) or 0
        key = self.entry_before(line)
        self.broken.add(key)
        wrong = f"cannot be read as BibTeX ({text.removeprefix('syntax error in ')})"
        remedy = "look in it for a brace, a comma or a quotation mark that is missing"
        if bare := re.search(r"undefined string in line \d+: (\S+)", text):
            wrong, remedy = f"has the bare word {bare[1]} in line {line}", "put the value in braces"
        return Problem(self.page, line, f"reference {key}" if key else f"line {line}", wrong, remedy)

    def entry_before(self, line: int) -> str:
        """The key of the last entry that begins above a line: there the reader was when it noticed in that line."""
        above = "\n".join(self.text.split("\n")[: line - 1])
        keys = ENTRY.findall(above)
        loaded = list(self.bib_data.entries)
        # An unclosed brace swallows all the entries after it, and is noticed at the end of the file.
        return keys[-1] if keys and (not loaded or keys[-1] in loaded) else loaded[-1] if loaded else ""

    def knows(self, key: str) -> bool:
        """Whether there is an entry, be it one that cannot be read because the file is broken."""
        return key in self.bib_data.entries or (not self.is_sound and self.line_of(key) > 0)

    def line_of(self, key: str) -> int:
        """The line in the file, from 1, where the first entry with this key begins; 0 where there is none."""
        return self._lines.get(key.lower(), 0)

    @cached_property
    def _lines(self) -> dict[str, int]:
        """The line in which each entry begins, by its key; all found at once, since to look for one takes as long."""
        lines, line, place = dict[str, int](), 1, 0
        for entry in ENTRY.finditer(self.text):
            line += self.text.count("\n", place, entry.end())
            place = entry.end()
            lines.setdefault(entry[1].lower(), line)
        return lines

"""What a reference is: an entry of references.bib, read by pybtex.

Under MkDocs the file is read by mkdocs-bibtex, whose registry is of this class too: build/bibliography.py.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pybtex.errors
from pybtex.database import BibliographyData, parse_file

from annotated_edition.files.kept import Kept, kept_by
from annotated_edition.text.problems import Problem, decoded, line_of

# Types of entry in BibTeX and biblatex that pandoc tells apart: https://ctan.org/pkg/biblatex
TYPES = (
    *("article", "book", "booklet", "collection", "conference", "dataset", "electronic", "inbook", "incollection"),
    *("inproceedings", "inreference", "jurisdiction", "legislation", "letter", "manual", "mastersthesis", "misc"),
    *("movie", "mvbook", "mvcollection", "online", "patent", "periodical", "phdthesis", "proceedings", "reference"),
    *("report", "review", "software", "standard", "suppbook", "suppperiodical", "techreport", "thesis", "unpublished"),
    *("video", "www"),
)
ENTRY = re.compile(r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^\s,]+)\s*,", re.MULTILINE | re.IGNORECASE)
# A line that is to begin an entry; of one that is no ENTRY pybtex tells in the lines below it, if at all.
HEAD = re.compile(
    rf"^(?:[ \t]*@\s*(?!comment|string|preamble)\w+\s*[{{(][^\n]*|(?:{'|'.join(TYPES)})[ \t]*\{{[^\s,]+,[ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)
COMMAS = re.compile(r",[ \t]*,[ \t]*$", re.MULTILINE)
KEY = re.compile(r"[A-Za-z0-9:._/+-]+")  # as pandoc reads it
MONTH = "write its first three letters without braces, as in month = apr"


class Registry:
    """The entries of the file, and the mistakes in it: kept in `problems`, never raised, for that would end `serve`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.page = Path(path).name
        self.text, self.problems = decoded(self.page, Path(path).read_bytes)
        self.ill_begun: list[Problem] = []
        self.broken: set[str] = set()  # the entries that cannot be read whole, of which nothing else is said
        self.bib_data = BibliographyData()
        if self.problems:
            return
        self.ill_begun = list(self._ill_begun())  # after which pybtex blames what follows
        if not self.ill_begun and (known := self.known()):
            self.bib_data = known
            return
        with pybtex.errors.capture() as errors:
            self.bib_data = self.load(path)
        self.problems += [*self.ill_begun, *(self._syntax(error) for error in errors if not self._follows(error))]

    def _follows(self, error: Exception) -> bool:
        """Whether pybtex came upon an error only because it could not read the line that was to begin an entry."""
        line = getattr(error, "lineno", 0) or 0
        nexts = [*sorted(self._lines.values()), self.text.count("\n") + 2]
        return any(
            begun.line <= line <= next(after for after in nexts if after > begun.line) for begun in self.ill_begun
        )

    def _ill_begun(self) -> Iterator[Problem]:
        """The lines that begin no entry, and what else pybtex passes over and pandoc does not."""
        if not self._lines:
            yield Problem(self.page, 0, "file", "has no entry", "write one, or take the file from the last commit")
        for commas in COMMAS.finditer(self.text):
            line = line_of(self.text, commas.end())
            yield self.problem(self.entry_before(line + 1), f"has two commas in line {line}", "delete one", line)
        for head in HEAD.finditer(self.text):
            entry = ENTRY.match(self.text, head.start())
            if not entry or not KEY.fullmatch(entry[1]):
                line, wrong = line_of(self.text, head.start()), f"“{head[0].strip()}” begins no entry"
                remedy = "write @type{key, with a key of small letters and digits, such as smith2020"
                yield Problem.in_line(self.page, line, wrong, remedy)

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
            return self.problem(repeated[1], "is in the file twice", "delete one, or give it a key of its own")
        if repeated := re.search(r"entry with key (\S+) has a duplicate (\S+) field", text):
            return self.problem(repeated[1], f"has {repeated[2]} twice", "keep one of them")
        if name := re.search(r"Too many commas in '(.*)'$", text):
            line = line_of(self.text, max(self.text.find(name[1]), 0))
            wrong = f"its name “{name[1]}” has too many commas"
            remedy = "write and between names, as in {Smith, Anna and Jones, Bob}"
            return self.problem(self.entry_before(line + 1), wrong, remedy, line)
        line = getattr(error, "lineno", 0) or 0
        key = self.entry_before(line)
        self.broken.add(key)
        wrong = f"cannot be read as BibTeX ({text.removeprefix('syntax error in ')})"
        remedy = "look in it for a brace, a comma or a quotation mark that is missing"
        if bare := re.search(r"undefined string in line \d+: (\S+)", text):
            wrong, remedy = f"has the bare word {bare[1]} in line {line}", "put the value in braces"
            if re.match(r"\s*month\b", self.text.split("\n")[line - 1], re.IGNORECASE):
                remedy = MONTH
        return self.problem(key, wrong, remedy, line) if key else Problem.in_line(self.page, line, wrong, remedy)

    def problem(self, key: str, wrong: str, remedy: str, line: int | None = None) -> Problem:
        """A mistake in the entry with a key, in the line in which it begins or in another."""
        return Problem(self.page, self.line_of(key) if line is None else line, f"reference {key}", wrong, remedy)

    def entry_before(self, line: int) -> str:
        """The key of the last entry that begins above a line: there the reader was when it noticed in that line."""
        keys = ENTRY.findall("\n".join(self.text.split("\n")[: line - 1]))
        loaded = list(self.bib_data.entries)
        # An unclosed brace swallows all the entries after it, and is noticed at the end of the file.
        return keys[-1] if keys and (not loaded or keys[-1] in loaded) else loaded[-1] if loaded else ""

    def knows(self, key: str) -> bool:
        """Whether there is an entry of this very key, be it one that cannot be read because the file is broken."""
        # To pybtex a capital letter is a small one, to pandoc it is not; a key that has one in the file is named there.
        if key in self.bib_data.entries and key in (self.bib_data.entries[key].key, key.lower()):
            return True
        return not self.is_sound and (not self._lines or re.search(rf"\b{re.escape(key)}\b", self.text) is not None)

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

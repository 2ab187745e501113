"""What a reference is: an entry of references.bib, read by pybtex and checked entry by entry.

Under MkDocs the file is read by mkdocs-bibtex, whose registry is of this class too: build/bibliography.py.
"""

import datetime
import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pybtex.errors
from pybtex.database import BibliographyData, Entry, parse_file

from annotated_edition.text.problems import Problem
from annotated_edition.text.reading import decoded
from annotated_edition.vocabulary import Vocabulary

KEY = re.compile(r"[a-z][a-z0-9]*")
ENTRY = re.compile(r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^\s,]+)\s*,", re.MULTILINE | re.IGNORECASE)

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
ADDRESS = re.compile(r"https?://\S+")
MONTHS = tuple(month_name)  # from 1
# What is no name of a month as BibTeX has them: pandoc drops it, with the day.
NO_MONTH = re.compile(
    r"^\s*month\s*=\s*+(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b)[{\"]?([^,}\"\n]*)",
    re.MULTILINE | re.IGNORECASE,
)


class Registry:
    """The entries of the file, and the mistakes in it: kept in `problems`, never raised, for that would end `serve`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.page = Path(path).name
        self.text, self.problems = decoded(self.page, Path(path).read_bytes)
        self.broken: set[str] = set()  # the entries that cannot be read whole, of which nothing else is said
        self.bib_data = BibliographyData()
        if not self.problems:
            with pybtex.errors.capture() as errors:
                self.bib_data = self.load(path)
            self.problems += [self._syntax(error) for error in errors]

    def load(self, path: str) -> BibliographyData:
        """The entries of the file; what is wrong with it, pybtex reports."""
        data: BibliographyData = parse_file(path)
        return data

    @property
    def is_sound(self) -> bool:
        """Whether the file can be given to pandoc, which ends at the first mistake of syntax."""
        return not self.problems

    def _syntax(self, error: Exception) -> Problem:
        """Name an error of pybtex by the entry in which it lies, or by its line where there is no entry yet."""
        text = str(error)
        if repeated := re.search(r"repeated bibliograph(?:y|ic) entry: (\S+)", text):
            key = repeated[1]
            wrong, remedy = "is in the file twice", "delete one, or give it a key of its own"
            return Problem(self.page, self.line_of(key, last=True), f"reference {key}", wrong, remedy)
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

    def line_of(self, key: str, *, last: bool = False) -> int:
        """The line in the file, from 1, where the entry begins."""
        lines = self._lines.get(key.lower())
        return lines[-1 if last else 0] if lines else 0

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        """The lines in which entries with each key begin; all found at once, since to look for one takes as long."""
        lines, line, place = defaultdict(list), 1, 0
        for entry in ENTRY.finditer(self.text):
            line += self.text.count("\n", place, entry.end())
            place = entry.end()
            lines[entry[1].lower()].append(line)
        return lines


def entry_problems(registry: Registry, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Name whatever an entry lacks that readers are shown, or that would make its citation read oddly."""
    for key, entry in registry.bib_data.entries.items():
        for wrong, remedy in () if key in registry.broken else _faults(key, entry, vocabulary):
            yield Problem(registry.page, registry.line_of(key), f"reference {key}", wrong, remedy)
    for month in NO_MONTH.finditer(registry.text):
        line = registry.text.count("\n", 0, month.start(1)) + 1
        if (key := registry.entry_before(line)) not in registry.broken:
            wrong = f"month “{month[1]}” is not known in line {line}"
            remedy = "write its first three letters without braces, as in month = apr"
            yield Problem(registry.page, line, f"reference {key}", wrong, remedy)


def _faults(key: str, entry: Entry, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    if not KEY.fullmatch(key):
        yield "its key is not of small letters and digits", "rename it, such as smith2020"
    if not fields.get("title", "").strip():
        yield "has no title", "add title = {…}, in brackets if it is a description"
    if not fields.get("basis", "").strip():
        yield "has no basis", "add basis = {…}: what was read"
    for name, known in (("verified", vocabulary.verified), ("sourcetype", vocabulary.source_types)):
        value = fields.get(name)
        if value not in known:
            wrong = f"{name} “{value}” is not known" if value else f"has no {name}"
            yield wrong, f"write {name} = {{…}} with one of {', '.join(known)}"
    if (language := fields.get("langid")) and language not in vocabulary.languages:
        remedy = f"write one of {', '.join(vocabulary.languages)}, or add it to the languages of the vocabulary"
        yield f"langid “{language}” is not known", remedy
    if (day := fields.get("urldate")) and not DAY.fullmatch(day):
        yield f"urldate “{day}” is not a day", "write the day on which it was read as in urldate = {2026-07-14}"
    if (copy := fields.get("archived")) and not ADDRESS.fullmatch(copy):
        yield f"archived “{copy}” is no address", "write that of the archived copy, beginning with https://"
    if (address := fields.get("url")) and not ADDRESS.fullmatch(address):
        yield f"url “{address}” is no address", "write it from https:// on"
    yield from _date_faults(fields.get("year", ""), fields.get("month", ""), fields.get("day", ""))
    if not entry.persons and not fields.get("shorttitle", "").strip():
        yield "has neither author nor shorttitle", "add shorttitle = {…}, for its citation to read well"


def _date_faults(year: str, month: str, day: str) -> Iterator[tuple[str, str]]:
    """What of a date no citation would show; the month is a name in full, as pybtex has it."""
    if year and not re.fullmatch(r"\d{4}", year):
        yield f"year “{year}” is no year", "write its four digits, or leave it out"
    elif day and not month:
        yield f"day “{day}” stands without a month", "add it, as in month = apr, or delete the day"
    elif day and month in MONTHS:
        try:
            datetime.date(int(year or 2000), MONTHS.index(month), int(day))
        except ValueError:
            yield f"day “{day}” is not in {month}", "correct it, as in day = {24}"

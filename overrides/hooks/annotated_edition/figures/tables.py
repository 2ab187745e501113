"""Read the data of a figure: a CSV file in docs/data whose every row names its sources.

Each mistake is named by the line on which it stands, counted from 1, as an editor's program counts.
"""

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from annotated_edition.text.problems import Problem

FOLDER = "data/"  # below docs/
KEY = re.compile(r"[a-z][a-z0-9]*")


@dataclass(frozen=True)
class Column:
    """A column of a data file. The last two of each are `note`, which may be empty, and `source`, which may not."""

    heading: str  # for readers, with the unit
    number: bool = False
    optional: bool = False
    words: Mapping[str, str] | None = None  # what may stand there, and how readers see it


NOTE = Column("Note", optional=True)
SOURCE = Column("Source")


@dataclass(frozen=True)
class Row:
    """A row that is sound: its values as written, and the keys of its sources."""

    line: int
    values: Mapping[str, str]
    sources: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def number(self, name: str) -> float:
        return float(self.values[name])


@dataclass(frozen=True)
class Table:
    """A data file, the sound rows of it and every mistake in it."""

    name: str
    columns: Mapping[str, Column]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def path(self) -> str:
        return FOLDER + self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """The sources of all rows, each once, in order."""
        return tuple(dict.fromkeys(key for row in self.rows for key in row.sources))

    def where(self, name: str, word: str) -> list[Row]:
        """The rows that have a word in a column."""
        return [row for row in self.rows if row[name] == word]

    def shown(self, name: str, row: Row) -> str:
        """A value as readers see it."""
        words = self.columns[name].words
        return words[row[name]] if words and row[name] else row[name]


def read_table(name: str, content: str, columns: Mapping[str, Column]) -> Table:
    """The data file `name`, whose columns must be `columns` followed by note and source, in that order."""
    columns = {**columns, "note": NOTE, "source": SOURCE}
    page = FOLDER + name
    reader = csv.reader(io.StringIO(content.removeprefix("\ufeff")), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        header = next(reader, [])
        if header != list(columns):
            remedy = f"write {','.join(columns)}"
            return Table(
                name, columns, (), (Problem(page, 1, "line 1", f"“{','.join(header)}” is not its header", remedy),)
            )
        for cells in reader:
            if any(cells):
                values, wrong = _values(cells, columns)
                problems += [Problem(page, reader.line_num, f"line {reader.line_num}", *fault) for fault in wrong]
                if not wrong:
                    rows.append(Row(reader.line_num, values, _keys(values["source"])))
    except csv.Error as error:
        remedy = 'put a value with a comma or a quotation mark in quotation marks, and double those in it: "a ""b"", c"'
        problems.append(Problem(page, reader.line_num, f"line {reader.line_num}", f"is not CSV ({error})", remedy))
    if not rows and not problems:
        problems.append(Problem(page, 1, "file", "has no rows", "add at least one below the header"))
    return Table(name, columns, tuple(rows), tuple(problems))


def _values(cells: list[str], columns: Mapping[str, Column]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    if len(cells) != len(columns):
        wrong = f"has {len(cells)} values for {len(columns)} columns"
        return {}, [(wrong, "write as many commas as the header has, and put a value with a comma in quotation marks")]
    values = {name: cell.strip() for name, cell in zip_longest(columns, cells)}
    return values, [fault for name, column in columns.items() for fault in _faults(name, values[name], column)]


def _faults(name: str, value: str, column: Column) -> Iterator[tuple[str, str]]:
    if not value:
        if not column.optional:
            yield (
                f"has no {name}",
                "cite an entry of references.bib" if name == "source" else "fill it in or delete the row",
            )
    elif name == "source":
        if not all(KEY.fullmatch(key) for key in _keys(value)):
            yield f"its source “{value}” is not a key", "write the key of an entry, and a semicolon between several"
    elif column.number and not _is_number(value):
        yield f"its {name} “{value}” is not a number", "write it as 1234.5, without unit, space or comma"
    elif column.words and value not in column.words:
        yield f"its {name} “{value}” is not known", f"use one of {', '.join(column.words)}"


def _is_number(value: str) -> bool:
    try:
        return math.isfinite(float(value)) and "_" not in value
    except ValueError:
        return False


def _keys(value: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in value.split(";"))

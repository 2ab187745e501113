"""Read the data of a figure: a CSV file in docs/data whose every row names its sources, beside a specification.

Each mistake is named by its line, counted from 1, as an editor's program counts.
"""

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from annotated_edition.figures.columns import LAST, Column, column_problems, encoded, read_columns
from annotated_edition.figures.specs import ENDING, Source, file_problems, read_source
from annotated_edition.text.problems import Problem

FOLDER = "data/"  # below docs/
ENDINGS = (".csv", ENDING, ".json", ".geojson")  # what is read of it
KEY = re.compile(r"[a-z][a-z0-9]*")
LIMITS = ("<", ">")  # before a number where the source says no more than that it is below or above


def is_drawn_from(path: str) -> bool:
    """Whether figures may be drawn from a file of this path below docs/."""
    return path.startswith(FOLDER) and path.endswith(ENDINGS)


@dataclass(frozen=True)
class Row:
    """A row that is sound: its values as written, and the keys of its sources."""

    line: int
    values: Mapping[str, str]
    sources: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def number(self, name: str) -> float:
        """The number in a column; of a limit, such as <15, the number that it gives."""
        return float(self.values[name].lstrip("".join(LIMITS)))

    def limit(self, name: str) -> str:
        """The sign before a number that is a limit, or nothing."""
        return self.values[name][:1] if self.values[name].startswith(LIMITS) else ""


@dataclass(frozen=True)
class Table:
    """A data file with its specification, the sound rows of it, and every mistake in both."""

    name: str
    columns: Mapping[str, Column]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    spec: Source
    files: Mapping[str, str] = field(default_factory=dict)  # the other files that the specification may name

    @property
    def path(self) -> str:
        return FOLDER + self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """The sources of all rows, each once, in order."""
        return tuple(dict.fromkeys(key for row in self.rows for key in row.sources))

    @cached_property
    def shown_values(self) -> list[str]:
        """The columns whose values are drawn: those that the specification lists, or all numbers that it measures."""
        listed = self.spec.ours.get("values")
        measured = encoded(self.spec)
        return list(listed) if listed else [name for name in self.columns if name in measured]


def read_tables(files: Mapping[str, str]) -> dict[str, Table]:
    """The data files beside which a specification stands, by name; `files` are texts by the path below docs/."""
    texts = {path.removeprefix(FOLDER): content for path, content in files.items() if path.startswith(FOLDER)}
    others = {name: text for name, text in texts.items() if not name.endswith((".csv", ENDING))}
    return {
        name: read_table(name, content, read_source(FOLDER + spec, texts[spec]), others)
        for name, content in texts.items()
        if name.endswith(".csv") and (spec := name.removesuffix(".csv") + ENDING) in texts
    }


def read_table(name: str, content: str, spec: Source, files: Mapping[str, str]) -> Table:
    """The data file `name`, drawn as its specification says; its last columns are note and source."""
    if not spec.body:
        return Table(name, {}, (), spec.problems, spec)
    page = FOLDER + name
    reader = csv.reader(io.StringIO(content.removeprefix("\ufeff")), strict=True)
    rows, problems, columns = list[Row](), list(spec.problems), dict[str, Column]()
    try:
        header = next(reader, [])
        if tuple(header[-2:]) != LAST or len(set(header)) < len(header) or not all(header):
            wrong = f"“{','.join(header)}” is not a header"
            remedy = "name each column, each once, with commas between, the last note,source"
            return Table(name, {}, (), (*problems, Problem.in_line(page, 1, wrong, remedy)), spec)
        columns = read_columns(header, spec)
        problems += [*column_problems(spec, columns), *file_problems(spec, name, files)]
        for cells in reader:
            cell, wrongs = _values(cells, columns) if any(cells) else ({}, [])
            problems += [Problem.in_line(page, reader.line_num, *fault) for fault in wrongs]
            if cell and not wrongs:
                rows.append(Row(reader.line_num, cell, _keys(cell["source"])))
    except csv.Error as error:
        remedy = 'put a value with a comma or a quotation mark in quotation marks, and double those in it: "a ""b"", c"'
        problems.append(Problem.in_line(page, reader.line_num, f"is not CSV ({error})", remedy))
    if not rows and not problems:
        problems.append(Problem(page, 1, "file", "has no rows", "add at least one below the header"))
    return Table(name, columns, tuple(rows), tuple(problems), spec, files)


def _values(cells: list[str], columns: Mapping[str, Column]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    if len(cells) != len(columns):
        wrong = f"has {len(cells)} values for {len(columns)} columns"
        return {}, [(wrong, "write as many commas as the header has, and put a value with a comma in quotation marks")]
    values = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    return values, [fault for name, column in columns.items() for fault in _faults(name, values[name], column)]


def _faults(name: str, value: str, column: Column) -> Iterator[tuple[str, str]]:
    if not value:
        if not column.optional:
            remedy = "cite an entry of references.bib" if name == "source" else "fill it in or delete the row"
            yield f"has no {name}", remedy
    elif name == "source" and not all(KEY.fullmatch(key) for key in _keys(value)):
        yield f"its source “{value}” is not a key", "write the key of an entry, and a semicolon between several"
    elif column.number and not _is_number(value):
        yield f"its {name} “{value}” is not a number", "write it as 1234.5 or <1234.5, without unit, space or comma"
    elif column.words and value not in column.words:
        yield f"its {name} “{value}” is not known", f"use one of {', '.join(column.words)}"


def _is_number(value: str) -> bool:
    try:
        return math.isfinite(float(value.removeprefix("<").removeprefix(">"))) and "_" not in value
    except ValueError:
        return False


def _keys(value: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in value.split(";"))

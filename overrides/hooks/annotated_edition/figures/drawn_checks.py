"""Hold every drawing against its data: each value has a mark within the drawing, and each number written is a value."""

import math
import re
from collections.abc import Iterator

from annotated_edition.figures.drawing import Drawing, Mark
from annotated_edition.figures.tables import Row, Table
from annotated_edition.figures.written import in_english
from annotated_edition.text.problems import Problem

WRITTEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")  # a number


def rounds_to(value: float, written: str) -> bool:
    """Whether a number as written, such as 25 or 1,000.5, is a value rounded to as many decimals."""
    number = written.replace(",", "")
    half = 0.5 * math.pow(10, -len(number.partition(".")[2]))
    return abs(abs(value) - float(number)) <= half + 1e-9


def drawing_problems(table: Table, size: str, drawing: Drawing) -> Iterator[Problem]:
    """What is wrong with the drawing of that size, by the line of the data."""
    if not drawing["marks"]:
        wrong, remedy = f"draws no value in its {size} drawing", "encode a column of numbers, and look at its filters"
        yield table.spec.problem((), wrong, remedy)
        return
    rows = {row.line: row for row in table.rows}
    _, _, width, height = map(float, drawing["box"].split())
    drawn: set[tuple[int, str]] = set()
    for mark in drawing["marks"]:
        row = rows[mark["line"]]
        for name, value in mark["values"].items():
            if 0 <= mark["x"] <= width and 0 <= mark["y"] <= height:
                drawn.add((row.line, name))
            if not row[name] or float(value) != row.number(name):
                wrong = f"its {name} {row[name]} is drawn as {value}"
                yield Problem.in_line(table.path, row.line, wrong, "draw the column itself")
        yield from _written(table, row, mark)
    for row in table.rows:
        for name in table.shown_values:
            if row[name] and (row.line, name) not in drawn:
                wrong = f"its {name} {row[name]} is not within the {size} drawing"
                yield Problem.in_line(table.path, row.line, wrong, f"mend filters and scales in {table.spec.page}")


def _written(table: Table, row: Row, mark: Mark) -> Iterator[Problem]:
    numbers = WRITTEN.findall(in_english(mark["text"]))
    values = [row.number(name) for name, column in table.columns.items() if column.number and row[name]]
    if numbers and not any(rounds_to(value, number) for number in numbers for value in values):
        wrong = f"“{mark['text']}” is written on its mark"
        yield Problem.in_line(table.path, row.line, wrong, "write a number of the row")
    limits = {row.limit(name) for name in mark["values"]} - {""}
    if numbers and any(limit not in mark["text"] for limit in limits):
        name = next(iter(mark["values"]))
        remedy = f"write datum.{name}_limit before the number in {table.spec.page}"
        yield Problem.in_line(table.path, row.line, f"its {name} {row[name]} is written as {mark['text']}", remedy)

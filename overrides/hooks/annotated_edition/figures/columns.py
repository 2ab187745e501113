"""What the columns of a data file are: the header says their names, and the specification all else.

A column holds numbers if Vega-Lite is told to parse it as such (`data.format.parse`) or to encode it as quantitative.
`usermeta.columns` may give it a title, a unit of its own, and the words that may stand in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotated_edition.figures.grammar import Path, encodings
from annotated_edition.figures.specs import Source, field_problems
from annotated_edition.figures.written import in_language
from annotated_edition.interface import beginning, gettext
from annotated_edition.text.problems import Problem

LAST = ("note", "source")  # columns that every file ends in


@dataclass(frozen=True)
class Column:
    """A column of a data file. The last two of each are `note`, which may be empty, and `source`, which may not."""

    heading: str  # for readers; of values nothing where it is the unit of the figure
    number: bool = False
    optional: bool = False
    words: Mapping[str, str] | None = None  # what may stand there, and how readers see it
    unit: str = ""  # if it is another than the figure's

    def shown(self, value: str) -> str:
        """A value as readers see it."""
        return (self.words or {}).get(value) or (in_language(value) if self.number else value)


def read_columns(header: list[str], spec: Source) -> dict[str, Column]:
    said = spec.ours.get("columns") or {}
    numbers = encoded(spec) | {str(name) for name, kind in _parsed(spec).items() if kind == "number"}
    columns = {name: _column(name, said.get(name), name in numbers) for name in header[:-2]}
    return columns | {"note": Column(gettext("Note"), optional=True), "source": Column(gettext("Source"))}


def _column(name: str, given: Any, number: bool) -> Column:
    facts = given if isinstance(given, dict) else {"title": given}
    words = facts.get("words")
    return Column(
        heading=str(facts.get("title") or beginning(name.replace("_", " "))),
        number=number,
        optional=bool(facts.get("optional")),
        words=words if isinstance(words, dict) else None,
        unit=str(facts.get("unit") or ""),
    )


def _parsed(spec: Source) -> Mapping[str, Any]:
    """What Vega-Lite calls `parse`: the types of columns."""
    form = spec.body.get("data", {}).get("format")
    parse = form.get("parse") if isinstance(form, dict) else None
    return parse if isinstance(parse, dict) else {}


def encoded(spec: Source) -> set[str]:
    """The fields that are encoded as quantities."""
    given = [part for encoding in encodings(spec.body) for part in encoding.values() if part]
    return {str(part["field"]) for part in given if part.get("type") == "quantitative" and "field" in part}


def column_problems(spec: Source, columns: Mapping[str, Column]) -> Iterator[Problem]:
    """Columns that the specification tells of and the file does not have."""
    named: dict[Path, str] = {("usermeta", "columns", name): name for name in spec.ours.get("columns") or ()}
    named |= {("usermeta", "values", number): name for number, name in enumerate(spec.ours.get("values") or ())}
    for path, name in named.items():
        if name not in columns:
            yield spec.problem(path, f"the column “{name}” is not in the data", f"use {', '.join(columns)}")
    yield from field_problems(spec, columns, [f"{name}_limit" for name, column in columns.items() if column.number])

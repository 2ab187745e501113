"""What a figure is, and how it is read from a block and the data file that the block names."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from text.checks import Check, faults, text
from text.problems import Problem
from text.source import Block

from figures.charts import CHARTS
from figures.tables import FOLDER, Table, read_table

LABEL = re.compile(r"[1-9]\d*")


@dataclass(frozen=True)
class Figure:
    """A chart or map drawn from a data file, under its permanent number.

    Its body says how to read it and what is estimated.
    """

    label: str
    title: str
    alt: str
    claims: tuple[str, ...]
    table: Table
    page: str
    lines: range
    body: str

    thing = "figure"

    @property
    def anchor(self) -> str:
        return f"figure-{self.label}"

    @property
    def is_sound(self) -> bool:
        """Whether it can be drawn."""
        return not self.table.problems

    @property
    def spoken(self) -> str:
        return f"figure {self.label}"

    @property
    def bracket(self) -> str:
        """The inside of the citation of all its sources, which stands at its foot."""
        return "; ".join(f"@{key}" for key in self.table.keys)


def _claims(value: object) -> str | None:
    if isinstance(value, list) and value and all(LABEL.fullmatch(str(label)) for label in value):
        return None
    return f"“{value}” is not a list of claims; write it as [24, 29]"


FIELDS: dict[str, Check] = {"title": text, "data": text, "claims": _claims, "alt": text}
OPTIONAL = {"alt"}


def read_tables(files: Mapping[str, str]) -> dict[str, Table]:
    """The data files that a chart is known for, by name; `files` are their texts by the path below docs/."""
    texts = {path.removeprefix(FOLDER): content for path, content in files.items() if path.startswith(FOLDER)}
    return {name: read_table(name, texts[name], chart.columns) for name, chart in CHARTS.items() if name in texts}


def read_figures(page: str, blocks: Sequence[Block], tables: Mapping[str, Table]) -> tuple[list[Figure], list[Problem]]:
    """Return the figures among the blocks of a page that are sound, and every mistake in all of them."""
    figures: list[Figure] = []
    problems: list[Problem] = []
    for block in blocks:
        if block.name == "figure":
            wrong = list(_faults(block, tables))
            problems += [Problem(page, block.line, block.thing, *fault) for fault in wrong]
            if block.options is not None and not wrong:
                figures.append(_figure(page, block, block.options, tables))
    return figures, problems


def _faults(block: Block, tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    if not LABEL.fullmatch(block.label):
        yield "its label is not a number", "write /// figure | 2, with the figure's permanent number"
    if not block.body:
        yield "is empty", "say between the options and the closing /// how to read it and what is estimated"
    if block.options is None:
        return
    yield from faults(block.options, FIELDS, OPTIONAL)
    data = block.options.get("data")
    if isinstance(data, str) and data and data not in tables:
        yield _unknown(data, tables)


def _unknown(data: str, tables: Mapping[str, Table]) -> tuple[str, str]:
    if data in CHARTS:
        return f"data “{data}” is not in docs/{FOLDER}", "put the file there"
    near = get_close_matches(data, tables, n=1)
    return (
        f"data “{data}” is no file that a chart is known for",
        f"write {near[0]}" if near else f"use one of {', '.join(tables)}",
    )


def _figure(page: str, block: Block, options: Mapping[str, object], tables: Mapping[str, Table]) -> Figure:
    data, claims = str(options["data"]), options["claims"]
    return Figure(
        label=block.label,
        title=str(options["title"]),
        alt=str(options.get("alt", CHARTS[data].alt)),
        claims=tuple(map(str, claims)) if isinstance(claims, list) else (),
        table=tables[data],
        page=page,
        lines=range(block.line, block.end + 1),
        body=block.body,
    )


def data_problems(
    figures: Sequence[Figure], is_known: Callable[[str], bool], claims: Collection[str]
) -> Iterator[Problem]:
    """Name every mistake in the data of figures, every source that is not known and every claim not among `claims`."""
    for table in {figure.table.name: figure.table for figure in figures}.values():
        yield from table.problems
        for row in table.rows:
            for key in row.sources:
                if not is_known(key):
                    thing, remedy = f"source {key} in line {row.line}", "add it, or correct the key"
                    yield Problem(table.path, row.line, thing, "is not in references.bib", remedy)
    for figure in figures:
        for label in figure.claims:
            if label not in claims:
                wrong = f"bears on claim {label}, which does not exist"
                yield Problem(figure.page, figure.lines.start, f"figure {figure.label}", wrong, "correct the number")

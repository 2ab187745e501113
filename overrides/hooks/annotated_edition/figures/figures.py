"""What a figure is, and what is wrong with the data that it is drawn from."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_edition.blocks.labelled import Labelled, SearchEntry
from annotated_edition.figures.charts import CHARTS
from annotated_edition.figures.tables import FOLDER, Table, read_table
from annotated_edition.text.problems import Problem
from annotated_edition.text.typography import curly


@dataclass(frozen=True)
class Figure(Labelled):
    """A chart or map drawn from a data file, under its permanent number.

    Its body says how to read it and what is estimated.
    """

    KIND = "figure"

    title: str
    alt: str
    claims: tuple[str, ...]
    table: Table

    @property
    def is_sound(self) -> bool:
        """Whether it can be drawn."""
        return not self.table.problems

    @property
    def search_entry(self) -> SearchEntry:
        return SearchEntry(self.KIND, curly(self.title))

    @property
    def bracket(self) -> str:
        """The inside of the citation of all its sources, which stands at its foot."""
        return "; ".join(f"@{key}" for key in self.table.keys)


def read_tables(files: Mapping[str, str]) -> dict[str, Table]:
    """The data files that a chart is known for, by name; `files` are their texts by the path below docs/."""
    texts = {path.removeprefix(FOLDER): content for path, content in files.items() if path.startswith(FOLDER)}
    return {name: read_table(name, texts[name], chart.columns) for name, chart in CHARTS.items() if name in texts}


def data_problems(
    figures: Sequence[Figure], is_known: Callable[[str], bool], claims: Collection[str]
) -> Iterator[Problem]:
    """Name every mistake in the data of figures, every source that is not known and every claim not among `claims`."""
    for table in {figure.table.name: figure.table for figure in figures}.values():
        yield from table.problems
        for row in table.rows:
            for key in row.sources:
                if not is_known(key):
                    subject, remedy = f"source {key} in line {row.line}", "add it, or correct the key"
                    yield Problem(table.path, row.line, subject, "is not in references.bib", remedy)
    for figure in figures:
        for label in figure.claims:
            if label not in claims:
                wrong = f"bears on claim {label}, which does not exist"
                yield Problem(figure.page, figure.lines.start, figure.subject, wrong, "correct the number")

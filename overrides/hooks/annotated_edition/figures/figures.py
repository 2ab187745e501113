"""What a figure is, and what is wrong with the data that it is drawn from."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from annotated_edition.blocks.labelled import Labelled, SearchEntry
from annotated_edition.figures.drawn_checks import NUMBER, rounds_to
from annotated_edition.figures.tables import Table
from annotated_edition.text.problems import Problem
from annotated_edition.text.typography import curly


@dataclass(frozen=True)
class Figure(Labelled):
    """A chart or map drawn from a data file, under its permanent number.

    Its body says how to read it and what is estimated.
    """

    KIND = "figure"

    title: str
    alt: str  # for those who do not see it
    unit: str  # of its values, in words
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
                yield figure.problem(f"bears on claim {label}, which does not exist", "correct the number")
        yield from _alt_problems(figure)


def _alt_problems(figure: Figure) -> Iterator[Problem]:
    """Numbers that the description names and the data, which may have changed, do not have, rounded or not."""
    table = figure.table
    cells = [row[name] for row in table.rows for name in table.columns if name not in ("note", "source")]
    said = [figure.title, figure.unit, *(column.heading for column in table.columns.values())]
    known = [float(number.replace(",", "")) for text in (*cells, *said) for number in NUMBER.findall(text)]
    for number in NUMBER.findall(figure.alt) if figure.is_sound else ():
        if not any(rounds_to(value, number) for value in known):
            yield figure.problem(f"its alt names {number}, which {table.path} does not have", "correct it")

"""A figure: a chart or map under its permanent number, the block of it, and what is wrong with its data.

The block has its number, its title, its text and the citation of its sources. The drawing, which is no text, is added
afterwards by a template.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown.util import AtomicString

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import NUMBER, Fault, Option, Options, numbers, plain, text
from annotated_edition.blocks.declaration import Label, Labelled, SearchEntry, SourceBlock
from annotated_edition.figures.drawn_checks import WRITTEN, rounds_to
from annotated_edition.figures.specs import ENDING
from annotated_edition.figures.tables import FOLDER, Table
from annotated_edition.figures.written import in_english
from annotated_edition.interface import gettext
from annotated_edition.text.problems import Problem
from annotated_edition.text.typography import curly


@dataclass(frozen=True)
class Figure(Labelled):
    """A chart or map drawn from a data file; its body says how to read it and what is estimated."""

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


class FigureBlock(LabelledBlock):
    """A figure without its drawing. What is known is the inside of the citation of its sources."""

    NAME = Figure.KIND
    LABEL = Label(NUMBER, "a number", "2", "the figure's permanent number")
    DECLARED: ClassVar[Options] = {
        "title": Option(plain),
        "data": Option(text),
        "unit": Option(plain),
        "claims": Option(numbers, read=lambda labels: tuple(map(str, labels))),
        "alt": Option(text),
    }
    EMPTY = ("is empty", "say between the options and the closing /// how to read it and what is estimated")

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        data = options.get("data")
        if isinstance(data, str) and data and data not in context.data:
            near = get_close_matches(data, context.data, n=1, cutoff=0.8)
            wrong = f"data “{data}” is not in docs/{FOLDER}, or has no {data.removesuffix('.csv')}{ENDING} beside it"
            yield wrong, f"write {near[0]}" if near else "put both files there, as CONTRIBUTING shows"

    @classmethod
    def read(cls, block: SourceBlock, options: Mapping[str, Any], context: Context) -> Figure:
        fields = {name: option.read(options[name]) for name, option in cls.DECLARED.items()}
        table = context.data[fields.pop("data")]
        return Figure(block.label, context.page, block.lines, block.body, **fields, table=table)

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        figure = ElementTree.SubElement(parent, "figure", {"class": "figure", "id": f"figure-{self.argument}"})
        caption = ElementTree.SubElement(figure, "figcaption")
        caption.text = AtomicString(
            gettext("Figure %(label)s: %(title)s", label=self.argument, title=self.options["title"])
        )
        ElementTree.SubElement(figure, "div", {"class": "figure__text"})
        return figure

    def on_add(self, block: ElementTree.Element) -> ElementTree.Element:
        body = block.find("div")
        return block if body is None else body

    def on_end(self, block: ElementTree.Element) -> None:
        """Below the text, one citation of the sources of all its data."""
        sources = ElementTree.SubElement(block, "p", {"class": "figure__sources"})
        if bracket := self.known:
            sources.text = f"[{bracket}]"


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
                yield figure.problem(f"bears on claim {label}, which does not exist", "correct or delete the number")
        yield from _alt_problems(figure)


def _alt_problems(figure: Figure) -> Iterator[Problem]:
    """Numbers that the description names and the data, which may have changed, do not have, rounded or not."""
    table = figure.table
    cells = [row[name] for row in table.rows for name in table.columns if name not in ("note", "source")]
    texts = [figure.title, figure.unit, *(column.heading for column in table.columns.values())]
    said = map(in_english, texts)
    known = [float(number.replace(",", "")) for text in (*cells, *said) for number in WRITTEN.findall(text)]
    for number in WRITTEN.findall(in_english(figure.alt)) if figure.is_sound else ():
        if not any(rounds_to(value, number) for value in known):
            yield figure.problem(f"its alt names {number}, which {table.path} does not have", "correct it")

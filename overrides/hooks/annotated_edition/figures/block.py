"""The block of a figure: its number, its title, its text and the citation of its sources.

The drawing, which is no text, is added afterwards by a template.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown.util import AtomicString

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import NUMBER, Fault, numbers, text
from annotated_edition.blocks.declaration import Label, Option, Options
from annotated_edition.blocks.source import SourceBlock
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.specs import ENDING
from annotated_edition.figures.tables import FOLDER, Table


class FigureBlock(LabelledBlock):
    """A figure without its drawing. What is known is the inside of the citation of its sources."""

    NAME = Figure.KIND
    LABEL = Label(NUMBER, "a number", "2", "the figure's permanent number")
    DECLARED: ClassVar[Options] = {
        "title": Option(text),
        "data": Option(text),
        "unit": Option(text),
        "claims": Option(numbers),
        "alt": Option(text),
    }
    EMPTY = ("is empty", "say between the options and the closing /// how to read it and what is estimated")

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        data = options.get("data")
        if isinstance(data, str) and data and data not in context.data:
            yield _unknown(data, context.data)

    @classmethod
    def read(cls, block: SourceBlock, options: Mapping[str, Any], context: Context) -> Figure:
        data = options["data"]
        return Figure(
            label=block.label,
            page=context.page,
            lines=block.lines,
            body=block.body,
            title=options["title"],
            alt=options["alt"],
            unit=options["unit"],
            claims=tuple(map(str, options["claims"])),
            table=context.data[data],
        )

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        figure = ElementTree.SubElement(parent, "figure", {"class": "figure", "id": f"figure-{self.argument}"})
        caption = ElementTree.SubElement(figure, "figcaption")
        caption.text = AtomicString(f"Figure {self.argument}: {self.options['title']}")
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


def _unknown(data: str, tables: Mapping[str, Table]) -> Fault:
    near = get_close_matches(data, tables, n=1, cutoff=0.8)
    wrong = f"data “{data}” is not in docs/{FOLDER}, or has no {data.removesuffix('.csv')}{ENDING} beside it"
    return wrong, f"write {near[0]}" if near else "put both files there, as CONTRIBUTING shows"

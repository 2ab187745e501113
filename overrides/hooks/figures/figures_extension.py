"""Figures in Markdown: `/// figure | 2` becomes a figure with its number, title, text and the citation of its sources.

A Python-Markdown extension without any of MkDocs. The drawing, which is no text, is added afterwards by a template.
"""

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any, type_string


class FigureBlock(Block):
    """A figure without its drawing."""

    NAME = "figure"
    ARGUMENT = True
    OPTIONS = {  # noqa: RUF012 - pymdownx declares it as no class variable
        "title": ("", type_string),
        "data": ("", type_string),
        "claims": ((), type_any),
        "alt": ("", type_string),
    }

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
        if bracket := self.config["sources"].get(self.argument):
            sources.text = f"[{bracket}]"


class FiguresExtension(BlocksExtension):
    """`sources` are the insides of the citations of the figures' data, by the label of the figure."""

    def __init__(self, sources: Mapping[str, str] | None = None, **options: Any) -> None:
        self.config = {"sources": [sources or {}, "the inside of the citation of each figure's sources"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(FigureBlock, self.getConfigs())


def makeExtension(**options: Any) -> Extension:
    return FiguresExtension(**options)

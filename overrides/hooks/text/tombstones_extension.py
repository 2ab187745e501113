"""Tombstones in Markdown: `/// withdrawn | 8b` and `/// moved | 8` become a note under the id that links lead to.

A Python-Markdown extension without any of MkDocs, so that it works wherever Python-Markdown does.
"""

from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_string

from text.labels import anchor_of, thing_of


class WithdrawnBlock(Block):
    """What was published and is not any more."""

    NAME = "withdrawn"
    SAID = "was withdrawn in edition"
    ARGUMENT = True
    OPTIONS = {"edition": ("", type_string)}  # noqa: RUF012 - pymdownx declares it as no class variable

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Without an edition it is not a tombstone and stays the text it is written as."""
        return bool(self.options["edition"])

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        thing = thing_of(self.argument)
        said = f"{thing[:1].upper()}{thing[1:]}"
        attributes = {"class": self.NAME, "id": anchor_of(thing), "role": "note", "aria-label": f"{said}: {self.NAME}"}
        aside = ElementTree.SubElement(parent, "aside", attributes)
        facts = ElementTree.SubElement(aside, "p", {"class": "tombstone__facts"})
        facts.text = f"{said} {self.SAID} {self.options['edition']}."
        return aside


class MovedBlock(WithdrawnBlock):
    """What stands on another page now."""

    NAME = "moved"
    SAID = "moved from here in edition"


class TombstonesExtension(BlocksExtension):
    """Registers both blocks."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(WithdrawnBlock, self.getConfigs())
        block_mgr.register(MovedBlock, self.getConfigs())


def makeExtension(**options: Any) -> Extension:
    return TombstonesExtension(**options)

"""The Markdown extension that makes HTML of the blocks of an edition: `/// claim | 8` becomes a section.

It knows nothing of MkDocs, so that it works wherever Python-Markdown does.
"""

from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from annotated_edition.blocks.block import LabelledBlock
from annotated_edition.blocks.declaration import Kinds
from annotated_edition.vocabulary import Vocabulary


class EditionBlocksExtension(BlocksExtension):
    """Registers the kinds of block.

    `known` is what only the whole edition knows, by the name of the kind and then by label, such as the events that
    bear on a claim; each kind says what it takes.
    """

    def __init__(self, kinds: Kinds, vocabulary: Vocabulary, known: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__()
        self.kinds = kinds
        self.vocabulary = vocabulary
        self.known = known

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        for name, kind in self.kinds.items():
            if issubclass(kind, LabelledBlock):
                given = {"kinds": self.kinds, "vocabulary": self.vocabulary, "known": self.known.get(name, {})}
                block_mgr.register(kind, given)
                kind.extend(md)

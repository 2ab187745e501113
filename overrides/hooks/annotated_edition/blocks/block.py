"""The base of all kinds of block: one class says how a block is written, what it is as data and what it is in HTML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from annotated_edition.blocks.checks import Check, Fault, option_faults
from annotated_edition.blocks.declaration import Declaration, Kinds, Labelled, SourceBlock
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary


@dataclass(frozen=True)
class Context:
    """What can be known of a block from elsewhere: the page, the kinds, the blocks above, and the files of data."""

    page: str
    vocabulary: Vocabulary
    kinds: Kinds
    above: Sequence[SourceBlock] = ()
    data: Mapping[str, Any] = field(default_factory=dict)  # by the name that a block writes; what it is, its kind knows


class LabelledBlock(Declaration, Block):
    """A kind of block. Besides its declaration it has in `DATA` what it is read as, and makes its HTML in `on_create`.

    `config` has the vocabulary, the kinds, and under `known` what only the whole edition knows of each label.
    """

    ARGUMENT = True
    DATA: ClassVar[type[Labelled]]  # has a field for each option
    EMPTY: ClassVar[Fault] = ("is empty", "write its text between the options and the closing ///")

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        """What is wrong besides the form of label and options, and the remedies; `options` may be wrong or missing."""
        yield from ()

    @classmethod
    def read(cls, block: SourceBlock, options: Mapping[str, Any], context: Context) -> Labelled:
        """The block as data; its label and options have been found sound."""
        fields = {name: option.read(options.get(name, "")) for name, option in cls.DECLARED.items()}
        return cls.DATA(block.label, context.page, block.lines, block.body, **fields)

    @classmethod
    def extend(cls, md: Markdown) -> None:
        """Register what a page with such blocks needs besides them."""

    def on_init(self) -> None:
        """Take the declared options for those of pymdownx, so that both read the same."""
        vocabulary = self.config["vocabulary"]
        for name, option in self.DECLARED.items():
            self.option_spec[name] = ("", partial(_checked, option.check, vocabulary))

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Whether all is there that must be; if not, the block stays the text it is written as."""
        return all(self.options[name] for name, option in self.DECLARED.items() if option.required)

    @property
    def known(self) -> Any:
        """What the whole edition knows of this label, or nothing."""
        return self.config["known"].get(self.argument)


def _checked(check: Check, vocabulary: Vocabulary, value: object) -> object:
    """The value as a type of pymdownx gives it back. Raises ValueError for one that is wrong."""
    if fault := check(value, vocabulary):
        raise ValueError("; ".join(fault))
    return value


def read_blocks(blocks: Sequence[SourceBlock], context: Context) -> tuple[list[Labelled], list[Problem]]:
    """The blocks of a page that are sound, in their order, and every mistake in all of them."""
    found: list[Labelled] = []
    problems: list[Problem] = []
    for number, block in enumerate(blocks):
        kind = context.kinds[block.name]
        assert issubclass(kind, LabelledBlock)  # the scanner finds no others
        here = replace(context, above=blocks[:number])
        wrong = list(_faults(kind, block, here))
        problems += [Problem(context.page, block.line, block.subject, *fault) for fault in wrong]
        if block.options is not None and not wrong:
            found.append(kind.read(block, block.options, here))
    return found, problems


def _faults(kind: type[LabelledBlock], block: SourceBlock, context: Context) -> Iterator[Fault]:
    """What is wrong with a block and the remedies. Of ill-formed options, which have been named, nothing is said."""
    remedy = f"write /// {kind.NAME} | {kind.LABEL.example}, with {kind.LABEL.meaning}"
    if not block.label:
        yield "has no label", remedy
    elif not kind.LABEL.pattern.fullmatch(block.label):
        yield f"its label is not {kind.LABEL.form}", remedy
    if not block.body:
        yield kind.EMPTY
    yield from kind.faults(block, block.options or {}, context)
    if block.options is not None:
        yield from option_faults(kind.DECLARED, block.options, context.vocabulary)


class EditionBlocksExtension(BlocksExtension):
    """The Markdown extension that makes HTML of the blocks of an edition: `/// claim | 8` becomes a section.

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

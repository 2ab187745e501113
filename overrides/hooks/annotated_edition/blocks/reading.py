"""Read the blocks of a page: each becomes what its kind says, or is a mistake with a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import Fault
from annotated_edition.blocks.declaration import label_fault, option_faults
from annotated_edition.blocks.labelled import Labelled
from annotated_edition.blocks.source import SourceBlock
from annotated_edition.text.problems import Problem


def read_blocks(blocks: Sequence[SourceBlock], context: Context) -> tuple[list[Labelled], list[Problem]]:
    """The blocks that are sound, in their order, and every mistake in all of them."""
    found: list[Labelled] = []
    problems: list[Problem] = []
    for number, block in enumerate(blocks):
        kind = context.kinds[block.name]
        assert issubclass(kind, LabelledBlock)  # the scanner finds no others
        here = replace(context, above=blocks[:number])
        wrong = list(_faults(kind, block, block.options, here))
        problems += [Problem(context.page, block.line, block.subject, *fault) for fault in wrong]
        if block.options is not None and not wrong:
            found.append(kind.read(block, block.options, here))
    return found, problems


def _faults(
    kind: type[LabelledBlock], block: SourceBlock, options: Mapping[str, object] | None, context: Context
) -> Iterator[Fault]:
    """What is wrong with a block and the remedies. Of ill-formed options, which have been named, nothing is said."""
    if fault := label_fault(kind, block.label):
        yield fault
    if not block.body:
        yield kind.EMPTY
    yield from kind.faults(block, options or {}, context)
    if options is not None:
        yield from option_faults(kind, options, context.vocabulary)

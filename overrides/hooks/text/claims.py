"""What a claim and an annotation are, and how they are read from the blocks of a page, every mistake named."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from text.claim_options import option_faults
from text.problems import Problem
from text.source import Block
from text.typography import curly

CLAIM_LABEL = re.compile(r"[1-9]\d*")
ANNOTATION_LABEL = re.compile(r"([1-9]\d*)[a-z]+")


@dataclass(frozen=True)
class Claim:
    """An assertion of the brief, restated under its permanent number."""

    label: str
    title: str
    at: str
    verdict: str
    outcome: str  # of a forecast or a recommendation
    because: str  # the reason for the verdict, in a sentence
    words: str
    page: str
    lines: range
    body: str

    thing = "claim"

    @property
    def anchor(self) -> str:
        return f"claim-{self.label}"

    @property
    def result(self) -> str:
        """The word that says most of it: its outcome, where it has one, and else its verdict."""
        return self.outcome or self.verdict


@dataclass(frozen=True)
class Annotation:
    """A note of the edition on one claim, with the day on which it was last checked."""

    label: str
    claim: str
    kind: str
    date: datetime.date
    page: str
    lines: range
    body: str

    thing = "annotation"

    @property
    def anchor(self) -> str:
        return f"annotation-{self.label}"


Passage = Claim | Annotation


def read_claims(page: str, blocks: Sequence[Block]) -> tuple[list[Passage], list[Problem]]:
    """Return the claims and annotations that are sound, and every mistake in all of them."""
    passages: list[Passage] = []
    problems: list[Problem] = []
    claim = ""
    for block in blocks:
        wrong = [*_label_faults(page, block, claim), *_option_faults(page, block)]
        problems += wrong
        if block.name == "claim":
            claim = block.label
        if block.options is not None and not wrong:
            passages.append(_passage(page, block, block.options))
    return passages, problems + list(_bare_claims(page, blocks))


def _bare_claims(page: str, blocks: Sequence[Block]) -> Iterator[Problem]:
    annotated = set()
    claim = ""
    for block in blocks:
        if block.name == "claim":
            claim = block.label
        else:  # of an ill-formed label, which is named, the place says what is meant
            annotated.add(claim_of(block.label) if ANNOTATION_LABEL.fullmatch(block.label) else claim)
    for block in blocks:
        if block.name == "claim" and CLAIM_LABEL.fullmatch(block.label) and block.label not in annotated:
            remedy = f"add at least /// annotation | {block.label}a after it"
            yield Problem(page, block.line, block.thing, "has no annotation", remedy)


def claim_of(label: str) -> str:
    """The label of the claim that a label belongs to: 8 for 8 and for 8a."""
    return label.rstrip("abcdefghijklmnopqrstuvwxyz")


def _passage(page: str, block: Block, found: Mapping[str, object]) -> Passage:
    options = {name: str(value) for name, value in found.items()}
    if block.name == "claim":
        return Claim(
            label=block.label,
            title=curly(options["title"]),
            at=options["at"],
            verdict=options["verdict"],
            outcome=options.get("outcome", ""),
            because=curly(options.get("because", "")),
            words=options.get("words", ""),
            page=page,
            lines=range(block.line, block.end + 1),
            body=block.body,
        )
    return Annotation(
        label=block.label,
        claim=claim_of(block.label),
        kind=options["kind"],
        date=datetime.date.fromisoformat(options["date"]),
        page=page,
        lines=range(block.line, block.end + 1),
        body=block.body,
    )


def _label_faults(page: str, block: Block, claim: str) -> list[Problem]:
    label = ANNOTATION_LABEL.fullmatch(block.label)
    if not block.label:
        example = "8" if block.name == "claim" else "8a"
        wrong, remedy = "has no label", f"write /// {block.name} | {example}, with its own"
    elif block.name == "claim" and not CLAIM_LABEL.fullmatch(block.label):
        wrong, remedy = "its label is not a number", "write /// claim | 8, with the claim's permanent number"
    elif block.name == "annotation" and not label:
        wrong, remedy = "its label is not a number and a letter", "write /// annotation | 8a, with its claim's number"
    elif label and label[1] != claim and (not claim or CLAIM_LABEL.fullmatch(claim)):
        stands = f"stands after claim {claim}" if claim else "stands before any claim"
        wrong, remedy = f"{stands}, not after claim {label[1]}", "move it there, or give it that claim's number"
    elif not block.body:
        wrong, remedy = "is empty", "write its text between the options and the closing ///"
    else:
        return []
    return [Problem(page, block.line, block.thing, wrong, remedy)]


def _option_faults(page: str, block: Block) -> list[Problem]:
    found = option_faults(block.name, block.options) if block.options is not None else ()
    return [Problem(page, block.line, block.thing, wrong, remedy) for wrong, remedy in found]

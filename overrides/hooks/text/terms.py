"""What a term of the glossary is, how it is read from a block, and where it occurs in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from text.checks import Check, faults, one_of, text
from text.problems import Problem
from text.source import Block

PAGE = "glossary.md"
KINDS = {"term": "Term", "person": "Person", "body": "Body", "place": "Place"}

LABEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
FIELDS: dict[str, Check] = {"name": text, "kind": one_of(KINDS), "variants": text, "unused": text}
OPTIONAL = {"variants", "unused"}


@dataclass(frozen=True)
class Term:
    """A word, person, body or place with its definition."""

    label: str
    name: str  # as it is sorted: Putin, Vladimir
    kind: str
    variants: tuple[str, ...]  # other spellings, forms and synonyms, for links and for the search
    unused: str  # why it is listed although no text uses it
    page: str
    lines: range
    body: str

    @property
    def anchor(self) -> str:
        return f"term-{self.label}"

    @property
    def title(self) -> str:
        """The name as it is said: Vladimir Putin."""
        last, comma, first = self.name.partition(", ")
        return f"{first} {last}" if comma else self.name

    @property
    def spoken(self) -> str:
        """What a link back to the term is called."""
        return f"glossary, {self.title}"

    @property
    def forms(self) -> tuple[str, ...]:
        """All the ways to write it."""
        return (self.title, *self.variants)


def read_terms(page: str, blocks: Iterable[Block]) -> tuple[list[Term], list[Problem]]:
    """Return the terms among the blocks of a page that are sound, and every mistake in all of them."""
    terms: list[Term] = []
    problems: list[Problem] = []
    for block in blocks:
        if block.name == "term":
            wrong = [
                *_faults(page, block),
                *(faults(block.options, FIELDS, OPTIONAL) if block.options is not None else ()),
            ]
            problems += [Problem(page, block.line, block.thing, *fault) for fault in wrong]
            if block.options is not None and not wrong:
                terms.append(_term(page, block, {str(name): str(value) for name, value in block.options.items()}))
    return terms, problems


def _faults(page: str, block: Block) -> Iterator[tuple[str, str]]:
    if not LABEL.fullmatch(block.label):
        yield "its label is not of small letters, digits and hyphens", "write it as in /// term | wedge-strategy"
    if not block.body:
        yield "has no definition", "write it between the options and the closing ///"
    if page != PAGE:
        yield "stands outside the glossary", f"move it to {PAGE}"


def _term(page: str, block: Block, options: dict[str, str]) -> Term:
    return Term(
        label=block.label,
        name=options["name"],
        kind=options["kind"],
        variants=tuple(filter(None, map(str.strip, options.get("variants", "").split(",")))),
        unused=options.get("unused", ""),
        page=page,
        lines=range(block.line, block.end + 1),
        body=block.body,
    )


class Finder:
    """Finds terms in a text by any of their forms, of several at one place the longest.

    A form with a capital is found as it is written; one without also at the beginning of a sentence.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self.labels = {form: term.label for term in terms for form in term.forms}
        longest = sorted(self.labels, key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest)) or '(?!)'})(?!\w)")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where each term begins and ends, and its label; not in titles of works."""
        untitled = QUOTED.sub(lambda quoted: " " * len(quoted[0]) if _is_title(quoted[0]) else quoted[0], text)
        for found in self.pattern.finditer(untitled):
            form = re.sub(r"\s+", " ", found[0])
            label = self.labels.get(form) or self.labels[form[0].lower() + form[1:]]
            yield found.start(), found.end(), label


def _is_title(quoted: str) -> bool:
    """Whether words in quotation marks are a title: several, of which all but the shortest have a capital."""
    words = re.findall(r"\w{4,}", quoted)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _pattern(form: str) -> str:
    first = form[0]
    either = f"[{first}{first.upper()}]" if form == form.lower() and first.isalpha() else re.escape(first)
    return either + r"\s+".join(map(re.escape, form[1:].split(" ")))

"""What prose may ask the build for, such as `{{ count: forecast, mixed }}`, so that no number is written by hand.

    {{ count }}                      how many claims there are
    {{ count: supported }}           how many have a verdict or an outcome
    {{ count: forecast, mixed }}     how many have both
    {{ version }} {{ sources }}      the edition, and the month through which its sources were read

Up to ten a number is a word, and with a capital letter where `count` has one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from annotated_edition.blocks.claim import Claim
from annotated_edition.vocabulary import Vocabulary

VALUE = re.compile(r"\{\{([^{}\n]*)\}\}")
BRACES = re.compile(r"\{\{|\}\}")  # of a value that lacks some
COUNT = re.compile(r"([Cc])ount(?:: *(.+))?")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def value_of(asked: str, claims: Sequence[Claim], facts: Mapping[str, str], vocabulary: Vocabulary) -> str | None:
    """What stands for the words between the braces; nothing where they are not known. `facts` are ready texts."""
    asked = " ".join(asked.split())
    if asked in facts:
        return facts[asked]
    if not (found := COUNT.fullmatch(asked)):
        return None
    words = [word.strip() for word in found[2].split(",")] if found[2] else []
    if any(word not in vocabulary.results for word in words):
        return None
    number = sum(all(word in (claim.verdict, claim.outcome) for word in words) for claim in claims)
    text = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return text.capitalize() if found[1] == "C" else text


class ValueProcessor(InlineProcessor):
    """Puts the value in its place; what is not known stays as it is written, since the build has named it."""

    def __init__(self, value_of: Callable[[str], str | None], md: Markdown) -> None:
        super().__init__(VALUE.pattern, md)
        self.value_of = value_of

    def handleMatch(  # type: ignore[override] # as the base class is documented
        self, found: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | str | None, int | None, int | None]:
        value = self.value_of(found[1])
        return (value, found.start(0), found.end(0)) if value is not None else (None, None, None)


class ValuesExtension(Extension):
    """`value_of` gives the text for the words between the braces, or nothing."""

    def __init__(self, value_of: Callable[[str], str | None]) -> None:
        super().__init__()
        self.value_of = value_of

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(ValueProcessor(self.value_of, md), "values", 185)  # after code (190)

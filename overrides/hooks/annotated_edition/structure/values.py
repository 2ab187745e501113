"""What prose may ask the build for in braces, so that no number and no definition is written by hand.

    {{ count }}                               how many claims there are
    {{ count: supported }}                    how many have a verdict or an outcome
    {{ count: forecast, mixed }}              how many have both
    {{ version }} {{ sources }}               the edition, and the month through which its sources were read

In English a number up to ten is a word, with a capital letter where `count` has one. Definitions stand on a line of
their own:

    {{ definitions: kinds }}                  of all kinds of annotation
    {{ definitions: verdicts }}               of all verdicts
    {{ definitions: verdicts except Facts }}  of those that do not stand in this group of the scorecard
    {{ definitions: Forecasts }}              of the words of this group

They become a list of definitions in Markdown, in which each word is marked as it is beside claims and annotations, and
has an id, by which the search finds its definition.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from annotated_edition.blocks.claim import Claim
from annotated_edition.interface import is_english
from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary

VALUE = re.compile(r"\{\{([^{}\n]*)\}\}")
BRACES = re.compile(r"\{\{|\}\}")  # of a value that lacks some
COUNT = re.compile(r"([Cc])ount(?:: *(.+))?")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ASKED = re.compile(r"^\{\{ *definitions: *([^{}\n]*?) *\}\}$", re.MULTILINE)
EXCEPT = "verdicts except "


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
    # Elsewhere a number's word may depend on the noun that follows, as in German "ein" and "eine".
    is_word = number < len(NUMBERS) and is_english()
    text = NUMBERS[number] if is_word else str(number)
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


def with_definitions(markdown: str, vocabulary: Vocabulary) -> str:
    """The Markdown with the lists that it asks for; what is not known is left out, since it is named as a mistake."""
    return ASKED.sub(lambda asked: _list(asked[1], vocabulary, ' id="{sort}-{name}"'), markdown)


def defined(page: Page, vocabulary: Vocabulary) -> Page:
    """The page with the definitions in its text, each list in a line, and a problem for each list that is not known."""
    # Without ids, since the register has the hash of this text, from before words had ids.
    text = ASKED.sub(lambda asked: _list(asked[1], vocabulary).replace("\n", " "), page.text)
    return replace(page, text=text, problems=(*page.problems, *_problems(page, vocabulary)))


def _problems(page: Page, vocabulary: Vocabulary) -> Iterator[Problem]:
    for number, line in enumerate(page.text.split("\n"), start=1):
        if (found := ASKED.fullmatch(line)) and _words(found[1], vocabulary) is None:
            groups = ", ".join(vocabulary.groups)
            remedy = f"use kinds, verdicts, a group of the scorecard, which are {groups}, or verdicts except a group"
            yield Problem.in_line(page.name, number, f"“{found[1]}” is not known", remedy, "definitions")


def _words(asked: str, vocabulary: Vocabulary) -> list[tuple[str, str]] | None:
    """The words of a list, each as verdict, outcome or kind, and by its name; None where the list is not known."""
    if asked == "kinds":
        return [("kind", name) for name in vocabulary.kinds]
    if asked == "verdicts":
        return [("verdict", name) for name in vocabulary.verdicts]
    if (group := vocabulary.groups.get(asked.removeprefix(EXCEPT))) is None:
        return None
    if asked.startswith(EXCEPT):
        return [("verdict", name) for name in vocabulary.verdicts if name not in group]
    return [("verdict" if name in vocabulary.verdicts else "outcome", name) for name in group]


def _list(asked: str, vocabulary: Vocabulary, attribute: str = "") -> str:
    """`attribute` is added to each word, with its sort and its name."""
    shown = {"verdict": vocabulary.verdicts, "outcome": vocabulary.outcomes, "kind": vocabulary.kinds}
    entries = []
    for sort, name in _words(asked, vocabulary) or ():
        more = attribute.format(sort=sort, name=name)
        word = f'<span class="{sort}"{more} data-{sort}="{name}">{shown[sort][name]}</span>'
        entries.append(f"{word}\n:   {' '.join(vocabulary.definitions[sort][name].split())}")
    return "\n\n".join(entries)

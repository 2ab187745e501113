"""Lists of attributes behind a heading, a link or an image, of which Markdown passes over what it cannot read."""

import re
from collections.abc import Iterator

from annotated_edition.text.problems import Problem, line_of

LIST = re.compile(r"(?<!\{)\{:? *((?:[#.][\w-]|[\w-]+=)[^{}\n]*)\}(?!\})")
ATTRIBUTE = r"(?:[#.][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w./-]+))"
SOUND = re.compile(rf"{ATTRIBUTE}(?: +{ATTRIBUTE})* *")


def attribute_problems(page: str, text: str) -> Iterator[Problem]:
    """Every list that is not of its form. `text` is Markdown without code."""
    for found in LIST.finditer(text):
        if not SOUND.fullmatch(found[1]):
            wrong = f"{found[0]} is no list of attributes"
            remedy = 'write {#id}, {.class} or {name="value"}, without a space in an id'
            yield Problem.in_line(page, line_of(text, found.start()), wrong, remedy)


def without_attributes(markdown: str) -> str:
    """The Markdown without the lists that are named here, at some of which it would break off."""
    return LIST.sub(lambda found: found[0] if SOUND.fullmatch(found[1]) else "", markdown)

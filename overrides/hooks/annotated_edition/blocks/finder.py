"""Where a text uses the terms of the glossary."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

Found = list[tuple[int, int, str]]  # where each term begins and ends, and its label
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')


class Finder:
    """Finds terms in a text by any of their forms, of several at one place the longest.

    A form with a capital is found as it is written; one without also at the beginning of a sentence.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        """`labels` are the labels of the terms by their forms."""
        self.labels = labels
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(_alternatives(labels)) or '(?!)'})(?!\w)")
        self.find = lru_cache(8192)(self._find)  # the same texts are searched in every build

    def finds(self, found: Iterable[tuple[str, Iterable[Iterable[Any]]]]) -> bool:
        """Whether the same is found in each of these texts as was before."""
        return all(self.find(text) == [tuple(each) for each in before] for text, before in found)

    def _find(self, text: str) -> Found:
        """Not in titles of works."""
        places = []
        untitled = QUOTED.sub(lambda quoted: " " * len(quoted[0]) if _is_title(quoted[0]) else quoted[0], text)
        for found in self.pattern.finditer(untitled):
            form = re.sub(r"\s+", " ", found[0])
            label = self.labels.get(form) or self.labels[form[0].lower() + form[1:]]
            places.append((found.start(), found.end(), label))
        return places


@lru_cache(2)
def finder(labels: tuple[tuple[str, str], ...]) -> Finder:
    """What finds these forms, with the labels of their terms; the same for the same."""
    return Finder(dict(labels))


def _alternatives(forms: Iterable[str]) -> Iterator[str]:
    """The patterns of the forms, longest first, in groups by their first letter, most of which a text passes over.

    A group has looked at the letter, so that a form without a capital takes any.
    """
    groups: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        groups.setdefault(form[0].lower(), []).append(_pattern(form))
    for first, patterns in groups.items():
        letters = "".join(map(re.escape, sorted({first, first.upper()})))
        yield f"(?=[{letters}])(?:{'|'.join(patterns)})"


def _is_title(quoted: str) -> bool:
    """Whether words in quotation marks are a title: several, of which all but the shortest have a capital."""
    words = re.findall(r"\w{4,}", quoted)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _pattern(form: str) -> str:
    first = form[0]
    either = "." if form == form.lower() and first.isalpha() else re.escape(first)
    return either + r"\s+".join(map(re.escape, form[1:].split(" ")))

"""Where a text uses the terms of the glossary."""

import re
from collections.abc import Iterator, Sequence

from annotated_edition.blocks.term import Term

QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')


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

"""Where a text uses the terms of the glossary, and the links to it, each from the first use of a term."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.blocks.elements import say

Found = list[tuple[int, int, str]]  # where each term begins and ends, and its label
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
# Where a term is not linked: in headings, in other links, in code, in quotations, titles and foreign words.
UNLINKED = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "q", "em", "cite", "blockquote", "time", "dt"}
UNLINKED_CLASSES = {
    "citation",
    "claim__facts",
    "claim__because",
    "claim__at",
    "claim__events",
    "annotation__facts",
    "facts",
    "entry__facts",
}


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


class TermTreeprocessor(Treeprocessor):
    """Links each term where the text first uses it: once on a page, and in the glossary once in each other entry."""

    def __init__(self, md: Markdown, links: "TermLinksExtension") -> None:
        super().__init__(md)
        self.links = links
        self.seen = set(links.seen)

    def run(self, root: ElementTree.Element) -> None:
        self._walk(root, self.seen)

    def _walk(self, element: ElementTree.Element, seen: set[str]) -> None:
        if element.get("class") == "entry":
            seen = {element.attrib["id"].removeprefix("term-")}
        pieces = list(self._pieces(element.text, seen))
        for child in element:
            if child.tag not in UNLINKED and child.get("class") not in UNLINKED_CLASSES:
                self._walk(child, seen)
            pieces += [child, *self._pieces(child.tail, seen)]
        _fill(element, pieces)

    def _pieces(self, text: str | None, seen: set[str]) -> Iterator[str | ElementTree.Element]:
        """The text with each term not yet seen as a link."""
        text = text or ""
        done = 0
        for start, end, label in self.links.find(text):
            if label not in seen:
                seen.add(label)
                yield text[done:start]
                link = ElementTree.Element("a", {"class": "term", "href": f"{self.links.address}#term-{label}"})
                link.text = AtomicString(text[start:end])
                yield link
                done = end
        yield text[done:]


def _fill(element: ElementTree.Element, pieces: Sequence[str | ElementTree.Element]) -> None:
    element[:], element.text = [], ""
    for piece in pieces:
        if isinstance(piece, str):
            say(element, piece)
        else:
            element.append(piece)
            piece.tail = ""


class TermLinksExtension(Extension):
    """`address` is that of the glossary as seen from the page.

    `seen` are the labels of terms that the page has linked already, where the text is only a part of it.
    """

    def __init__(self, find: Callable[[str], Found], address: str = "", seen: Collection[str] = ()) -> None:
        super().__init__()
        self.find = find
        self.address = address
        self.seen = seen

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline (20) and citations (15), when links, code and citations can be told from text.
        md.treeprocessors.register(TermTreeprocessor(md, self), "terms", 14)

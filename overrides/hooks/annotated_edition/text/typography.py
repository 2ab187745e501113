"""Typographic marks for the straight ones that editors type, and labels of passages that keep to their line.

A Python-Markdown extension without any of MkDocs. Python-Markdown's own `smarty` hides each mark behind a placeholder,
so that neither the titles of works nor a term such as People's Republic could be found after it.
"""

import re
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from annotated_edition.interface import gettext, is_english

VERBATIM = {"code", "pre", "kbd", "samp", "script", "style"}
INLINE = {"a", "abbr", "cite", "dfn", "em", "strong", "span", "sub", "sup", "time"}
LABEL = re.compile(r"((?:claims?|annotations?|figures?)) (\d+[a-z]*)", re.IGNORECASE)
ANY_LABEL = re.compile(r"(\S+) (\d+[a-z]*)")  # in other languages, whose words for a claim editors may inflect
# At the beginning of a block or after one of these; an apostrophe before what is left of a year: the '90s.
OPENING = re.compile(r"""(?<![^ \n\t\u00a0(\[{–—\-/“‘])(?:"|'(?!\d))""")


def curly(text: str, before: str = "") -> str:
    """The text with typographic marks; `before` is the character before it, nothing at the beginning of a block."""
    begins, ends = gettext("“%(words)s”", words="\n").split("\n")
    opened = OPENING.sub(lambda mark: begins if mark[0] == '"' else "‘", before + text)
    return opened[len(before) :].translate({ord('"'): ends, ord("'"): "’"})


class TypographyTreeprocessor(Treeprocessor):
    """Walks through the text in its order, since a mark depends on what stands before it, be it in another element."""

    def run(self, root: ElementTree.Element) -> None:
        self.last = ""
        self.label = LABEL if is_english() else ANY_LABEL
        self._walk(root)

    def _walk(self, element: ElementTree.Element) -> None:
        if element.tag not in INLINE:
            self.last = ""
        if element.tag not in VERBATIM:
            element.text = self._set(element.text)
            if element.tag == "a" and (label := self.label.fullmatch(element.text or "")):
                element.text = f"{label[1]}\u00a0{label[2]}"
            for child in element:
                self._walk(child)
                child.tail = self._set(child.tail)
        if element.tag not in INLINE:
            self.last = "."  # after code or a quotation a mark closes

    def _set(self, text: str | None) -> str | None:
        if text:
            text = curly(text, self.last)
            self.last = text[-1]
        return text


class TypographyExtension(Extension):
    """Sets the marks when citations and terms have been found by the straight ones."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After citations (15), terms (14) and passages (12), before the table of contents (5), which copies headings.
        md.treeprocessors.register(TypographyTreeprocessor(md), "typography", 8)

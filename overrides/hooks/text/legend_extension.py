"""The words for verdicts, outcomes and kinds with their mark where a definition list explains them.

A Python-Markdown extension without any of MkDocs. The explanations stay prose of the page.
"""

from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from text.vocabulary import KINDS, OUTCOMES, VERDICTS

MARKS = {
    **{word: ("verdict", name) for name, word in VERDICTS.items()},
    **{word: ("outcome", name) for name, word in OUTCOMES.items()},
    **{word: ("kind", name) for name, word in KINDS.items()},
}


class LegendTreeprocessor(Treeprocessor):
    """Marks a term that is nothing but the word of a verdict, an outcome or a kind as it is beside claims and notes."""

    def run(self, root: ElementTree.Element) -> None:
        for term in root.iter("dt"):
            word = term.text or ""
            if word in MARKS and not len(term):
                name, value = MARKS[word]
                term.text = ""
                ElementTree.SubElement(term, "span", {"class": name, f"data-{name}": value}).text = word


class LegendExtension(Extension):
    """Works with `def_list`, of which it needs the lists."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(LegendTreeprocessor(md), "legend", 10)  # after inline (20), when terms are text


def makeExtension(**options: Any) -> Extension:
    return LegendExtension(**options)

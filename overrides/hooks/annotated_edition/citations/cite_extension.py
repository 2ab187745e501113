"""The "Cite" control of every claim and annotation: a link to the page of its citations, which a script opens in place.

A Python-Markdown extension without any of MkDocs.
"""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown

from annotated_edition.citations.controls import ControlTreeprocessor


class CiteExtension(Extension):
    """`address` gives the address of the citations of the passage with a label, as seen from the passage's page."""

    def __init__(self, address: Callable[[str], str], **options: Any) -> None:
        self.address = address
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # After all that reads links as links between sources, MkDocs' own check (0) among them: this is none.
        md.treeprocessors.register(ControlTreeprocessor(md, self._add), "cite", -10)

    def _add(self, facts: ElementTree.Element, kind: str, label: str) -> None:
        # What is searched for is the text, not the word of a control that stands in every passage.
        attributes = {"class": "cite__open", "href": self.address(label), "data-search-exclude": ""}
        link = ElementTree.SubElement(facts, "a", attributes)
        link.text = "Cite"
        name = ElementTree.SubElement(link, "span", {"class": "visually-hidden"})
        name.text = f" {kind} {label}"

"""The "Suggest" control of every claim and annotation: a link to a form for a correction or a source, filled in.

A Python-Markdown extension without any of MkDocs. It is only used where the repository's address is known.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from markdown import Extension, Markdown

from annotated_edition.citations.controls import ControlTreeprocessor
from annotated_edition.citations.items import Item

FORM = "suggestion.yml"  # in .github/ISSUE_TEMPLATE; the other names in an address are the ids of its fields


def suggestion_addresses(repository: str, passages: Iterable[Item]) -> Callable[[str], str]:
    """A function that gives the address of the filled form by the label of a passage; of none, a form left empty."""
    items = {item.label: item for item in passages}
    form = f"{repository.rstrip('/')}/issues/new?"

    def address(label: str) -> str:
        fields = {"template": FORM}
        if item := items.get(label):
            fields |= {"title": f"Suggestion for {item.name}", "passage": item.name}
            fields |= {"address": item.address, "edition": item.work.version}
        return form + urlencode(fields)

    return address


class SuggestExtension(Extension):
    """`address` gives the address of the form for the passage with a label."""

    def __init__(self, address: Callable[[str], str], **options: Any) -> None:
        self.address = address
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # After "Cite" (-10), and like it after all that reads links as links between sources.
        md.treeprocessors.register(ControlTreeprocessor(md, self._add), "suggest", -11)

    def _add(self, facts: ElementTree.Element, kind: str, label: str) -> None:
        attributes = {"class": "suggest", "href": self.address(label), "data-search-exclude": ""}
        if len(facts):
            facts[-1].tail = f"{(facts[-1].tail or '').rstrip()} "
        link = ElementTree.SubElement(facts, "a", attributes)
        link.text = "Suggest"
        name = ElementTree.SubElement(link, "span", {"class": "visually-hidden"})
        name.text = f" a correction or a source for {kind} {label}"

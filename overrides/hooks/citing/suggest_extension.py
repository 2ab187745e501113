"""The "Suggest" control of every claim and annotation: a link to a form for a correction or a source, filled in.

A Python-Markdown extension without any of MkDocs. It is only used where the repository's address is known.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from citing.items import Item

FORM = "suggestion.yml"  # in .github/ISSUE_TEMPLATE; the other names in an address are the ids of its fields
PASSAGES = ("claim", "annotation")


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


class SuggestTreeprocessor(Treeprocessor):
    """Adds the control to the line of facts of each passage."""

    def __init__(self, md: Markdown, address: Callable[[str], str]) -> None:
        super().__init__(md)
        self.address = address

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            kind = element.get("class", "")
            facts = element.find(f"p[@class='{kind}__facts']") if kind in PASSAGES else None
            if facts is not None:
                label = (element.get("id") or element.get("aria-labelledby") or "").partition("-")[2]
                self._add(facts, f"{kind} {label}", self.address(label))

    def _add(self, facts: ElementTree.Element, name: str, address: str) -> None:
        attributes = {"class": "suggest", "href": address, "data-search-exclude": ""}
        if len(facts):
            facts[-1].tail = f"{(facts[-1].tail or '').rstrip()} "
        link = ElementTree.SubElement(facts, "a", attributes)
        link.text = "Suggest"
        ElementTree.SubElement(link, "span", {"class": "for-ears"}).text = f" a correction or a source for {name}"


class SuggestExtension(Extension):
    """`address` gives the address of the form for the passage with a label."""

    def __init__(self, address: Callable[[str], str], **options: Any) -> None:
        self.address = address
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # After "Cite" (-10), and like it after all that reads links as links between sources.
        md.treeprocessors.register(SuggestTreeprocessor(md, self.address), "suggest", -11)

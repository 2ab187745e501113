"""The controls in the line of facts of every claim and annotation: "Cite", and "Suggest" where the repository is known.

Python-Markdown extensions without any of MkDocs.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar
from urllib.parse import urlencode
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from annotated_edition.citations.items import Item

PASSAGES = ("claim", "annotation")
FORM = "suggestion.yml"  # in .github/ISSUE_TEMPLATE; the other names in an address are the ids of its fields


class ControlTreeprocessor(Treeprocessor):
    """Adds a control to each passage of a page."""

    def __init__(self, md: Markdown, control: "ControlExtension") -> None:
        super().__init__(md)
        self.control = control

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            kind = element.get("class", "")
            facts = element.find(f"p[@class='{kind}__facts']") if kind in PASSAGES else None
            if facts is not None:
                label = (element.get("id") or element.get("aria-labelledby") or "").partition("-")[2]
                self._add(facts, kind, label)

    def _add(self, facts: ElementTree.Element, kind: str, label: str) -> None:
        control = self.control
        if len(facts):
            facts[-1].tail = f"{(facts[-1].tail or '').rstrip()} "
        # What is searched for is the text, not the word of a control that stands in every passage.
        attributes = {"class": control.CLASS, "href": control.address(label), "data-search-exclude": ""}
        link = ElementTree.SubElement(facts, "a", attributes)
        link.text = control.WORD
        ElementTree.SubElement(link, "span", {"class": "visually-hidden"}).text = f" {control.OBJECT}{kind} {label}"


class ControlExtension(Extension):
    """A control; `address` gives where it leads, by the label of the passage and as seen from the passage's page."""

    CLASS: ClassVar[str]
    WORD: ClassVar[str]
    OBJECT: ClassVar[str] = ""  # said to screen readers between the word and the passage
    PRIORITY: ClassVar[int]  # after all that reads links as links between sources, MkDocs' own check (0) among them

    def __init__(self, address: Callable[[str], str]) -> None:
        super().__init__()
        self.address = address

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(ControlTreeprocessor(md, self), self.CLASS, self.PRIORITY)


class CiteExtension(ControlExtension):
    """A link to the page of the passage's citations, which a script opens in place."""

    CLASS, WORD, PRIORITY = "cite__open", "Cite", -10


class SuggestExtension(ControlExtension):
    """A link to a form for a correction or a source, filled in."""

    CLASS, WORD, OBJECT, PRIORITY = "suggest", "Suggest", "a correction or a source for ", -11


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

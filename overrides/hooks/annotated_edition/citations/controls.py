"""Adds a control to the line of facts of every claim and annotation; what the control is, its own module says."""

from collections.abc import Callable
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

PASSAGES = ("claim", "annotation")
Add = Callable[[ElementTree.Element, str, str], None]  # to the facts, with the kind and the label of the passage


class ControlTreeprocessor(Treeprocessor):
    """Calls `add` for each passage of a page."""

    def __init__(self, md: Markdown, add: Add) -> None:
        super().__init__(md)
        self.add = add

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            kind = element.get("class", "")
            facts = element.find(f"p[@class='{kind}__facts']") if kind in PASSAGES else None
            if facts is not None:
                label = (element.get("id") or element.get("aria-labelledby") or "").partition("-")[2]
                self.add(facts, kind, label)

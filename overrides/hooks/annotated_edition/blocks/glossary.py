"""The order of the glossary, in which its entries stand wherever an editor has added them."""

from itertools import groupby
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor


class GlossaryTreeprocessor(Treeprocessor):
    """Puts the entries in the order of the alphabet, each letter under a heading."""

    def run(self, root: ElementTree.Element) -> None:
        entries = [child for child in root if child.get("class") == "entry"]
        for entry in entries:
            root.remove(entry)
        for letter, group in groupby(sorted(entries, key=_name), key=lambda entry: _name(entry)[:1].upper()):
            ElementTree.SubElement(root, "h2", {"id": f"letter-{letter.lower()}"}).text = letter
            ElementTree.SubElement(root, "dl", {"class": "glossary"}).extend(group)


def _name(entry: ElementTree.Element) -> str:
    return (entry.findtext("dt/dfn") or "").casefold()

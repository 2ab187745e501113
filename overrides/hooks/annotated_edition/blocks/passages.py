"""A claim with its annotations: which belong together, and the element in which they stand side by side."""

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor


def claim_of(label: str) -> str:
    """The label of the claim that a label belongs to: 8 for 8 and for 8a."""
    return label.rstrip("abcdefghijklmnopqrstuvwxyz")


class PassageTreeprocessor(Treeprocessor):
    """Puts each claim and its annotations into one element."""

    def run(self, root: ElementTree.Element) -> None:
        passage = notes = None
        for child in list(root):
            if child.get("class") == "claim":
                passage = ElementTree.Element("div", {"class": "passage"})
                notes = None
                root.insert(list(root).index(child), passage)
                root.remove(child)
                passage.append(child)
            elif _is_note(child) and passage is not None:
                if notes is None:
                    # Narrow screens can fold it (switches.css).
                    notes = ElementTree.SubElement(passage, "details", {"class": "annotations", "open": "open"})
                    ElementTree.SubElement(notes, "summary", {"data-search-exclude": ""}).text = "Annotations"
                root.remove(child)
                notes.append(child)
            else:
                passage = None


def _is_note(element: ElementTree.Element) -> bool:
    """Whether this is an annotation, or what remains where one stood."""
    return element.tag == "aside" and element.get("id", "").startswith("annotation-")

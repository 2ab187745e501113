"""Links from a text to the glossary: the first use of each term, outside whatever must stay as it is."""

from collections.abc import Callable, Collection, Iterator, Sequence
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.blocks.block import say
from annotated_edition.blocks.finder import Found

Find = Callable[[str], Found]  # as a finder does
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

    def __init__(self, find: Find, address: str = "", seen: Collection[str] = ()) -> None:
        super().__init__()
        self.find = find
        self.address = address
        self.seen = seen

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline (20) and citations (15), when links, code and citations can be told from text.
        md.treeprocessors.register(TermTreeprocessor(md, self), "terms", 14)

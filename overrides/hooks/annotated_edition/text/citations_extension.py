"""Citations in Markdown: `[@key, p. 3]` becomes its formatted text, with one link for each key.

A Python-Markdown extension without any of MkDocs. As an inline processor it leaves code alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.text.citations import BRACKET, keys_of

LabelOf = Callable[[str], str]

MARKED = "data-reference"  # the key that a link cites, until its id is known


def use_id(key: str, label: str, count: int) -> str:
    """The id of the link that cites `key` for the count-th time in the passage `label`, which is empty outside one."""
    return "-".join(["use", key, *([label] if label else []), *([str(count)] if count > 1 else [])])


class CitationProcessor(InlineProcessor):
    """Replaces a bracket by its formatted text, or by its keys where there is none for a mistake named elsewhere."""

    def __init__(self, md: Markdown, formatted: Mapping[str, str]) -> None:
        super().__init__(BRACKET.pattern, md)
        self.formatted = formatted

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        keys = keys_of(match[1])
        if keys is None:
            return None, None, None
        known = self.formatted.get(match[1])
        citation = _unformatted(keys) if known is None else ElementTree.fromstring(f"<span>{known}</span>")
        citation.set("class", "citation")
        for element in citation.iter():
            if element.tag == "a":
                key = element.attrib["href"].removeprefix("#ref-")
                element.attrib = {"href": f"#reference-{key}", "role": "doc-biblioref", MARKED: key}
            # The style has set the text; Markdown must not read its marks again.
            element.text = AtomicString(element.text or "")
            element.tail = AtomicString(element.tail) if element.tail else None
        return citation, match.start(0), match.end(0)


def _unformatted(keys: tuple[str, ...]) -> ElementTree.Element:
    span = ElementTree.Element("span")
    span.text = "("
    for key in keys:
        link = ElementTree.SubElement(span, "a", {"href": f"#ref-{key}"})
        link.text, link.tail = key, "; "
    link.tail = ")"
    return span


class UseTreeprocessor(Treeprocessor):
    """Gives each link of a citation the id that its reference links back to."""

    label = ""  # of the passage that the whole text is, where it does not stand on a page

    def __init__(self, md: Markdown, label_of: LabelOf) -> None:
        super().__init__(md)
        self.label_of = label_of

    def run(self, root: ElementTree.Element) -> None:
        self.uses: Counter[tuple[str, str]] = Counter()
        self._walk(root, self.label)

    def _walk(self, element: ElementTree.Element, label: str) -> None:
        label = self.label_of(element.get("id") or element.get("aria-labelledby") or "") or label
        if key := element.attrib.pop(MARKED, None):
            self.uses[key, label] += 1
            element.set("id", use_id(key, label, self.uses[key, label]))
        for child in element:
            self._walk(child, label)


class CitationsExtension(Extension):
    """`formatted` maps the inside of a bracket to what a CSL style made of it, as XML.

    `label_of` gives the label by which citations are counted in the element with an id, or nothing for other ids.
    """

    def __init__(self, formatted: Mapping[str, str], label_of: LabelOf = lambda anchor: "") -> None:
        super().__init__()
        self.formatted = formatted
        self.label_of = label_of

    def extendMarkdown(self, md: Markdown) -> None:
        # Before links (160), which would take the bracket, and after code spans (190) and escapes (180).
        md.inlinePatterns.register(CitationProcessor(md, self.formatted), "citation", 175)
        # After inline (20), when the links are there.
        md.treeprocessors.register(UseTreeprocessor(md, self.label_of), "uses", 15)

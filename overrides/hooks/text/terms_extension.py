"""Terms in Markdown: `/// term | btg` becomes an entry of the glossary, and the first use on a page a link to it.

A Python-Markdown extension without any of MkDocs.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_string, type_string_in

from text.term_links import TermTreeprocessor
from text.terms import KINDS, Finder

Link = tuple[str, str]  # its text and its address


class TermBlock(Block):
    """An entry: the name and kind, and in its body the definition, other forms and the places that use it."""

    NAME = "term"
    ARGUMENT = True
    OPTIONS = {  # noqa: RUF012 - pymdownx declares it as no class variable
        "name": ("", type_string),
        "kind": ("", type_string_in(KINDS, insensitive=False)),
        "variants": ("", type_string),
        "unused": ("", type_string),
    }

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Without a name or a kind it is no entry and stays the text it is written as."""
        return bool(self.options["name"] and self.options["kind"])

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        kind = self.options["kind"]
        entry = ElementTree.SubElement(parent, "div", {"class": "entry", "id": f"term-{self.argument}"})
        head = ElementTree.SubElement(entry, "dt")
        name = ElementTree.SubElement(head, "dfn")
        name.text, name.tail = self.options["name"], " "
        ElementTree.SubElement(head, "span", {"class": "entry__kind"}).text = KINDS[kind]
        ElementTree.SubElement(entry, "dd")
        return entry

    def on_markdown(self) -> str:
        """Paragraphs, though a dd may hold bare text."""
        return "block"

    def on_add(self, block: ElementTree.Element) -> ElementTree.Element:
        body = block.find("dd")
        return block if body is None else body

    def on_end(self, block: ElementTree.Element) -> None:
        body = self.on_add(block)
        uses = self.config["uses"].get(self.argument, ())
        if variants := self.options["variants"]:
            _facts(body, f"Also: {variants}")
        if uses:
            _uses(_facts(body, "Used"), uses)
        elif self.options["unused"]:
            _facts(body, f"Not used in the text: {self.options['unused']}")


def _facts(parent: ElementTree.Element, text: str) -> ElementTree.Element:
    facts = ElementTree.SubElement(parent, "p", {"class": "entry__facts"})
    facts.text = AtomicString(text)
    return facts


def _uses(facts: ElementTree.Element, uses: Sequence[Link]) -> None:
    """In claims 1, 2; on Timeline: claims by their numbers, then pages by their titles."""
    claims = [use for use in uses if use[0].isdigit()]
    pages = [use for use in uses if not use[0].isdigit()]
    pages_after = "; on " if claims else " on "
    for links, before in ((claims, " in claims " if len(claims) > 1 else " in claim "), (pages, pages_after)):
        for number, (text, address) in enumerate(links):
            _say(facts, ", " if number else before)
            ElementTree.SubElement(facts, "a", {"href": address}).text = AtomicString(text)


def _say(element: ElementTree.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


class GlossaryTreeprocessor(Treeprocessor):
    """Puts the entries in the order of the alphabet, each letter under a heading, wherever an editor has added them."""

    def run(self, root: ElementTree.Element) -> None:
        entries = [child for child in root if child.get("class") == "entry"]
        for entry in entries:
            root.remove(entry)
        for letter, group in groupby(sorted(entries, key=_name), key=lambda entry: _name(entry)[:1].upper()):
            ElementTree.SubElement(root, "h2", {"id": f"letter-{letter.lower()}"}).text = letter
            ElementTree.SubElement(root, "dl", {"class": "glossary"}).extend(group)


def _name(entry: ElementTree.Element) -> str:
    return (entry.findtext("dt/dfn") or "").casefold()


class TermsExtension(BlocksExtension):
    """`uses` are the links of each term to where it is used; `address` is that of the glossary as seen from the page.

    `seen` are the labels of terms that the page has linked already, where the text is only a part of it.
    """

    def __init__(
        self,
        finder: Finder,
        uses: Mapping[str, Sequence[Link]] | None = None,
        address: str = "",
        seen: Collection[str] = (),
        **options: Any,
    ) -> None:
        self.finder = finder
        self.address = address
        self.seen = seen
        self.config = {"uses": [uses or {}, "links to the uses of each term, by its label"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(TermBlock, self.getConfigs())
        # After inline (20) and citations (15), when links, code and citations can be told from text.
        md.treeprocessors.register(TermTreeprocessor(md, self.finder, self.address, self.seen), "terms", 14)
        md.treeprocessors.register(GlossaryTreeprocessor(md), "glossary", 11)


def makeExtension(**options: Any) -> Extension:
    return TermsExtension(Finder(()), **options)

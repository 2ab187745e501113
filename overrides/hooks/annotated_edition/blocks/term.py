"""A term: a word, person, body or place with its definition, which the text links to and the search knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.blocks.block import LabelledBlock, say
from annotated_edition.blocks.checks import SLUG, Option, Options, names, one_of, plain, text
from annotated_edition.blocks.declaration import Label, Labelled, SearchEntry, listed

Link = tuple[str, str]  # its text and its address


@dataclass(frozen=True)
class Term(Labelled):
    """An entry of the glossary."""

    KIND = "term"

    name: str  # as it is sorted: Putin, Vladimir
    kind: str
    variants: tuple[str, ...]  # other spellings, forms and synonyms, for links and for the search
    unused: str  # why it is listed although no text uses it

    @property
    def title(self) -> str:
        """The name as it is said: Vladimir Putin."""
        last, comma, first = self.name.partition(", ")
        return f"{first} {last}" if comma else self.name

    @property
    def spoken(self) -> str:
        return f"glossary, {self.title}"

    @property
    def forms(self) -> tuple[str, ...]:
        """All the ways to write it."""
        return (self.title, *self.variants)

    @property
    def search_entry(self) -> SearchEntry:
        return SearchEntry(self.KIND, self.title, also=self.variants)


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


class TermBlock(LabelledBlock):
    """An entry: the name and kind, and in its body the definition, other forms and the places that use it.

    What is known are the links to those places.
    """

    NAME = Term.KIND
    DATA = Term
    LABEL = Label(SLUG, "of small letters, digits and hyphens", "balance-of-power", "such a label")
    DECLARED: ClassVar[Options] = {
        "name": Option(plain),
        "kind": Option(one_of(lambda vocabulary: vocabulary.term_kinds)),
        "variants": Option(names, required=False, read=listed),
        "unused": Option(text, required=False),
    }
    EMPTY = ("has no definition", "write it between the options and the closing ///")

    @classmethod
    def extend(cls, md: Markdown) -> None:
        # After the links to terms (14), which go by the order of the source.
        md.treeprocessors.register(GlossaryTreeprocessor(md), "glossary", 11)

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        entry = ElementTree.SubElement(parent, "div", {"class": "entry", "id": f"term-{self.argument}"})
        head = ElementTree.SubElement(entry, "dt")
        name = ElementTree.SubElement(head, "dfn")
        name.text, name.tail = self.options["name"], " "
        word = self.config["vocabulary"].term_kinds[self.options["kind"]]
        ElementTree.SubElement(head, "span", {"class": "entry__kind"}).text = word
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
        if variants := self.options["variants"]:
            _facts(body, f"Also: {variants}")
        if uses := self.known:
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
        for number, (said, address) in enumerate(links):
            say(facts, ", " if number else before)
            ElementTree.SubElement(facts, "a", {"href": address}).text = AtomicString(said)

"""A term: a word, person, body or place with its definition, which the text links to and the search knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.blocks.block import LabelledBlock
from annotated_edition.blocks.checks import SLUG, Option, Options, names, one_of, plain, text
from annotated_edition.blocks.declaration import Label, Labelled, SearchEntry, listed
from annotated_edition.blocks.elements import fill, made
from annotated_edition.interface import gettext, ngettext

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
        return gettext("glossary, %(term)s", term=self.title)

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
            _facts(body, gettext("Also: %(forms)s", forms=variants))
        if uses := self.known:
            _uses(_facts(body, ""), uses)
        elif self.options["unused"]:
            _facts(body, gettext("Not used in the text: %(reason)s", reason=self.options["unused"]))


def _facts(parent: ElementTree.Element, text: str) -> ElementTree.Element:
    facts = ElementTree.SubElement(parent, "p", {"class": "entry__facts"})
    facts.text = AtomicString(text)
    return facts


def _uses(facts: ElementTree.Element, uses: Sequence[Link]) -> None:
    """Used in claims 1, 2; on Timeline: claims by their numbers, then pages by their titles."""
    claims = [made("a", AtomicString(said), href=address) for said, address in uses if said.isdigit()]
    pages = [made("a", AtomicString(said), href=address) for said, address in uses if not said.isdigit()]
    places, count = {"claims": "{claims}", "pages": "{pages}"}, len(claims)
    if not claims:
        text = gettext("Used on %(pages)s", **places)
    elif pages:
        text = ngettext(
            "Used in claim %(claims)s; on %(pages)s", "Used in claims %(claims)s; on %(pages)s", count, **places
        )
    else:
        text = ngettext("Used in claim %(claims)s", "Used in claims %(claims)s", count, **places)
    fill(facts, text, claims=claims, pages=pages)

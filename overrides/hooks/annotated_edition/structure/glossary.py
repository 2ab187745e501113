"""The glossary: all terms, and every place in the edition that uses them, found in the text itself."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from annotated_edition.blocks.claim import claim_of
from annotated_edition.blocks.term import Term
from annotated_edition.blocks.term_links import finder
from annotated_edition.structure.pages import Page
from annotated_edition.text.citations import BRACKET
from annotated_edition.text.code import without_code
from annotated_edition.text.problems import Problem

# What is not the edition's running text: headings, links, emphasis (titles of works, foreign words), addresses.
NOT_TEXT = re.compile(r"^#.*$|!?\[[^\]\n]*\]\([^)\n]*\)|(?<!\w)([*_])(?=\S)[^*_\n]+\1(?!\w)|<[^>\n]*>", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """A place that uses a term: a claim or its first annotation that does, or a page outside its claims."""

    name: str  # the number of the claim, or the title of the page
    page: str
    anchor: str  # after the path of the page, as in #claim-8, or nothing


@lru_cache(1024)
def link_from(page: str, target: str) -> str:
    """The path of one page from another, as a link in Markdown has it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


class Glossary:
    """All terms in the order of the alphabet, with their uses on the pages given; `home` is the glossary's own."""

    def __init__(self, pages: Iterable[Page], home: str = "") -> None:
        self.pages = list(pages)
        self.home = home
        self.terms: Sequence[Term] = sorted(
            (term for page in self.pages for term in page.terms), key=lambda term: term.name.casefold()
        )
        self.finder = finder(tuple((form, term.label) for term in self.terms for form in term.forms))

    @cached_property
    def uses(self) -> dict[str, list[Place]]:
        """Every place that uses a term, by its label; not in the glossary itself."""
        uses: dict[str, list[Place]] = defaultdict(list)
        for page in self.pages if self.terms else ():
            if page.name != self.home:
                for label, place in self._on_page(page):
                    uses[label].append(place)
        return uses

    def labels_in(self, text: str) -> set[str]:
        """The labels of the terms that some Markdown uses, outside of what is not running text."""
        return {label for _, _, label in self.finder.find(BRACKET.sub("", NOT_TEXT.sub("", text)))}

    def _on_page(self, page: Page) -> Iterator[tuple[str, Place]]:
        """The label of each term that a page uses, and where: in each claim once, or on the page outside its claims."""
        seen: set[tuple[str, str]] = set()
        on_page: set[str] = set()
        for claim, anchor, text in _texts(page):
            labels = self.labels_in(text)
            for label in sorted(labels):
                # A page's own text, which comes last, counts where none of its claims uses the term.
                if (label, claim) not in seen and (claim or label not in on_page):
                    yield label, Place(claim or page.title, page.name, f"#{anchor}" if anchor else "")
            seen |= {(label, claim) for label in labels}
            on_page |= labels

    @property
    def links(self) -> dict[str, list[tuple[str, str]]]:
        """The number or the title, and the address from the glossary, of every use, by the label of the term."""
        return {
            label: [(place.name, link_from(self.home, place.page) + place.anchor) for place in places]
            for label, places in self.uses.items()
        }

    def problems(self) -> Iterator[Problem]:
        """Name a term outside the glossary, a form that two share, one without a use, and a reason given for none."""
        owners: dict[str, Term] = {}
        shared = Counter(form for term in self.terms for form in {form.casefold() for form in term.forms})
        for term in self.terms:
            if term.page != self.home:
                remedy = f"move it to {self.home}" if self.home else "delete it: no page has the role of the glossary"
                yield term.problem("stands outside the glossary", remedy)
                continue
            own = set[str]()
            for form in term.forms:
                owner = owners.setdefault(form.casefold(), term)
                if owner != term or form.casefold() in own:
                    other = f"is a form of term {owner.label} too" if owner != term else "is given twice"
                    yield term.problem(f"“{form}” {other}", "keep it in one place")
                own.add(form.casefold())
            uses, shares = self.uses[term.label], any(shared[form] > 1 for form in own)
            if not uses and not term.unused and not shares:
                remedy = "say under unused: why it is listed, or, if no edition has had it, delete it"
                yield term.problem("is used nowhere", remedy)
            if uses and term.unused:
                yield term.problem(f"has unused, but {uses[0].page} uses it", "delete unused")


def _texts(page: Page) -> Iterator[tuple[str, str, str]]:
    """Each passage with its claim and anchor, then each event and figure, then what is left of the page."""
    for passage in page.passages:
        yield claim_of(passage.label), passage.anchor, without_code(passage.body)
    for event in page.events:
        yield "", event.anchor, event.body
    for figure in page.figures:
        yield "", figure.anchor, without_code(figure.body)
    inside = {line for passage in (*page.passages, *page.figures) for line in passage.lines}
    yield "", "", "\n".join(line for number, line in enumerate(page.text.split("\n"), start=1) if number not in inside)

"""The short address of every claim and annotation, c/8/, and the page of its citations, c/8/cite/."""

from collections.abc import Callable, Iterator
from typing import Protocol

from annotated_edition.citations.formats import bibtex
from annotated_edition.citations.harvest import passage_head
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import open_graph


class Render(Protocol):
    """Fills a template that stands so many folders below the site's address."""

    def __call__(self, template: str, depth: int, **facts: object) -> str: ...


def citation_page_files(item: Item, render: Render) -> Iterator[tuple[str, str]]:
    """Both pages of a claim, an annotation or a figure, as pairs of a path below the site's address and a text."""
    yield f"{item.short}index.html", short_page(item, item.short, render)
    facts = {"item": item, "head": passage_head(item), "bibtex": bibtex([item.csl])}
    yield f"{item.citation_page}index.html", render("cite-passage.html", 3, **facts)


def short_page(item: Item, path: str, render: Render) -> str:
    """A page at a short address, which redirects to the item, and is known by its card where it is shared.

    Without a type, by which a reference manager would take it for a work.
    """
    told = open_graph(item, item.note, item.work.address and item.work.address + path)
    properties = [(name, content) for name, content in told if name != "og:type"] if item.work.address else []
    return render("short.html", 2, item=item, properties=properties)


def citation_page_addresses(work: Item, index: str = "") -> Callable[[str], str]:
    """A function that gives the address of such a page by its label, relative to the page on which the passage stands.

    `index` is the name of the file to add where directories are not served by their own address. A label that stands
    nowhere is a mistake named elsewhere; it leads to the page itself.
    """
    addresses = {
        item.label: "../" * item.url.partition("#")[0].count("/") + item.citation_page + index for item in work.passages
    }
    return lambda label: addresses.get(label, "")

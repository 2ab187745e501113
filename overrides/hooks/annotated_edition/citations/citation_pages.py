"""The pages of citations: c/8/cite/ of a claim or an annotation, below its short address c/8/, and r/KEY/ of a source.

Files are pairs of a path below the site's address and a text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from annotated_edition.citations.exports import Citations
from annotated_edition.citations.formats import bibtex, csl_json, ris
from annotated_edition.citations.harvest import passage_head
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import open_graph
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.works import entry_texts


class Render(Protocol):
    """Fills a template that stands so many folders below the site's address."""

    def __call__(self, template: str, depth: int, **facts: object) -> str: ...


def citation_page_files(item: Item, render: Render) -> Iterator[tuple[str, str]]:
    """Both pages of a claim, an annotation or a figure."""
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


@dataclass(frozen=True)
class Source:
    """A work of references.bib as templates cite it; its names are those of an item."""

    key: str

    def file(self, ending: str) -> str:
        """The path below the site's address of the file to import: bib, ris or csl.json."""
        return f"r/{self.key}/cite.{ending}"


def source_facts(edition: Edition, citations: Citations, coins: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What the files of each source are made of, in terms of JSON, by its key."""
    texts = entry_texts(edition.registry.text)
    shown = ("name", "language", "url", "read", "archived", "is_archived")
    return {
        key: {
            "reference": {name: getattr(reference, name) for name in shown},
            "coins": coins[key],
            "bibtex": texts[key],
            "strings": {key: citations.sources[key]},
            "csl": citations.works[key],
        }
        for key, reference in edition.references.items()
    }


def source_files(key: str, facts: Mapping[str, Any], render: Render) -> Iterator[tuple[str, str]]:
    """The page of a source, and its files to import."""
    source = Source(key)
    yield f"r/{key}/index.html", render("cite-source.html", 2, source=source, **facts)
    yield source.file("bib"), facts["bibtex"]
    yield source.file("ris"), ris([facts["csl"]])
    yield source.file("csl.json"), csl_json([facts["csl"]])

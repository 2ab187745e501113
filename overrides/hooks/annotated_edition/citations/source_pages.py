"""What each source offers to whoever cites it: a page of its citations, r/KEY/, and files to import.

And the sources of the work's pages and passages, as one file each.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotated_edition.blocks.claim import claim_of
from annotated_edition.citations.citation_pages import Render
from annotated_edition.citations.formats import CSL, csl_json, ris
from annotated_edition.citations.formatting import Strings
from annotated_edition.citations.items import Item
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.works import entry_texts


@dataclass(frozen=True)
class Source:
    """A work of references.bib as templates cite it; its names are those of an item."""

    key: str

    @property
    def page(self) -> str:
        """The page of its citations, below the site's address."""
        return f"r/{self.key}/"

    def file(self, ending: str) -> str:
        """The path below the site's address of the file to import: bib, ris or csl.json."""
        return f"{self.page}cite.{ending}"


def source_facts(
    edition: Edition, works: Mapping[str, CSL], strings: Strings, coins: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """What the files of each source are made of, in terms of JSON, by its key."""
    texts = entry_texts(edition.registry.text)
    shown = ("name", "language", "url", "read", "archived", "is_archived")
    return {
        key: {
            "reference": {name: getattr(reference, name) for name in shown},
            "coins": coins[key],
            "bibtex": texts[key],
            "strings": {key: strings[key]},
            "csl": works[key],
        }
        for key, reference in edition.references.items()
    }


def source_files(key: str, facts: Mapping[str, Any], render: Render) -> Iterator[tuple[str, str]]:
    """The page of a source and its files, as pairs of a path below the site's address and a text."""
    source = Source(key)
    yield f"{source.page}index.html", render("cite-source.html", 2, source=source, **facts)
    yield source.file("bib"), facts["bibtex"]
    yield source.file("ris"), ris([facts["csl"]])
    yield source.file("csl.json"), csl_json([facts["csl"]])


def listed_sources(edition: Edition, work: Item) -> list[tuple[str, str, list[str]]]:
    """Of each page, claim, annotation and figure that cites any: the paths of two files, BibTeX and RIS, and the keys.

    The keys are in the order of the list of references.
    """
    cited, places = keys_by_label(edition), {key: place for place, key in enumerate(edition.references)}
    found = []
    for item in work.all:
        keys = edition.pages[item.label].keys if item.level == "page" else cited[item.label]
        if listed := sorted(places.keys() & set(keys), key=places.__getitem__):
            found.append((item.sources_file("bib"), item.sources_file("ris"), listed))
    return found


def listed_files(
    listed: Iterable[tuple[str, str, list[str]]], bibliography: str, works: Mapping[str, CSL]
) -> Iterator[tuple[str, str]]:
    """These files, as pairs of a path below the site's address and a text."""
    texts = entry_texts(bibliography)
    for bib, refer, keys in listed:
        yield bib, "\n".join(texts[key] for key in keys)
        yield refer, ris(works[key] for key in keys)


def keys_by_label(edition: Edition) -> defaultdict[str, dict[str, None]]:
    """What is cited, in order, by label: in an annotation or a figure, and in a claim with its annotations."""
    cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, uses in edition.uses.items():
        for use in (use for use in uses if use.label):
            cited[use.label][key] = cited[claim_of(use.label)][key] = None
    return cited

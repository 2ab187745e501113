"""Every file that the edition offers for import, as pairs of a path below the site's address and its text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_edition.citations.formats import CSL, bibtex, csl_json, ris
from annotated_edition.citations.formatting import Strings, Variants, formatted
from annotated_edition.citations.items import Item
from annotated_edition.citations.ledger import claims_csv, claims_json
from annotated_edition.citations.styles import completed, item_variants, source_variants
from annotated_edition.files.kept import Kept
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.references import Registry

WRITERS = {"bib": bibtex, "ris": ris, "csl.json": csl_json}


def item_files(work: Item) -> Iterator[tuple[str, str]]:
    """The files of the work, of each page with all its claims and annotations, and of each of these by itself."""
    for item in work.all:
        contents = [content.csl for content in _contents(item)]
        for ending, write in WRITERS.items():
            yield item.file(ending), write(contents)


def _contents(item: Item) -> Sequence[Item]:
    """Of the work the pages alone, so that a library that imports it is not flooded."""
    return (item, *(part for part in item.parts if part.level == "page")) if item.level == "work" else tuple(item.all)


def ledger_files(edition: Edition, work: Item) -> Iterator[tuple[str, str]]:
    """The ledger of claims, whose schema is a file of the theme's and published with it."""
    yield "claims.csv", claims_csv(edition, work)
    yield "claims.json", claims_json(edition, work)


@dataclass(frozen=True)
class Citations:
    """What is formatted in all styles, by keys: the items of the edition, and its sources, `works` in CSL-JSON."""

    strings: Strings
    sources: Strings
    works: Mapping[str, CSL]


NO_CITATIONS = Citations({}, {}, {})


def all_citations(kept: Kept, edition: Edition, work: Item) -> Citations:
    """All that is formatted to be cited.

    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    works = {key: _known(work) for key, work in edition.works.items()}
    groups: dict[str, dict[str, Variants]] = {
        "items": {item.key: item_variants(item) for item in work.all},
        "sources": {key: source_variants(work) for key, work in works.items()},
    }
    made = formatted(kept, groups)
    return Citations(_completed(work.all, made["items"]), made["sources"], works)


def page_strings(kept: Kept, work: Item) -> Strings:
    """The citations of the work and of its pages alone, which pages show. Raises what `all_citations` raises."""
    items = [work, *(part for part in work.parts if part.level == "page")]
    made = formatted(kept, {"items": {item.key: item_variants(item) for item in items}})
    return _completed(items, made["items"])


def _completed(items: Iterable[Item], strings: Strings) -> Strings:
    return {item.key: {style: completed(item, string) for style, string in strings[item.key].items()} for item in items}


def reference_files(registry: Registry, works: Mapping[str, CSL]) -> Iterator[tuple[str, str]]:
    """All sources: references.bib as it is, and the same as RIS and CSL-JSON."""
    yield "references.bib", registry.text
    yield "references.ris", ris(works.values())
    yield "references.csl.json", csl_json(works.values())


def _known(reference: CSL) -> CSL:
    """What BibTeX calls misc has no type in pandoc's CSL-JSON; nearly all of it are pages of a site."""
    if reference.get("type"):
        return reference
    page = {name: value for name, value in reference.items() if name != "publisher"} | {"type": "webpage"}
    return page | ({"container-title": reference["publisher"]} if "publisher" in reference else {})

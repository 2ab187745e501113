"""What can be cited, formatted in all styles, and as files to import: those of the edition and of its sources.

Files are pairs of a path below the site's address and a text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotated_edition.blocks.claim import claim_of
from annotated_edition.citations.formats import bibtex, csl_json, ris
from annotated_edition.citations.formatting import Strings, formatted
from annotated_edition.citations.items import Item
from annotated_edition.citations.styles import completed, item_variants, source_variants
from annotated_edition.files.kept import Kept
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.references import Registry
from annotated_edition.structure.sources import Csl
from annotated_edition.structure.works import entry_texts

WRITERS = {"bib": bibtex, "ris": ris, "csl.json": csl_json}


@dataclass(frozen=True)
class Citations:
    """What is formatted in all styles, by keys: the items of the edition, and its sources, `works` in CSL-JSON."""

    strings: Strings
    sources: Strings
    works: Mapping[str, Csl]


NO_CITATIONS = Citations({}, {}, {})


def all_citations(kept: Kept, edition: Edition, work: Item) -> Citations:
    """All that is formatted to be cited.

    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    works = {key: _known(work) for key, work in edition.works.items()}
    items = {item.key: item_variants(item) for item in work.all}
    made = formatted(kept, {"items": items, "sources": {key: source_variants(each) for key, each in works.items()}})
    return Citations(_completed(work.all, made["items"]), made["sources"], works)


def page_strings(kept: Kept, work: Item) -> Strings:
    """The citations of the work and of its pages alone, which pages show. Raises what `all_citations` raises."""
    items = [work, *work.pages]
    made = formatted(kept, {"items": {item.key: item_variants(item) for item in items}})
    return _completed(items, made["items"])


def _completed(items: Iterable[Item], strings: Strings) -> Strings:
    return {item.key: {style: completed(item, string) for style, string in strings[item.key].items()} for item in items}


def _known(reference: Csl) -> Csl:
    """What BibTeX calls misc has no type in pandoc's CSL-JSON; nearly all of it are pages of a site."""
    if reference.get("type"):
        return reference
    page = {name: value for name, value in reference.items() if name != "publisher"} | {"type": "webpage"}
    return page | ({"container-title": reference["publisher"]} if "publisher" in reference else {})


def item_files(work: Item) -> Iterator[tuple[str, str]]:
    """The files of the work, of each page with all its claims and annotations, and of each of these by itself."""
    for item in work.all:
        # Of the work the pages alone, so that a library that imports it is not flooded.
        contents = [part.csl for part in ((item, *item.pages) if item.level == "work" else item.all)]
        for ending, write in WRITERS.items():
            yield item.file(ending), write(contents)


def reference_files(registry: Registry, works: Mapping[str, Csl]) -> Iterator[tuple[str, str]]:
    """All sources: references.bib as it is, and the same as RIS and CSL-JSON."""
    yield "references.bib", registry.text
    yield "references.ris", ris(works.values())
    yield "references.csl.json", csl_json(works.values())


def listed_sources(edition: Edition, work: Item) -> dict[str, list[str]]:
    """What each page, claim, annotation and figure cites, in the order of the list of references.

    By the path of the file of its sources, without the ending.
    """
    cited, places = keys_by_label(edition), {key: place for place, key in enumerate(edition.references)}
    found = {}
    for item in work.all:
        keys = edition.pages[item.label].keys if item.level == "page" else cited[item.label]
        if listed := sorted(places.keys() & set(keys), key=places.__getitem__):
            found[item.sources_file("")] = listed
    return found


def listed_files(
    listed: Mapping[str, Iterable[str]], bibliography: str, works: Mapping[str, Csl]
) -> Iterator[tuple[str, str]]:
    """The files of these sources, as BibTeX and RIS."""
    texts = entry_texts(bibliography)
    for path, keys in listed.items():
        yield f"{path}bib", "\n".join(texts[key] for key in keys)
        yield f"{path}ris", ris(works[key] for key in keys)


def keys_by_label(edition: Edition) -> defaultdict[str, dict[str, None]]:
    """What is cited, in order, by label: in an annotation or a figure, and in a claim with its annotations."""
    cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, uses in edition.uses.items():
        for use in (use for use in uses if use.label):
            cited[use.label][key] = cited[claim_of(use.label)][key] = None
    return cited

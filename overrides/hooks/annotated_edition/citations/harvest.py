"""All that a page tells machines: what stands in its head, and the files of data beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotated_edition.citations.catalogue import item_of
from annotated_edition.citations.coins import coins
from annotated_edition.citations.items import Item
from annotated_edition.citations.linked_data import graph, script_json, shortened
from annotated_edition.citations.metadata import Node, Pairs, Subject, names, open_graph, unread_tags
from annotated_edition.citations.signposts import Link, linkset, passage_links, signposts
from annotated_edition.citations.webannotation import annotations, collection
from annotated_edition.interface import gettext
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.sources import Csl, Extent, sources_of


@dataclass(frozen=True)
class Head:
    """What partials/metadata.html writes."""

    names: Pairs
    properties: Pairs
    links: list[Link]
    data: str  # JSON-LD; nothing without a public address


@dataclass(frozen=True)
class Harvest:
    """The heads by the name of the page, the COinS by the key of the work, and what is known of each page."""

    work: Item
    coins: dict[str, str]
    heads: dict[str, Head] = field(default_factory=dict)
    pages: list[tuple[Subject, Node]] = field(default_factory=list)
    more: list[Link] = field(default_factory=list)  # of the work, to what it is offered as besides its pages

    def files(self) -> Iterator[tuple[str, str]]:
        """The files of data, as pairs of a path in the site and a text.

        What can only be written with absolute addresses is left out of a build without a public one.
        """
        if not self.work.work.address:
            return
        noted: list[Node] = []
        for about, data in self.pages:
            notes = annotations(about)
            links = linkset(about.item, self.more if about.item is self.work else ())
            yield f"{about.item.folder}linkset.json", _json(links)
            yield f"{about.item.folder}metadata.jsonld", _json(data)
            yield from _annotations(about.item, notes)
            noted += notes
        yield from _annotations(self.work, noted)


def harvest(edition: Edition, work: Item, descriptions: Mapping[str, str]) -> Harvest:
    """Describe every page. `descriptions` are the pages' own words."""
    content = [edition.registry.text, dict(edition.vocabulary.languages)]
    sources, spans = edition.registry.kept.get(__name__, content, lambda: _sources(edition))
    made = Harvest(work, spans)
    for position, page in enumerate(edition.pages.values()):
        texts = edition.texts.get(page.name, {})
        about = Subject(item_of(work, page.name), page, texts, sources)
        description = descriptions.get(page.name, "")
        listed = edition.listed if edition.is_page(page.name, "references") else None
        data = graph(about, position, description, sources if listed else page.keys)
        made.heads[page.name] = _head(about, description, data, listed)
        made.pages.append((about, data))
    return made


def _sources(edition: Edition) -> tuple[dict[str, Csl], dict[str, str]]:
    """All works, and their COinS, by their keys."""
    sources = sources_of(edition.works, edition.registry.bib_data.entries, edition.vocabulary.languages)
    return sources, {key: coins(csl) for key, csl in sources.items()}


def _head(about: Subject, description: str, data: Node, listed: Extent | None) -> Head:
    """`listed` is what the page has of all works: of full entries Zotero shall offer the works, and nothing else."""
    item = about.item
    script = script_json(shortened(data, cited=not listed)) if item.work.address else ""
    if listed == "full":
        return Head([], unread_tags(item), signposts(item), script)
    return Head(names(item, description), open_graph(item, description), signposts(item), script)


def passage_head(passage: Item) -> Head:
    """The head of the citation page of a claim, an annotation or a figure, from which Zotero saves that passage.

    Its note is what the record has for an abstract, as in the files to import.
    """
    return Head(names(passage, passage.remark), open_graph(passage, passage.remark), passage_links(passage), "")


def _annotations(item: Item, noted: list[Node]) -> Iterator[tuple[str, str]]:
    if noted:
        path = f"{item.folder}annotations.jsonld"
        label = gettext("Annotations of “%(title)s”", title=item.title)
        yield path, _json(collection(item.work.address + path, label, noted, item.work))


def _json(data: Node) -> str:
    """Not indented, which would take Python's encoder instead of C's, and fifteen times as long."""
    return json.dumps(data, ensure_ascii=False) + "\n"

"""Signposting: typed links that lead a harvester to the address to cite, the files and the whole (signposting.org).

Exports are `describedby`, never `alternate`: Hypothesis takes alternates for the same document. None of them can be
written without a public address.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from annotated_edition.citations.items import Item

HTML = "text/html"
LINKED_DATA = "application/ld+json"
EXPORTS = {
    "csl.json": "application/vnd.citationstyles.csl+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
DATA = {"claims.csv": "text/csv", "claims.json": "application/json"}  # of the work


@dataclass(frozen=True)
class Link:
    """A typed link from a page, or from one of its files or passages, to `href`."""

    rel: str
    href: str
    type: str = ""


def signposts(item: Item) -> list[Link]:
    """The links of the work or of a page, for its head."""
    last = Link("linkset", f"{item.work.address}{item.folder}linkset.json", "application/linkset+json")
    return [*_links(item), last] if item.work.address else []


def linkset(item: Item, more: Iterable[Link] = ()) -> dict[str, Any]:
    """The same links and `more`, and those of files and passages, which cannot have links of their own (RFC 9264)."""
    contexts = [_context(item.address, [*_links(item), *more])]
    contexts += [_context(link.href, [Link("describes", item.address, HTML)]) for link in _described_by(item)]
    contexts += [_context(part.address, passage_links(part)) for part in item.parts if part.level != "page"]
    return {"linkset": contexts}


def passage_links(passage: Item) -> list[Link]:
    """The links of a passage, for the linkset of its page and the head of its citation page."""
    page = passage.address.partition("#")[0]
    links = [Link("cite-as", passage.address), *_exports(passage), Link("collection", page, HTML)]
    return [*links, *_whole(passage), *_versions(passage)] if passage.work.address else []


def _links(item: Item) -> Iterator[Link]:
    work = item.work
    is_work = item.level == "work"
    yield Link("cite-as", (is_work and work.doi.address) or item.address)
    yield Link("type", "https://schema.org/AboutPage")
    yield Link("type", f"https://schema.org/{'Report' if is_work else 'Chapter'}")
    if about := work.page("about"):  # which says who the author is
        yield Link("author", about, HTML)
    yield Link("license", work.license_url)
    yield from _versions(item)
    yield from _described_by(item)
    if is_work:
        for page in item.pages:
            yield Link("item", page.address, HTML)
        for name, kind in DATA.items():
            yield Link("item", work.address + name, kind)
    else:
        yield Link("collection", work.address, HTML)
        yield from _whole(item)


def _whole(part: Item) -> Iterator[Link]:
    """From a part to the edition by its DOI, which is no address of the part."""
    if part.work.doi.address:
        yield Link("collection", part.work.doi.address)


def _versions(item: Item) -> Iterator[Link]:
    """From an edition, which never changes, to what does (RFC 5829)."""
    if item.latest:
        yield Link("latest-version", item.latest, HTML)
        yield Link("version-history", item.work.history, HTML)


def _described_by(item: Item) -> Iterator[Link]:
    yield from _exports(item)
    folder = item.work.address + item.folder
    yield Link("describedby", f"{folder}metadata.jsonld", LINKED_DATA)
    if any(item.passages):
        yield Link("describedby", f"{folder}annotations.jsonld", LINKED_DATA)


def _exports(item: Item) -> Iterator[Link]:
    for ending, kind in EXPORTS.items():
        yield Link("describedby", item.work.address + item.file(ending), kind)


def _context(anchor: str, links: Iterable[Link]) -> dict[str, Any]:
    context: dict[str, Any] = {"anchor": anchor}
    for link in links:
        target = {"href": link.href} | ({"type": link.type} if link.type else {})
        context.setdefault(link.rel, []).append(target)
    return context

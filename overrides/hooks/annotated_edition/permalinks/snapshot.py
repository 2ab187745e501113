"""What stands at which address now, as it would be registered."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from annotated_edition.permalinks.content_hash import block_text, digest, event_text, page_text
from annotated_edition.permalinks.register import Entry
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.kinds import LABELLED
from annotated_edition.structure.pages import Page


def address_of(name: str) -> str:
    """The address of a page below the site's, which does not depend on the way in which a copy is built: /issue/."""
    stem = name.removesuffix(".md")
    folder = posixpath.dirname(stem) if posixpath.basename(stem) in ("index", "README") else stem
    return f"/{folder}/" if folder else "/"


@dataclass(frozen=True)
class Snapshot:
    """All pages by their addresses, and what has one within them."""

    edition: Edition

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by their address."""
        return {address_of(page.name): page for page in self.edition.pages.values()}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """What can be registered, without an edition; `withdrawn` is what a page says of it."""
        made = (entry for page in self.edition.pages.values() for entry in self._entries(page))
        return {entry.subject: entry for entry in made}

    @cached_property
    def names(self) -> dict[str, str]:
        """The path of the page on which each subject stands, as a link in Markdown has it."""
        return {entry.subject: self.pages[entry.at.partition("#")[0]].name for entry in self.entries.values()}

    def page_at(self, address: str) -> Page | None:
        """The page to which an address below the site's leads, be it by redirects; None where there is none."""
        if address in self.pages:
            return self.pages[address]
        settings = self.edition.settings
        moved = {address_of(old): old for old in settings.moved}
        return self.edition.pages.get(settings.now_at(moved.get(address, "")))

    def now_at(self, name: str) -> Page | None:
        """The page that is now where a file `name` was."""
        return self.page_at(address_of(name))

    def _entries(self, page: Page) -> Iterator[Entry]:
        address = address_of(page.name)
        words = list(self._words(page))  # of the page of references the whole of references.bib, which takes long
        text = self.edition.registry.kept.get(digest.__module__, words, lambda: digest(words))
        yield Entry(f"page {address}", address, text)
        tables = {figure.anchor: figure.table for figure in page.figures}
        withdrawn = {stone.anchor: stone.edition for stone in page.withdrawn}
        for block in page.blocks:
            if block.name in LABELLED or block.anchor in withdrawn:
                text = digest(block_text(block, tables.get(block.anchor)))
                yield Entry(block.subject, f"{address}#{block.anchor}", text, withdrawn=withdrawn.get(block.anchor, ""))
        for event in page.events:
            yield Entry(f"event {event.label}", f"{address}#{event.anchor}", digest(event_text(event)))

    def _words(self, page: Page) -> Iterator[str]:
        if self.edition.is_page(page.name, "changes"):  # to which each edition adds; so it is known by its title alone
            yield page.title
        else:
            yield from page_text(page)
        if self.edition.is_page(page.name, "references"):
            yield self.edition.registry.text

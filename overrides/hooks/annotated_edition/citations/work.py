"""The edition as a work that is cited: its facts, and where it is published."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from annotated_edition.settings import Dois, Settings


@dataclass(frozen=True)
class Work:
    """The facts of the edition, from its settings, and the public address, which may be unknown."""

    title: str
    author: str
    version: str
    date: datetime.date
    publisher: str
    license: str
    license_url: str
    key: str
    sources_through: str  # the last month of which sources were read, in ISO 8601
    address: str  # ends in a slash, or is empty
    language: str  # a tag of BCP 47, with a region
    noun: str  # for the annotated work
    doi: Dois = field(default_factory=Dois)
    pages: Mapping[str, str] = field(default_factory=dict)  # by role, the address below that of the work

    @classmethod
    def read(cls, settings: Settings, site_url: str | None, pages: Mapping[str, str]) -> Self:
        """`pages` are the addresses of those that have a role, below the site's."""
        names = ("title", "author", "version", "date", "sources_through", "publisher", "license", "license_url", "key")
        address = f"{site_url.rstrip('/')}/" if site_url else ""
        facts = {name: getattr(settings, name) for name in (*names, "language", "doi")}
        return cls(**facts, noun=settings.annotates.noun, address=address, pages=pages)

    def page(self, role: str) -> str:
        """The address of the page with a role; nothing where there is none."""
        return self.address + self.pages[role] if role in self.pages else ""

    @property
    def primary_language(self) -> str:
        """The language without its region: en for en-US."""
        return self.language.partition("-")[0]

    @property
    def root(self) -> str:
        """The address of the work, below which every edition has its own; nothing unless this one is built for such."""
        own = f"/{self.version}/"
        return self.address.removesuffix(own[1:]) if self.address.endswith(own) else ""

    @property
    def history(self) -> str:
        """The list of all editions, which is no part of any."""
        return f"{self.root}editions/" if self.root else ""

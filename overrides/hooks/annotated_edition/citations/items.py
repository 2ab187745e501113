"""What can be cited: the work, its pages, claims and annotations, each described once, in the terms of CSL-JSON.

Formatted strings, files to import, metadata and annotation data are all written from these descriptions. The
annotated work is what they are about; it is never part of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from annotated_edition.blocks.declaration import spoken
from annotated_edition.interface import gettext
from annotated_edition.settings import Settings

Level = Literal["work", "page", "claim", "annotation", "figure"]


@dataclass(frozen=True)
class Work(Settings):
    """The facts of the edition, and the public address, which may be unknown."""

    address: str = ""  # ends in a slash, or is empty
    addresses: Mapping[str, str] = field(default_factory=dict)  # of pages by role, below that of the work

    @classmethod
    def published(cls, settings: Settings, site_url: str | None, addresses: Mapping[str, str]) -> Self:
        """The edition of these settings, where it is published."""
        return cls(**vars(settings), address=f"{site_url.rstrip('/')}/" if site_url else "", addresses=addresses)

    def page(self, role: str) -> str:
        """The address of the page with a role; nothing where there is none."""
        return self.address + self.addresses[role] if role in self.addresses else ""

    @property
    def root(self) -> str:
        """The address of the work, below which every edition has its own; nothing unless this one is built for such."""
        own = f"/{self.version}/"
        return self.address.removesuffix(own[1:]) if self.address.endswith(own) else ""

    @property
    def history(self) -> str:
        """The list of all editions, which is no part of any."""
        return f"{self.root}editions/" if self.root else ""


@dataclass(frozen=True)
class Item:
    """One citable thing. `url` is its address below the site's, and `parts` are the items that it contains."""

    level: Level
    key: str
    label: str  # of a claim or an annotation; figure-2 for a figure; the page's name for a page; nothing for the work
    title: str
    url: str
    work: Work
    note: str = ""
    parts: tuple["Item", ...] = ()

    @property
    def address(self) -> str:
        """The absolute address, or the one below the site's where the public one is unknown."""
        return self.work.address + self.url

    @property
    def latest(self) -> str:
        """What leads to the same in the latest edition, whichever that is; nothing where the work has no address.

        Of a passage it is the short address, which needs no script to lead to the passage itself.
        """
        return self.work.root and self.work.root + (self.url if self.level in ("work", "page") else self.short)

    @property
    def remark(self) -> str:
        """The note, and for a part the DOI of the edition, which as its own would lead away from where it stands."""
        doi = self.work.doi.address if self.level != "work" else ""
        return "; ".join(filter(None, (self.note, doi and gettext("in the edition %(address)s", address=doi))))

    @property
    def all(self) -> Iterator["Item"]:
        """The item and all that it contains."""
        yield self
        for part in self.parts:
            yield from part.all

    @property
    def passages(self) -> Iterator["Item"]:
        """The claims, annotations and figures among `all`."""
        return (item for item in self.all if item.level in ("claim", "annotation", "figure"))

    @property
    def pages(self) -> list["Item"]:
        """The pages among the parts."""
        return [part for part in self.parts if part.level == "page"]

    @property
    def name(self) -> str:
        """What the item is called in a sentence: claim 8, annotation 8a, figure 2."""
        names = {"work": gettext("the edition"), "page": gettext("this page")}
        return names.get(self.level) or spoken(f"{self.level} {self.label.removeprefix('figure-')}")

    @property
    def short(self) -> str:
        """The short address of a claim or an annotation, below the site's."""
        return f"c/{self.label}/"

    @property
    def citation_page(self) -> str:
        """The page, below the site's address, that holds the citations of a claim or an annotation."""
        return f"{self.short}cite/"

    @property
    def folder(self) -> str:
        """Where its files stand, below the site's address."""
        if self.level in ("work", "page"):  # which has its address for it, unless there are no directory addresses
            return self.url if self.url.endswith("/") else re.sub(r"(/index)?\.html$", "/", self.url)
        return self.short

    def file(self, ending: str) -> str:
        """The path below the site's address of the file to import: bib, ris or csl.json."""
        return f"{self.folder}{'edition' if self.level == 'work' else 'cite'}.{ending}"

    def sources_file(self, ending: str) -> str:
        """The path below the site's address of the file with the sources of a part: bib or ris."""
        return f"{self.folder}sources.{ending}"

    @property
    def csl(self) -> dict[str, Any]:
        """The item in CSL-JSON.

        A part is a chapter, the only type whose container every style prints; its label stays out of `page` and
        `chapter-number`, which styles print as pages or as a stray number. The edition of a report is its number, as
        Zotero and BibTeX have none other for a report; with `edition` beside it, styles would print both.
        """
        edition = {"genre": "Edition", "number": self.work.version}
        part = {"container-title": self.work.title, "edition": self.work.version}
        facts: dict[str, Any] = {
            "id": self.key,
            "type": "report" if self.level == "work" else "chapter",
            "title": self.title,
            "author": [{"literal": self.work.author}],
            **(edition if self.level == "work" else part),
            "issued": {"date-parts": [[self.work.date.year, self.work.date.month, self.work.date.day]]},
            "publisher": self.work.publisher,
            "language": self.work.language,
            "DOI": (self.work.doi.version or self.work.doi.work) if self.level == "work" else "",
            "URL": self.address if self.work.address else "",
            "note": self.remark,
        }
        return {name: value for name, value in facts.items() if value}

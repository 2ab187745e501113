"""What references.bib knows of each work, in the terms of CSL-JSON and as plain text; metadata is written from it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from pybtex.database import Entry, Person
from pybtex.richtext import Text

from annotated_edition.blocks.links import Use
from annotated_edition.settings import Settings

Csl = Mapping[str, Any]

# All others are web pages.
TYPES = {"article": "article-journal", "book": "book", "incollection": "chapter", "techreport": "report"}
FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "institution": "publisher",
    "howpublished": "publisher",
    "address": "publisher-place",
    "type": "genre",
    "number": "number",
    "volume": "volume",
    "pages": "page",
}
ADDRESSES = {"url": "URL", "doi": "DOI"}  # in which two hyphens are two hyphens
COMMANDS = re.compile(r"[\\$~]")  # without any of them LaTeX need not be parsed, which takes 0.3 ms a field
LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "{": "", "}": ""}
ESCAPED = re.compile(r"\\([_%&#~])")


@dataclass(frozen=True)
class Reference:
    """An entry of references.bib as readers see it, with every use of it."""

    key: str
    html: str  # the formatted entry
    name: str  # as in a citation: Smith and Jones 2020
    url: str
    language: str  # of its title, where it is not the edition's; nothing of a title in brackets, which is a description
    sourcetype: str
    verified: str
    basis: str
    read: str  # the day on which it was read, or the last on which sources were
    archived: str  # the address of a copy of that day, if the work is online
    is_archived: bool  # whether references.bib names that copy; else the Internet Archive is asked for the nearest
    uses: tuple[Use, ...]


def reference_of(entry: Entry, html: str, name: str, uses: Sequence[Use], settings: Settings) -> Reference:
    """An entry with what the style made of it, and its uses.

    Without a copy that references.bib names, the Internet Archive has one nearest to a day, or says that it has none.
    """
    url = ESCAPED.sub(r"\1", entry.fields.get("url", ""))
    read = entry.fields.get("urldate", "") or settings.read_through
    archived = ESCAPED.sub(r"\1", entry.fields.get("archived", ""))
    return Reference(
        key=entry.key,
        html=html,
        name=name,
        url=url,
        language=title_language(entry, settings),
        sourcetype=entry.fields.get("sourcetype", ""),
        verified=entry.fields.get("verified", ""),
        basis=plain(entry.fields.get("basis", "")),
        read=read,
        is_archived=bool(archived),
        archived=archived or (url and f"https://web.archive.org/web/{read.replace('-', '') or '*'}/{url}"),
        uses=tuple(uses),
    )


def sources_of(entries: Mapping[str, Entry], languages: Mapping[str, str]) -> dict[str, Csl]:
    """Every entry by its key; `languages` are tags of BCP 47 by the names of references.bib."""
    return {key: _csl(key, entry, languages) for key, entry in entries.items()}


def _csl(key: str, entry: Entry, languages: Mapping[str, str]) -> Csl:
    known: dict[str, Any] = {"id": key, "type": TYPES.get(entry.type, "webpage")}
    for field, name in FIELDS.items():
        if text := plain(entry.fields.get(field, "")):
            known[name] = text
    for field, name in ADDRESSES.items():
        if address := entry.fields.get(field, ""):
            known[name] = ESCAPED.sub(r"\1", address)
    if people := [_name(person) for person in entry.persons.get("author", ())]:
        known["author"] = people
    if date := _date(*(entry.fields.get(name, "") for name in ("year", "month", "day"))):
        known["issued"] = {"date-parts": [date]}
    if language := languages.get(entry.fields.get("langid", "")):
        known["language"] = language
    return known


def title_language(entry: Entry, settings: Settings) -> str:
    """The language of a title that is not the edition's; one in brackets is a description, and the edition's own."""
    language = settings.vocabulary.languages.get(entry.fields.get("langid", ""), "")
    described = entry.fields.get("title", "").lstrip("{").startswith("[")
    return "" if described or language == settings.primary_language else language


@lru_cache(16384)  # of an edition that is edited, nearly all is as it was
def plain(latex: str) -> str:
    """LaTeX as the text that it stands for."""
    # The library leaves the backslash before a dollar sign.
    text = str(Text.from_latex(latex)).replace("\\$", "$") if COMMANDS.search(latex) else latex
    for marks, meant in LIGATURES.items():
        text = text.replace(marks, meant)
    return text


def _name(person: Person) -> dict[str, str]:
    """A name in two parts is a person's; one part, in braces in the file, an organisation's."""
    family = plain(" ".join([*person.prelast_names, *person.last_names, *person.lineage_names]))
    given = plain(" ".join([*person.first_names, *person.middle_names]))
    return {"family": family, "given": given} if given else {"literal": family}


def _date(year: str, month: str, day: str) -> list[int]:
    """Year, month and day as far as they are known."""
    if not year.isdigit():
        return []
    try:
        number = datetime.strptime(month, "%B").month
    except ValueError:
        return [int(year)]
    return [int(year), number, int(day)] if day.isdigit() else [int(year), number]


def iso_date(csl: Csl) -> str:
    """The date of ISO 8601, as far as it is known: 2022-03."""
    parts = csl["issued"]["date-parts"][0] if "issued" in csl else []
    return "-".join(f"{part:02}" for part in parts)

"""What is known of each work of references.bib, for its entry in the list and, in terms of CSL-JSON, for metadata."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pybtex.database import Entry
from pybtex.richtext import Text

from annotated_edition.blocks.links import Use
from annotated_edition.settings import Settings
from annotated_edition.structure.works import unescaped

Csl = Mapping[str, Any]
Extent = Literal["full", "text", "name"]

# Titles as they are written; pandoc makes sentences of them, for the styles that want them so.
TITLES = {"title": "title", "booktitle": "container-title"}
COMMANDS = re.compile(r"[\\$~]")  # without any of them LaTeX need not be parsed, which takes 0.3 ms a field
# How many bytes of entries and bases the page of references may have in full entries, and how many of the texts of
# entries alone, to stay below 200 KB when compressed; what stands beside each counts as 80 more. Of 633 works the page
# came to 23 KB without any; each byte of the former came to 0.49, of the latter to 0.28, and each name to 22 bytes.
FULL, TEXTS, EACH = 355_000, 620_000, 80
LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "{": "", "}": ""}


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
    url = unescaped(entry.fields.get("url", ""))
    read = entry.fields.get("urldate", "") or settings.read_through
    archived = unescaped(entry.fields.get("archived", ""))
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


def extent(references: Iterable[Reference]) -> Extent:
    """What of each reference a list of all has, for it to stay light: its full entry, the text of that, or its name."""
    references = list(references)
    texts = sum(len(reference.html.encode()) + EACH for reference in references)
    bases = sum(len(reference.basis.encode()) for reference in references)
    return "full" if texts + bases <= FULL else "text" if texts <= TEXTS else "name"


def sources_of(works: Mapping[str, Csl], entries: Mapping[str, Entry], languages: Mapping[str, str]) -> dict[str, Csl]:
    """All works by their keys, which pandoc has read, with their titles as the entries have them, and their language.

    `languages` are tags of BCP 47 by the names of references.bib.
    """
    return {key: _source(work, entries[key], languages) for key, work in works.items()}


def _source(work: Csl, entry: Entry, languages: Mapping[str, str]) -> Csl:
    titles = {name: plain(entry.fields[field]) for field, name in TITLES.items() if field in entry.fields}
    language = languages.get(entry.fields.get("langid", ""))
    others = {name: value for name, value in work.items() if name != "language"}
    return others | titles | ({"language": language} if language else {})


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


def iso_date(csl: Csl) -> str:
    """The date of ISO 8601, as far as it is known: 2022-03."""
    parts, *_ = csl.get("issued", {}).get("date-parts") or [[]]
    return "-".join(f"{part:02}" for part in parts)

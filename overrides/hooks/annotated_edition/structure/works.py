"""The works of references.bib in CSL-JSON, as pandoc reads them entry by entry, so that a changed one is read alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotated_edition.files.kept import Kept
from annotated_edition.structure.references import ENTRY
from annotated_edition.text.pandoc import read_works

# What makes an entry depend on others: https://www.bibtex.com/g/bibtex-format/
SHARED = re.compile(r"^\s*@(?:string|preamble)\b|^\s*(?:crossref|xdata)\s*=", re.MULTILINE | re.IGNORECASE)
# What stays small in a title: a description in brackets, and what stands after a period, as after “U.S.”, which is
# taken for the beginning of a sentence. CSL-JSON keeps it so by a span.
SMALL = re.compile(r"^\[.*\]$|(?<=\. )(?:an?|and|as|at|but|by|for|from|in|of|on|or|the|to|with)\b")

ADDRESSES = ("URL", "DOI")  # in which pandoc leaves the backslashes that LaTeX wants
ESCAPED = re.compile(r"\\([_%&#~])")
AT_ONCE = 1_000  # entries, each of which takes some 70 kB of pandoc's memory

Works = dict[str, dict[str, Any]]  # by their keys


def works_of(kept: Kept, bibliography: str, languages: Mapping[str, str]) -> Works:
    """The works by their keys, in the order of the file; `languages` are tags of BCP 47 by the names in it.

    pandoc leaves a name that it does not know, and would write the title with capitals, as an English one.
    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    entries = entry_texts(bibliography)
    shared = bibliography if SHARED.search(bibliography) else ""
    contents = {key: [shared, entry] for key, entry in entries.items()}
    read = kept.get_all(__name__, contents, lambda keys: _read_all(keys, entries, shared))
    return {key: work | _language(work, languages) for key, work in read.items()}


def _read_all(keys: Sequence[str], entries: Mapping[str, str], shared: str) -> Iterator[dict[str, Any]]:
    """The works of these keys, read in parts where no entry depends on others."""
    size = len(keys) if shared else AT_ONCE
    for start in range(0, len(keys), size):
        part = keys[start : start + size]
        yield from _read(part, shared or "".join(map(entries.__getitem__, part)))


def _read(keys: Sequence[str], bibliography: str) -> list[dict[str, Any]]:
    works = {work["id"]: work | _addresses(work) for work in read_works(bibliography)}
    if unread := [key for key in keys if key not in works]:
        raise RuntimeError(f"it finds no entry {', '.join(unread)} in it")
    return [works[key] for key in keys]


def _addresses(work: Mapping[str, Any]) -> dict[str, str]:
    return {name: unescaped(work[name]) for name in ADDRESSES if name in work}


def _language(work: Mapping[str, Any], languages: Mapping[str, str]) -> dict[str, str]:
    name = work.get("language", "")
    return {"language": languages[name]} if name in languages else {}


def unescaped(address: str) -> str:
    """An address as it is, without the backslashes before its marks."""
    return ESCAPED.sub(r"\1", address)


def entry_texts(bibliography: str) -> dict[str, str]:
    """Each entry as it stands in the file, by its key: from the line with its key to that with its last brace."""
    starts = [(entry[1], entry.start()) for entry in ENTRY.finditer(bibliography)]
    ends = [*(start for _, start in starts[1:]), len(bibliography)] if starts else []
    return {
        key: f"{bibliography[start:end].rpartition('}')[0].strip()}\n}}\n"
        for (key, start), end in zip(starts, ends, strict=True)
    }


def cited(work: Mapping[str, Any]) -> dict[str, Any]:
    """A work as styles are given it, so that they write its title as it should be."""
    title = SMALL.sub(r'<span class="nocase">\g<0></span>', work.get("title", ""))
    return {**work, **({"title": title} if title else {})}

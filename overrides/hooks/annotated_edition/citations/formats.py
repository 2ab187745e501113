"""Write CSL-JSON items as files that reference managers import: BibTeX and RIS.

Written by hand, since pandoc's BibTeX gives a report a publisher for its institution and leaves the names of
organisations unbraced. What Zotero, EndNote, Mendeley and LaTeX do with each line was found with the programs.
"""

import datetime
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from annotated_edition.structure.sources import Csl, iso_date

BIBTEX_TYPES = {"report": "techreport", "chapter": "incollection"}
RIS_TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legislation": "STAT",
    "paper-conference": "CPAPER",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
BIBTEX_MARKS = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)
# What biblatex calls languages, from the list in its manual, by their tags; of any other a record names none.
LANGIDS = {
    **{"en": "english", "en-AU": "australian", "en-CA": "canadian", "en-GB": "british", "en-US": "american"},
    **{"de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese"},
}
MARKUP = re.compile(r"</?(?:span|i|b|sc|sup|sub)\b[^>]*>")


def bibtex(items: Iterable[Csl]) -> str:
    """The items, which are reports and chapters by an organisation, as BibTeX that biblatex reads as well."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Csl) -> str:
    issued = datetime.date(*item["issued"]["date-parts"][0])
    author = " and ".join(_braced(name["literal"]) for name in item["author"])
    publisher = "institution" if item["type"] == "report" else "publisher"
    language = item.get("language", "")
    fields = {
        "author": author,
        "title": _braced(item["title"]),  # already in sentence case; names in it must not lose their capitals
        "booktitle": _braced(item.get("container-title", "")),
        "type": _escaped(item.get("genre", "")),
        "number": _escaped(item.get("number", "")),
        "edition": _escaped(item.get("edition", "")),
        publisher: _braced(item.get("publisher", "")),
        "year": str(issued.year),
        "month": f"{issued:%b}".lower(),
        "date": issued.isoformat(),
        "doi": item.get("DOI", ""),
        "url": item.get("URL", ""),
        "note": _escaped(item.get("note", "")),
        "langid": LANGIDS.get(language) or LANGIDS.get(language.partition("-")[0], ""),
    }
    # The name of a month is a macro of BibTeX's, and stands without braces.
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value]
    return f"@{BIBTEX_TYPES[item['type']]}{{{item['id']},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    return text.translate(BIBTEX_MARKS)


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def ris(items: Iterable[Csl]) -> str:
    """Items of any kind as RIS, a line a fact, each line ended as the format demands."""
    return "\r\n".join(f"{line}\r\n" if line.startswith("ER") else line for item in items for line in _lines(item))


def _lines(item: Csl) -> Iterable[str]:
    first, _, last = str(item.get("page", "")).replace("–", "-").partition("-")
    year, month, day = [*iso_date(item).split("-"), "", ""][:3]
    report = item["type"] == "report"
    facts: list[tuple[str, Any]] = [
        ("TY", RIS_TYPES.get(item["type"], "GEN")),
        ("ID", item["id"]),
        *(("AU", inverted(name)) for name in item.get("author", ())),
        *(("A2", inverted(name)) for name in item.get("editor", ())),
        ("TI", item.get("title")),
        ("T2", item.get("collection-title" if report else "container-title")),
        ("ET", item.get("edition")),
        ("M3", item.get("genre")),
        ("VL", item.get("volume")),
        ("IS", item.get("number") or item.get("issue")),
        ("SP", first),
        ("EP", last),
        ("PB", item.get("publisher")),
        ("CY", item.get("publisher-place")),
        ("PY", year and f"{year:0>4}"),  # for whoever reads nothing else
        ("DA", year and f"{year:0>4}/{month}/{day}/"),  # with what is unknown left empty
        ("DO", item.get("DOI")),
        ("UR", item.get("URL")),
        ("LA", item.get("language")),
        ("N1", item.get("note")),
        ("ER", " "),
    ]
    return [f"{tag}  - {MARKUP.sub('', ' '.join(str(value).split()))}" for tag, value in facts if value]


def inverted(name: Mapping[str, str]) -> str:
    """The family name first. A comma at the end keeps programs from taking the last word of an organisation for one."""
    if "literal" in name:
        return f"{name['literal']},"
    parts = (family(name), name.get("given"), name.get("suffix"))
    return ", ".join(filter(None, parts)) if name.get("given") else f"{family(name)},"


def family(name: Mapping[str, str]) -> str:
    """The family name of a person, with what belongs to it, such as a “de”."""
    parts = ("dropping-particle", "non-dropping-particle", "family")
    return " ".join(name[part] for part in parts if name.get(part))


def csl_json(items: Iterable[Csl]) -> str:
    """The items as a CSL-JSON file, one a line, which json writes ten times as fast as with indents."""
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]\n"

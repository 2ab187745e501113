"""What is wrong with an entry of references.bib: what it lacks, and what citations would leave out or show oddly."""

import datetime
import re
from calendar import month_name
from collections.abc import Iterator
from difflib import get_close_matches

from pybtex.database import Entry

from annotated_edition.blocks.checks import day
from annotated_edition.structure.references import MONTH, TYPES, Registry
from annotated_edition.text.problems import UNSEEN, Problem, line_of
from annotated_edition.vocabulary import Vocabulary

KEY = re.compile(r"[a-z][a-z0-9]*")
ADDRESS = re.compile(r"https?://\S*[^\s,;.]")
DOI = re.compile(r"10\.\d{4,9}/\S+")
MONTHS = tuple(month_name)  # from 1
BRACED = re.compile(r"\{[^{}]*\}")
BETWEEN_NAMES = re.compile(r"\\?&|;|\bet al\b\.?")
# What is no name of a month as BibTeX has them: pandoc drops it, with the day.
NO_MONTH = re.compile(
    r"^\s*month\s*=\s*+(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b)[{\"]?([^,}\"\n]*)",
    re.MULTILINE | re.IGNORECASE,
)

# Fields that are shown; another is passed over, and so may be.
SHOWN = (
    *("address", "author", "booktitle", "chapter", "day", "doi", "edition", "editor", "howpublished", "institution"),
    *("isbn", "issn", "journal", "langid", "location", "month", "note", "number", "organization", "pages", "publisher"),
    *("school", "series", "shorttitle", "subtitle", "title", "translator", "type", "url", "urldate", "volume", "year"),
    *("archived", "basis", "sourcetype", "verified"),
)
PLAIN = {"archived", "basis", "doi", "sourcetype", "url", "verified"}  # which no TeX reads
# To TeX the first begins a comment, the second is a parameter and the third begins a formula.
TEX_SIGN = re.compile(r"(?<!\\)[%#$]")
COMMAND = re.compile(r"\\([A-Za-z]+)")
# Those of TeX that stand for a letter, an accent, a sign or emphasis.
COMMANDS = {
    *("AA", "AE", "H", "L", "O", "OE", "P", "S", "aa", "ae", "b", "c", "d", "dots", "emph", "euro", "i", "j", "k", "l"),
    *("ldots", "o", "oe", "pounds", "r", "ss", "t", "textbf", "textdollar", "textemdash", "textendash", "texteuro"),
    *("textit", "textsc", "textsubscript", "textsuperscript", "u", "v"),
}
TAG = re.compile(r"</?[a-z][^>]*>|&[a-z]+;", re.IGNORECASE)


def entry_problems(registry: Registry, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Name every mistake in the entries that can be read."""
    begun = {problem.line for problem in registry.ill_begun}
    for key, entry in registry.bib_data.entries.items():
        if not (line := registry.line_of(key)):
            remedy = "begin it so, on a line of its own, or delete it: BibTeX reads it though a % stands before it"
            if not registry.ill_begun:  # in which it begins
                yield registry.problem(key, "does not begin a line as @type{key,", remedy)
        elif key not in registry.broken and line not in begun:
            yield from (registry.problem(key, *fault) for fault in _faults(key, entry, vocabulary))
    for month in NO_MONTH.finditer(registry.text):
        line = line_of(registry.text, month.start(1))
        if (key := registry.entry_before(line)) not in registry.broken:
            yield registry.problem(key, f"month “{month[1]}” is not known in line {line}", MONTH, line)


def _faults(key: str, entry: Entry, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    if entry.type not in TYPES:
        near = get_close_matches(entry.type, TYPES, n=1)
        yield f"its type @{entry.type} is not known", f"write @{near[0] if near else 'misc'}"
    if not KEY.fullmatch(key):
        yield "its key is not of small letters and digits", "rename it, such as smith2020"
    if not fields.get("title", "").strip():
        yield "has no title", "add title = {…}, in brackets if it is a description"
    if not fields.get("basis", "").strip():
        yield "has no basis", "add basis = {…}: what was read"
    for name, known in (("verified", vocabulary.verified), ("sourcetype", vocabulary.source_types)):
        value = fields.get(name)
        if value not in known:
            wrong = f"{name} “{value}” is not known" if value else f"has no {name}"
            yield wrong, f"write {name} = {{…}} with one of {', '.join(known)}"
    if (language := fields.get("langid")) and language not in vocabulary.languages:
        remedy = f"write one of {', '.join(vocabulary.languages)}, or add it to the languages of the vocabulary"
        yield f"langid “{language}” is not known", remedy
    if "date" in fields:
        yield "has a date, which citations do not show", "write year, month and day, as in year = {2022}"
    if (read := fields.get("urldate")) and day(read, vocabulary):
        yield f"urldate “{read}” is not a day", "write the day on which it was read as in urldate = {2026-07-14}"
    if (copy := fields.get("archived")) and not _is_address(copy):
        yield f"archived “{copy}” is no address", "write that of the archived copy, beginning with https://"
    if (doi := fields.get("doi")) and not DOI.fullmatch(doi):
        yield f"doi “{doi}” is no DOI", "write it without https://doi.org/, such as 10.1000/182"
    if (address := fields.get("url")) and not _is_address(address):
        yield f"url “{address}” is no address", "write it from https:// on"
    yield from _field_faults(entry)
    yield from _name_faults(entry)
    yield from _date_faults(fields.get("year", ""), fields.get("month", ""), fields.get("day", ""))
    if not entry.persons and not fields.get("shorttitle", "").strip():
        yield "has neither author nor shorttitle", "add shorttitle = {…}, for its citation to read well"


def _field_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    """What would be left out of a citation, without a word: fields that are not known, and what TeX reads in others."""
    for name in (name for name in entry.fields if name.lower() not in SHOWN):
        near = get_close_matches(name.lower(), SHOWN, n=1, cutoff=0.8)
        if near and near[0] not in entry.fields and near[0] not in entry.persons:
            yield f"its field {name} is not known", f"write {near[0]}"
    for name, value in entry.fields.items():
        if name.lower() in PLAIN:
            continue
        if sign := TEX_SIGN.search(value):
            yield f"{name} has {sign[0]} in it, which TeX does not take for text", f"write \\{sign[0]}"
        for command in COMMAND.findall(value):
            if command not in COMMANDS:
                yield f"{name} has the command \\{command} in it, which is not known", "write the text itself"
        if tag := TAG.search(value):
            yield f"{name} has HTML in it, {tag[0]}", "write the text alone"


def _is_address(written: str) -> bool:
    """Whether a text is an address of the Web, in which nothing stands that cannot be seen."""
    return ADDRESS.fullmatch(written) is not None and not UNSEEN.search(written)


def _name_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    """Signs between names that BibTeX takes for parts of one name, and so mixes up."""
    for role, people in entry.persons.items():
        for name in map(str, people):
            if found := BETWEEN_NAMES.search(BRACED.sub("", name)):
                wanted = "and others" if "al" in found[0] else "and"
                wrong = f"{role} “{name}” has {found[0].strip()} in it"
                yield wrong, f"write {wanted} between names, or put the name of one body in double braces"


def _date_faults(year: str, month: str, day: str) -> Iterator[tuple[str, str]]:
    """What of a date no citation would show; the month is a name in full, as pybtex has it."""
    if year and not re.fullmatch(r"\d{4}", year):
        yield f"year “{year}” is no year", "write its four digits, or leave it out"
    elif day and not month:
        yield f"day “{day}” stands without a month", "add it, as in month = apr, or delete the day"
    elif day and month in MONTHS:
        try:
            datetime.date(int(year or 2000), MONTHS.index(month), int(day))
        except ValueError:
            yield f"day “{day}” is not in {month}", "correct it, as in day = {24}"

"""What stands in a field of references.bib and would be left out of a citation, without a word."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pybtex.database import Entry

# Types of entry in BibTeX and biblatex that pandoc tells apart: https://ctan.org/pkg/biblatex
TYPES = (
    *("article", "book", "booklet", "collection", "conference", "dataset", "electronic", "inbook", "incollection"),
    *("inproceedings", "inreference", "jurisdiction", "legislation", "letter", "manual", "mastersthesis", "misc"),
    *("movie", "mvbook", "mvcollection", "online", "patent", "periodical", "phdthesis", "proceedings", "reference"),
    *("report", "review", "software", "standard", "suppbook", "suppperiodical", "techreport", "thesis", "unpublished"),
    *("video", "www"),
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
SIGN = re.compile(r"(?<!\\)[%#$]")
COMMAND = re.compile(r"\\([A-Za-z]+)")
# Those of TeX that stand for a letter, an accent, a sign or emphasis.
COMMANDS = {
    *("AA", "AE", "H", "L", "O", "OE", "P", "S", "aa", "ae", "b", "c", "d", "dots", "emph", "euro", "i", "j", "k", "l"),
    *("ldots", "o", "oe", "pounds", "r", "ss", "t", "textbf", "textdollar", "textemdash", "textendash", "texteuro"),
    *("textit", "textsc", "textsubscript", "textsuperscript", "u", "v"),
}
TAG = re.compile(r"</?[a-z][^>]*>|&[a-z]+;", re.IGNORECASE)


def field_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is wrong with the names and values of the fields, and the remedies."""
    for name in (name for name in entry.fields if name.lower() not in SHOWN):
        near = get_close_matches(name.lower(), SHOWN, n=1, cutoff=0.8)
        if near and near[0] not in entry.fields and near[0] not in entry.persons:
            yield f"its field {name} is not known", f"write {near[0]}"
    for name, value in entry.fields.items():
        if name.lower() in PLAIN:
            continue
        if sign := SIGN.search(value):
            yield f"{name} has {sign[0]} in it, which TeX does not take for text", f"write \\{sign[0]}"
        for command in COMMAND.findall(value):
            if command not in COMMANDS:
                yield f"{name} has the command \\{command} in it, which is not known", "write the text itself"
        if tag := TAG.search(value):
            yield f"{name} has HTML in it, {tag[0]}", "write the text alone"

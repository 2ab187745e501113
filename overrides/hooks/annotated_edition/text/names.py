"""The names of works: by which of them citations begin, so that they could be mistaken, and lists are sorted."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from html import unescape
from typing import Any

from annotated_edition.text.pandoc import Work

UNREAD = re.compile(r"[^\w\s'’,]+|_")
BETWEEN_WORDS = str.maketrans("'’,", "   ")


def alike_works(works: Mapping[str, Work]) -> dict[str, set[str]]:
    """With which works, by their keys, the citation of each could be mistaken, itself among them.

    They begin with the same name. Those of the same year are told apart by letters or by further names; and a person is
    told from another of the same name in whatever year, for which one work of each will do.
    """
    same_year: dict[Any, set[str]] = defaultdict(set)
    one_of_each: dict[str, dict[Any, str]] = defaultdict(dict)
    for key, work in works.items():
        for name in _beginnings(work):
            same_year[name, _year(work)].add(key)
            one_of_each[name].setdefault(tuple(_names(work)[:1]), key)
    return {
        key: {key}.union(
            *(same_year[name, _year(work)].union(one_of_each[name].values()) for name in _beginnings(work))
        )
        for key, work in works.items()
    }


def _year(work: Work) -> str:
    issued = work.get("issued", {})
    (first, *_), literal = issued.get("date-parts") or [[]], issued.get("literal", "")
    return json.dumps([first[:1], literal])


def _beginnings(work: Work) -> set[str]:
    """With what the citation of a work can begin: its first name; else its title, whole or short."""
    names = _names(work)
    found = [names[0][0]] if names else [work.get("title-short", ""), work.get("title", "")]
    return {" ".join(_words(name)) for name in found}


def _names(work: Work) -> list[tuple[str, str]]:
    """Each author, or else editor: the family name, or the whole name of a body, and the given name."""
    people = work.get("author") or work.get("editor") or ()
    return [(person.get("family") or person.get("literal", ""), person.get("given", "")) for person in people]


def place(work: Work, entry: str) -> tuple[list[str], list[str]]:
    """Where an entry stands in the list: by the words of its names, family names first, and then by all its words."""
    words = _words(unescape(entry))
    return _words(" ".join(name for names in _names(work) for name in names)) or words, words


def _words(text: str) -> list[str]:
    """The words by which pandoc compares: small letters without accents, and nothing but letters and digits."""
    return UNREAD.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(BETWEEN_WORDS).split()

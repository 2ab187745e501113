"""Format works in the styles that readers choose from, all that are not kept in one run of pandoc.

In the styles as csl.py changes them each citation stands alone, so that one work more leaves all others as they are.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from xml.etree import ElementTree

from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import read_string
from annotated_edition.citations.styles import STYLES
from annotated_edition.files.kept import Kept
from annotated_edition.text.pandoc import Job, Work, run

Strings = Mapping[str, Mapping[str, str]]  # by the key of the work and the key of the style: HTML
Variants = Sequence[Work]  # a work: one for all of STYLES, or one for each


def formatted(kept: Kept, groups: Mapping[str, Mapping[str, Variants]]) -> dict[str, Strings]:
    """The works of each group, by their keys, in every style.

    Raises RuntimeError where a style is not known or pandoc ends with an error, and OSError where pandoc is missing.
    """
    rules = sha256("".join(read_csl(style.csl) for style in STYLES).encode()).hexdigest()
    works = {(group, key): variants for group, given in groups.items() for key, variants in given.items()}
    names = {json.dumps(name): name for name in works}
    contents = {name: [rules, [style.key for style in STYLES], works[place]] for name, place in names.items()}
    made = kept.get_all(__name__, contents, lambda missing: _run([names[name] for name in missing], works))
    return {group: {key: made[json.dumps((group, key))] for key in given} for group, given in groups.items()}


def _run(places: Sequence[tuple[str, str]], works: Mapping[tuple[str, str], Variants]) -> Iterable[dict[str, str]]:
    """The works of these groups and keys in every style, in the order of their places."""
    made: dict[tuple[str, str], dict[str, str]] = {place: {} for place in places}
    groups = {group: [key for _, key in found] for group, found in groupby(places, lambda place: place[0])}
    asked = [(place, style, group) for place, style in enumerate(STYLES) for group in groups]
    jobs = [
        Job(
            read_csl(style.csl),
            [_variant(works[group, key], place) for key in groups[group]],
            "\n\n".join(f"[@{key}]" for key in groups[group] if style.is_note),
            is_note=style.is_note,
        )
        for place, style, group in asked
    ]
    for (_, style, group), found in zip(asked, run(jobs), strict=True):
        for key, entry in _entries(found, groups[group], is_note=style.is_note):
            made[group, key][style.key] = read_string(entry)
    return made.values()


def _variant(variants: Variants, place: int) -> Work:
    """The work for the style at this place."""
    return variants[place] if len(variants) > 1 else variants[0]


def _entries(made: ElementTree.Element, keys: Sequence[str], *, is_note: bool) -> list[tuple[str, ElementTree.Element]]:
    """The entries of a style by their keys; of notes, which have none, in the order of the keys."""
    if is_note:
        return list(zip(keys, made, strict=True))
    entries = made.iterfind(".//div[@class='csl-entry']")
    return [(entry.get("id", "").removeprefix("ref-"), entry) for entry in entries]

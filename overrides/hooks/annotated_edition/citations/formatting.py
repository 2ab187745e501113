"""Format works in the styles that readers choose from, all that are not kept in one run of pandoc.

In the styles as csl.py changes them each citation stands alone, so that one work more leaves all others as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
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
    works = {f"{group}/{key}": variants for group, given in groups.items() for key, variants in given.items()}
    made = kept.get_all(__name__, works, lambda names: _formatted({name: works[name] for name in names}))
    return {group: {key: made[f"{group}/{key}"] for key in given} for group, given in groups.items()}


def formatted_before(kept: Kept, works: Mapping[str, Variants]) -> Strings | None:
    """The works in every style, if all of them are kept."""
    found = {key: kept.find(__name__, variants) for key, variants in works.items()}
    return None if None in found.values() else found


def _formatted(works: Mapping[str, Variants]) -> Iterable[dict[str, str]]:
    """The works in every style, in their order."""
    jobs = [
        Job(read_csl(style.csl), [_variant(variants, place) | {"id": name} for name, variants in works.items()])
        for place, style in enumerate(STYLES)
    ]
    made = {style.key: _entries(found) for style, found in zip(STYLES, run(jobs), strict=True)}
    return ({style: read_string(entries[name]) for style, entries in made.items()} for name in works)


def _variant(variants: Variants, place: int) -> dict[str, object]:
    """The work for the style at this place."""
    return dict(variants[place] if len(variants) > 1 else variants[0])


def _entries(made: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The entries of a style by the names of their works."""
    return {entry.attrib["id"].removeprefix("ref-"): entry for entry in made.iterfind(".//div[@class='csl-entry']")}

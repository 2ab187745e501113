"""The styles that report writers use, what is told so as to read well in them, and what is read of what they make."""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any
from xml.etree import ElementTree

from annotated_edition.citations.items import Item
from annotated_edition.interface import gettext
from annotated_edition.structure.works import cited
from annotated_edition.text.problems import Problem


@dataclass(frozen=True)
class Style:
    """A style as the reader knows it, and what its CSL file must be told for the edition to read well in it."""

    key: str
    title: str
    csl: str
    edition: str = "{} ed."  # Bluebook alone adds "ed." to what is no plain number
    has_number: bool = False  # IEEE alone prints no edition of a report, but its number


STYLES = (
    Style("chicago-notes", "Chicago, notes", "chicago-notes-bibliography"),
    Style("chicago-author-date", "Chicago, author-date", "chicago-author-date"),
    Style("apa", "APA", "apa"),
    Style("mla", "MLA", "modern-language-association"),
    Style("ieee", "IEEE", "ieee", has_number=True),
    Style("bluebook", "Bluebook, law review", "bluebook-law-review", edition="{}"),
)

FILE = "citations/styles.py"  # as messages name it
SOMEWHERE = "https://edition.invalid/"  # so that the address of the site can change without formatting anew
NEVER = datetime.date(1904, 2, 29)  # the day of access until the reader's browser knows it
DAY = {"February": "{month}", "Feb.": "{mon}", "Feb": "{mon}", "29": "{day}", "1904": "{year}"}
NEVER_WRITTEN = r"(?:29 Feb\w*\.? 1904|Feb\w*\.? 29, 1904|1904 Feb\w*\.? 29)"
ACCESS = re.compile(
    rf" ?[\[(](?:accessed|retrieved|visited|cited)[^<>]{{0,12}}?{NEVER_WRITTEN}[\])]"
    rf"|(?:accessed|retrieved|visited)[^<>]{{0,12}}?{NEVER_WRITTEN}[.,;]? ?",
    re.IGNORECASE,
)
ACCESSED = {"accessed": {"date-parts": [[NEVER.year, NEVER.month, NEVER.day]]}}
TAG = re.compile(r"<[^>]*>")
TEX = re.compile(r"\\[A-Za-z]+|[{}]")
SMALL_CAPS = "font-variant: small-caps;"  # how pandoc writes them


def item_variants(item: Item) -> list[dict[str, Any]]:
    """The CSL-JSON of an item of the edition as each style needs it."""
    facts = item.csl | {"URL": SOMEWHERE + item.url} if item.work.address else item.csl
    return [styled(facts, style) for style in STYLES]


def source_variants(work: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The CSL-JSON of a work of references.bib, one for all styles.

    What is read on the Web was read by whoever cites it on a day that only the browser knows.
    """
    return [cited(work) | (ACCESSED if "URL" in work else {})]


def styled(facts: Mapping[str, Any], style: Style) -> dict[str, Any]:
    """An item's CSL-JSON as a style needs it: a publisher that is the author is not named twice, nor an edition."""
    kept = {name: value for name, value in facts.items() if name != "note"}
    if kept.get("publisher") == kept["author"][0]["literal"]:
        del kept["publisher"]
    number = kept.get("number", kept.get("edition", ""))
    if not style.has_number or "edition" in kept:
        kept = {name: value for name, value in kept.items() if name not in ("genre", "number")}
        kept["edition"] = style.edition.format(number)
    return kept | ACCESSED


def completed(item: Item, string: str) -> str:
    """The citation with the address of the site, and with the DOI of the edition where the style prints none.

    It is not that of a part, for which no style has room.
    """
    address = item.work.doi.address
    said = address if item.level == "work" else gettext("in the edition %(address)s", address=address)
    whole = f" [{escape(said)}]" if address not in string else ""
    return string.replace(SOMEWHERE, escape(item.work.address)) + whole


def read_string(element: ElementTree.Element) -> str:
    """The HTML of one citation: text, italics and small capitals, nothing else; its day of access left open."""
    html = "".join(map(_html, element.findall(".//div[@class='csl-right-inline']") or [element]))
    return ACCESS.sub(_open_access, re.sub(r"\s+", " ", html)).strip()


def _html(element: ElementTree.Element) -> str:
    html = escape(element.text or "", quote=False)
    html += "".join(_html(child) + escape(child.tail or "", quote=False) for child in element)
    if element.tag in ("em", "i"):
        return f"<em>{html}</em>"
    if element.get("style") == SMALL_CAPS or element.get("class") == "smallcaps":
        return f'<span class="small-caps">{html}</span>'
    return html


def _open_access(phrase: re.Match[str]) -> str:
    """An empty element whose form a script fills; without one, no day is shown rather than a wrong one."""
    form = phrase[0]
    for word, name in DAY.items():
        form = form.replace(word, name)
    made = ElementTree.Element("span", {"class": "accessed", "data-form": form})
    return ElementTree.tostring(made, "unicode", method="html")


def leftover(html: str, known: Callable[[], str]) -> tuple[str, str] | None:
    """What no reader may see in a formatted citation, and its remedy; `known` gives all that is said of the cited work.

    A year or a brace that the work has itself, in its title perhaps, is none.
    """
    if str(NEVER.year) in html and str(NEVER.year) not in known():
        wrong = f"shows {NEVER:%B %-d, %Y}, which stands for a day of access that is not known"
        return f"{wrong} (“{TAG.sub('', html)}”)", f"add to ACCESS in {FILE} how the style writes it"
    if (found := TEX.search(TAG.sub("", html))) and found[0] not in known():
        return f"shows TeX as it is written (“{found[0]}”)", "write the entry so that pandoc reads it"
    return None


def leftovers(strings: Mapping[str, Mapping[str, str]], known: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Name the styles in which a citation shows what no reader may see; once each, since it is so in all of them.

    `known` is the CSL-JSON of what is cited, by its key.
    """
    for style in STYLES:
        for key, made in strings.items():
            if fault := leftover(made.get(style.key, ""), partial(json.dumps, known[key], ensure_ascii=False)):
                yield Problem(FILE, 0, f"{style.title}, {key}", *fault)
                break

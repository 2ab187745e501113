"""Read one formatted citation from what pandoc made of it: its text, its italics and small capitals, nothing else."""

import datetime
import re
from collections.abc import Callable
from html import escape
from xml.etree import ElementTree

NEVER = datetime.date(1904, 2, 29)  # the day of access until the reader's browser knows it
DAY = {"February": "{month}", "Feb.": "{mon}", "Feb": "{mon}", "29": "{day}", "1904": "{year}"}
NEVER_WRITTEN = r"(?:29 Feb\w*\.? 1904|Feb\w*\.? 29, 1904|1904 Feb\w*\.? 29)"
ACCESS = re.compile(
    rf" ?[\[(](?:accessed|retrieved|visited|cited)[^<>]{{0,12}}?{NEVER_WRITTEN}[\])]"
    rf"|(?:accessed|retrieved|visited)[^<>]{{0,12}}?{NEVER_WRITTEN}[.,;]? ?",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^>]*>")
TEX = re.compile(r"\\[A-Za-z]+|[{}]")
SMALL_CAPS = "font-variant: small-caps;"  # how pandoc writes them


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
    return ElementTree.tostring(
        ElementTree.Element("span", {"class": "accessed", "data-form": form}), "unicode", method="html"
    )


def leftover(html: str, known: Callable[[], str]) -> tuple[str, str] | None:
    """What no reader may see in a formatted citation, and its remedy; `known` gives all that is said of the cited work.

    A year or a brace that the work has itself, in its title perhaps, is none.
    """
    if str(NEVER.year) in html and str(NEVER.year) not in known():
        wrong = f"shows {NEVER:%B %-d, %Y}, which stands for a day of access that is not known"
        return f"{wrong} (“{TAG.sub('', html)}”)", "add to ACCESS in citations/formatted.py how the style writes it"
    if (found := TEX.search(TAG.sub("", html))) and found[0] not in known():
        return f"shows TeX as it is written (“{found[0]}”)", "write the entry so that pandoc reads it"
    return None

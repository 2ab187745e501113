"""Read one formatted citation from what pandoc made of it: its text, its italics and small capitals, nothing else."""

import datetime
import re
from collections.abc import Callable
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
    line = ElementTree.Element("p")
    for part in element.findall(".//div[@class='csl-right-inline']") or [element]:
        _copy(part, line)
    html = ElementTree.tostring(line, "unicode", method="html").removeprefix("<p>").removesuffix("</p>")
    return ACCESS.sub(_open_access, re.sub(r"\s+", " ", html)).strip()


def _copy(source: ElementTree.Element, target: ElementTree.Element) -> None:
    _add_text(target, source.text)
    for child in source:
        if child.tag in ("em", "i"):
            _copy(child, ElementTree.SubElement(target, "em"))
        elif child.get("style") == SMALL_CAPS or child.get("class") == "smallcaps":
            _copy(child, ElementTree.SubElement(target, "span", {"class": "small-caps"}))
        else:
            _copy(child, target)
        _add_text(target, child.tail)


def _add_text(target: ElementTree.Element, text: str | None) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + (text or "")
    else:
        target.text = (target.text or "") + (text or "")


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

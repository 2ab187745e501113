"""The words in an element of HTML, in Markdown; what only serves the hand or the ear is left out."""

from typing import TypeAlias

from lxml import html

Element: TypeAlias = html.HtmlElement

UNREAD = {"script", "style", "template", "noscript", "button", "form", "input", "nav", "dialog", "summary", "svg"}
UNREAD_CLASSES = {"for-ears", "cite", "cite__sheet", "switches", "md-source-file", "Z3988"}
WORDS = {"claim__number", "term"}  # links that are words of the text
MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**", "code": "`"}


def is_read(element: Element) -> bool:
    """Whether an element is for readers."""
    if not isinstance(element.tag, str) or element.tag in UNREAD or "popover" in element.attrib:
        return False
    return not UNREAD_CLASSES & set(element.get("class", "").split())


def inside(element: Element) -> str:
    """The words in an element, in single spaces."""
    return " ".join(raw(element).split())


def raw(element: Element) -> str:
    """The words in an element, with its spaces as they are."""
    pieces = [element.text or ""]
    for child in element:
        if is_read(child):
            pieces.append(inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def inline(element: Element) -> str:
    """The words in an element, with the marks that it stands for."""
    text = raw(element)
    if element.tag == "a":
        return _link(element, text)
    if element.tag == "q":
        return f"“{text}”"
    if element.tag == "br":
        return " "
    if element.tag == "img":
        return str(element.get("alt", ""))
    mark = MARKS.get(element.tag, "") if text.strip() else ""
    return f"{mark}{text}{mark}"


def _link(element: Element, text: str) -> str:
    """A citation and a term are words of the text; what they lead to is listed."""
    href = element.get("href", "")
    plain = not href or element.get("role") == "doc-biblioref" or bool(WORDS & set(element.get("class", "").split()))
    return text if plain or not text.strip() else f"[{text.strip()}]({href})"

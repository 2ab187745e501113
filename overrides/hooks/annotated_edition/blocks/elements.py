"""The elements of the lines of facts that stand with a block, and texts with elements in them."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree


def made(tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """An element that stands nowhere yet. Of an attribute's name `class_` is class, `_` a hyphen."""
    element = ElementTree.Element(
        tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    )
    element.text = text
    return element


def add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """An element of a line of facts, with a space after it."""
    element = made(tag, text, **attributes)
    element.tail = " "
    parent.append(element)
    return element


def say(element: ElementTree.Element, text: str) -> None:
    """Add a text at the end of an element, behind all that stands in it."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def fill(parent: ElementTree.Element, text: str, between: str = ", ", **given: Sequence[ElementTree.Element]) -> None:
    """Add a text, with elements where it names them, as in {date}; of several, `between` stands after all but the last.

    So each language can have its own order of words and elements.
    """
    said, *others = re.split(rf"\{{({'|'.join(given)})\}}", text)
    say(parent, said)
    for name, after in zip(others[::2], others[1::2], strict=True):
        for number, element in enumerate(given[name]):
            if number:
                say(parent, between)
            parent.append(element)
        say(parent, after)

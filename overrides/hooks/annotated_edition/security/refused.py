"""What can be written in a page and would be kept from its readers by the policy, without a word."""

import re
from collections.abc import Iterator

from annotated_edition.text.problems import Problem

OUTSIDE = r"(?:[a-z][a-z0-9+.-]*:)?//"
FRAMES = "iframe|object|embed|audio|video|form|base|script|style"
TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
CODE = re.compile(r"\s(style|on[a-z]+)\s*=", re.IGNORECASE)
SOURCE = re.compile(rf"""\ssrc(?:set)?\s*=\s*["']?({OUTSIDE}[^"'\s>]*)""", re.IGNORECASE)
# Most pages have nothing of the kind, and are not looked at tag by tag.
SUSPECT = re.compile(rf"{CODE.pattern}|{SOURCE.pattern}|<(?:{FRAMES})\b|javascript:", re.IGNORECASE)


def refused(page: str, html: str) -> Iterator[Problem]:
    """Name what the policy would not let be in the HTML of a page's text."""
    for tag, attributes in TAG.findall(html) if SUSPECT.search(html) else ():
        if re.fullmatch(FRAMES, tag, re.IGNORECASE):
            remedy = "delete it" if tag.lower() in ("script", "style") else "link to what it holds"
            yield Problem(page, 0, f"<{tag}>", "is shown in no page", remedy)
        for name in CODE.findall(attributes):
            yield Problem(page, 0, f"{name} of <{tag}>", "has no effect in a published page", "delete it")
        for address in SOURCE.findall(attributes):
            wrong = "stands on another site, and no page asks one"
            yield Problem(page, 0, f"<{tag}> of {address}", wrong, "put the file into docs/, or link to it")
        if "javascript:" in attributes.lower():
            yield Problem(page, 0, f"javascript of <{tag}>", "has no effect in a published page", "link to a page")

"""The Content-Security-Policy of the pages: they load and run what the site itself sends, and nothing else.

It stands in the pages, since not every host lets headers be set. Inline code is known by its hash, so that nothing that
finds its way into a page can run (https://www.w3.org/TR/CSP3/).
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from annotated_edition.text.problems import Problem

NONE = "'none'"
SITE = "'self'"
# What is not listed, such as frames, plug-ins and fonts, is closed by default-src.
DIRECTIVES = {
    "default-src": NONE,
    "script-src": SITE,
    "style-src": SITE,
    "img-src": f"{SITE} data:",  # stylesheets draw their small shapes as data
    "connect-src": SITE,  # what previews and citations show of other pages
    "worker-src": SITE,  # the search
    "base-uri": NONE,
    "form-action": NONE,  # our forms send nothing
}
# MkDocs adds an inline script to every page that `mkdocs serve` sends, another each time, so it has no hash.
ANY_INLINE = f"{SITE} 'unsafe-inline'"
WHILE_EDITING = DIRECTIVES | {"script-src": ANY_INLINE, "style-src": ANY_INLINE}
# By the standard no file is of the origin of another, though Chromium and Firefox let it be. Frames stand in for fetch.
FILES = {name: sources.replace(SITE, f"{SITE} file:") for name, sources in DIRECTIVES.items()}
FROM_DISK = FILES | {"frame-src": "file:"}

INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
DATA = re.compile(r"""\btype=["']?[^"'>]*json""")  # no browser runs it
WRITTEN = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')

OUTSIDE = r"(?:[a-z][a-z0-9+.-]*:)?//"
FRAMES = "iframe|object|embed|audio|video|form|base|script|style"
TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
CODE = re.compile(r"\s(style|on[a-z]+)\s*=", re.IGNORECASE)
SOURCE = re.compile(rf"""\ssrc(?:set)?\s*=\s*["']?({OUTSIDE}[^"'\s>]*)""", re.IGNORECASE)
# Most pages have nothing of the kind, and are not looked at tag by tag.
SUSPECT = re.compile(rf"{CODE.pattern}|{SOURCE.pattern}|<(?:{FRAMES})\b|javascript:", re.IGNORECASE)


def policy(directives: dict[str, str] = DIRECTIVES, pages: Iterable[str] = ()) -> str:
    """The policy that lets the inline scripts and styles of these pages be, each by its hash."""
    hashes: dict[str, set[str]] = {"script-src": set(), "style-src": set()}
    for kind, attributes, code in (found for html in pages for found in INLINE.findall(html)):
        needs_hash = directives[f"{kind}-src"] != ANY_INLINE  # which a hash would end
        if needs_hash and "src=" not in attributes and not DATA.search(attributes):
            hashes[f"{kind}-src"].add(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'")
    return "; ".join(" ".join([name, sources, *sorted(hashes.get(name, ()))]) for name, sources in directives.items())


def with_policy(html: str, content: str) -> str:
    """The page with this policy in the place of the one that its template wrote."""
    return WRITTEN.sub(lambda found: found[1] + content, html, count=1)


def refused(page: str, html: str) -> Iterator[Problem]:
    """Name what the policy would keep from the readers of a page, without a word, in the HTML of its text."""
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

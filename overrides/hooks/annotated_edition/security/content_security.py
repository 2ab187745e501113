"""The Content-Security-Policy of the pages: they load and run what the site itself sends, and nothing else.

It stands in the pages, since not every host lets headers be set. Inline code is known by its hash, so that nothing that
finds its way into a page can run (https://www.w3.org/TR/CSP3/).
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

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

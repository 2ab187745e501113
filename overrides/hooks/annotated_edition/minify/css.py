"""Stylesheets as they are sent: minified, and the theme's without the rules for what is on no page.

The theme's stylesheets are made for all that a site could use. Dropped is what PurgeCSS drops, which needs Node:
a rule goes when each of its selectors asks for a class, an id or the value of an attribute that stands in no page and
that no script could add, and a custom property when nothing asks for it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lightningcss import process_stylesheet

NAMING = re.compile(r'\s(?:class|id)="([^"]*)"')
VALUE = re.compile(r'="([^"]*)"')
# Not after a dot: that is a property of an object, or a selector by which a script looks for what stands in a page.
WORD = re.compile(r"(?<![.\w-])[\w-]+")
NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes ([\w-]+)")
VALUED = re.compile(r'\[([\w-]+)="?([\w-]+)"?\]')
FIXED = "dir"  # an attribute that no script sets
NEVER = "unused"  # a class that nothing has
PROPERTY = re.compile(r"(?<![\w-])--[\w-]+")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")

# What the theme's script makes only where a page has a class: the beginning of its names, and the class. A feature of
# the theme whose name begins with CONTENT may let it make more.
OPTIONAL = {
    "md-annotation": "annotate",
    "md-tooltip": "annotate",
    "md-code": "highlight",
    "md-source": "md-source__facts",
    "md-tag": "md-tag",
    "md-version": "md-version",
    "tabbed": "tabbed-set",
    "--md-mermaid": "mermaid",
}
CONTENT = "content."


@dataclass(frozen=True)
class Asked:
    """What a page has that selectors can ask for, and what it asks for itself."""

    names: list[str]  # classes and ids
    values: list[str]  # of all attributes
    properties: list[str]  # custom ones, of styles in the page

    @classmethod
    def read(cls, html: str) -> "Asked":
        names = {name for value in NAMING.findall(html) for name in value.split()}
        return cls(sorted(names), sorted(set(VALUE.findall(html))), asked(html))


@dataclass(frozen=True)
class Names:
    """What selectors can ask for with success."""

    names: frozenset[str]  # classes and ids of pages
    values: frozenset[str]  # of all attributes
    words: frozenset[str]  # of scripts
    beginnings: tuple[str, ...]  # of words that scripts put together

    @classmethod
    def read(cls, pages: Collection[Asked], scripts: Iterable[str], optional: Mapping[str, str]) -> "Names":
        """From what pages have and the text of scripts.

        `optional` says what scripts make only where a page has a class: the beginning of its names, and the class.
        """
        names = frozenset(name for page in pages for name in page.names)
        absent = tuple(beginning for beginning, mark in optional.items() if mark not in names)
        words = {word for script in scripts for word in WORD.findall(script) if not word.startswith(absent)}
        beginnings = tuple(sorted(word for word in words if re.fullmatch(r"[A-Za-z].*-", word)))
        values = frozenset(value for page in pages for value in page.values)
        return cls(names, values, frozenset(words), beginnings)

    def __contains__(self, name: str) -> bool:
        return name in self.names or name in self.words or name.startswith(self.beginnings)

    def has(self, attribute: str, value: str) -> bool:
        return value in self.values or (value in self.words and attribute != FIXED)


def minified_css(css: str) -> str:
    """The same in fewer letters. Raises ValueError where it cannot be read."""
    return str(process_stylesheet(css))


def asked(text: str) -> list[str]:
    """The custom properties for which a text asks."""
    return sorted(set(ASKED.findall(text)))


def purged(css: str, used: Names, others: Iterable[str] = ()) -> str:
    """What is needed of a stylesheet, minified; `others` are custom properties for which others ask."""
    others = set(others)
    css = VALUED.sub(lambda found: found[0] if used.has(found[1], found[2]) else f".{NEVER}", css)
    # One list is for all kinds of names, and animations are not looked at.
    unused = {name for name in NAME.findall(css) if name not in used} - set(KEYFRAMES.findall(css))
    while True:
        css = str(process_stylesheet(css, unused_symbols=unused))
        kept = others | set(ASKED.findall(css))
        left = {name for name in PROPERTY.findall(css) if name not in kept and name not in used} - unused
        if not left:
            return css
        unused |= left

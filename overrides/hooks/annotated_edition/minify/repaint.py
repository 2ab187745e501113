"""Says in another way what makes a browser look at every element anew, which on a long page holds up a slow telephone.

Each was seen in Chromium, of the theme, whenever a page opens; nothing looks or works otherwise without it.
"""

import re
from collections.abc import Iterable

# Lets nothing fade while the theme's script sets the colors, which it then takes away again.
SWITCHING = re.compile(r"\[data-md-color-switching\][^{}]*\{[^{}]*\}")
# Means tables, but any element might be below one from the moment when a class of the page itself is changed.
UNCLASSED = ":not([class])"
TABLE = re.compile(r'<table\b[^>]* class="([^"]*)"')
# Gives the whole page the scheme of its colors, twice; edition.css does it from the start.
SCHEME = '"meta",{name:"color-scheme"}'
ELSE = '"meta",{name:"scheme"}'


def table_classes(pages: Iterable[str]) -> list[str]:
    """The classes that tables have in the HTML of the pages."""
    return sorted({name for page in pages for value in TABLE.findall(page) for name in value.split()})


def cheap_css(css: str, tables: list[str]) -> str:
    """A stylesheet that asks for tables with none of these classes where it asked for those with no class at all."""
    without = SWITCHING.sub("", css)
    return without.replace(UNCLASSED, f":not({','.join(f'.{name}' for name in tables)})") if tables else without


def cheap_js(script: str) -> str:
    """The theme's script with an entry for the head of the page that no browser heeds."""
    return script.replace(SCHEME, ELSE)

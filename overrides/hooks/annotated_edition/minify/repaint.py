"""Changes what makes a browser look at every element anew, which holds up a slow telephone, or ask for too much.

Each was seen in Chromium, of the theme. Nothing looks or works otherwise without it, but that each link is followed.
"""

import re
from collections.abc import Iterable

from annotated_edition.theme import patched

MAIN = "assets/stylesheets/main.*.min.css"
PALETTE = "assets/stylesheets/palette.*.min.css"
BUNDLE = "assets/javascripts/bundle.*.min.js"
# Lets nothing fade while the theme's script sets the colors, which it then takes away again.
SWITCHING = (
    "[data-md-color-switching] *,[data-md-color-switching] :after,[data-md-color-switching] :before"
    "{transition-duration:0s!important}"
)
# Means tables, but any element might be below one from the moment when a class of the page itself is changed.
UNCLASSED = "table:not([class])"
TABLE = re.compile(r'<table\b[^>]* class="?([^">]*)')
# Gives the whole page the scheme of its colors, twice; edition.css does it from the start.
SCHEME = '"meta",{name:"color-scheme"}'
NO_SCHEME = '"meta",{name:"scheme"}'  # an entry for the head that no browser heeds
# Asks for the sitemap beside each, so as to lead to the same page in another language; ours is the feed.
ALTERNATES = '"link[rel=alternate]"'
LANGUAGES = '"link[rel=alternate][hreflang]"'
# Scrolls the table of contents smoothly to what is read; while it does, Chromium follows no link within the page.
SMOOTH = 'm(()=>"smooth")'
INSTANT = 'm(()=>"instant")'


def table_classes(pages: Iterable[str]) -> list[str]:
    """The classes that tables have in the HTML of the pages."""
    return sorted({name for page in pages for value in TABLE.findall(page) for name in value.split()})


def without_switching(css: str) -> str:
    """The theme's stylesheet of colors without the rule for the moment when they change. Raises PatchError."""
    return patched(css, SWITCHING, "", file=PALETTE)


def with_tables(css: str, classes: list[str]) -> str:
    """The theme's stylesheet that asks for tables with none of these classes, not with none. Raises PatchError."""
    new = f"table:not({','.join(f'.{name}' for name in classes)})" if classes else UNCLASSED
    return patched(css, UNCLASSED, new, file=MAIN, count=16)


def changed_script(script: str) -> str:
    """The theme's script, which leaves the scheme to its stylesheet, asks for no sitemap and scrolls at once.

    Raises PatchError.
    """
    for old, new in ((SCHEME, NO_SCHEME), (ALTERNATES, LANGUAGES), (SMOOTH, INSTANT)):
        script = patched(script, old, new, file=BUNDLE)
    return script

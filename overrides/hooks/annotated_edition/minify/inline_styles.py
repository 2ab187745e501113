"""Puts stylesheets into a page, which is then drawn as soon as it has come, without asking for them first.

The next pages bring them once more; that is the price. So what styles only the passages stays linked, right before the
first of them: browsers draw what precedes the link meanwhile, and the next pages have it from the cache.
"""

import re
from collections.abc import Callable

LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
PASSAGES = re.compile(r'<div class="(?:switches|passage)">')
# What says where it came from, for whoever looks for it.
NAME = "data-sheet"
ADDRESS = re.compile(r"""url\((?!["']?data:)|@import""")


def with_sheets(html: str, read: Callable[[str], tuple[str, str]], later: str = "") -> str:
    """The page with each stylesheet in the place of the link to it.

    `read` takes the address in the link, and gives the name and the text of the stylesheet. One that would not mean the
    same there, since it names other files by their addresses, stays linked to. Where the page has passages, the link to
    the stylesheet of the name `later` stands before them.
    """
    passages = PASSAGES.search(html)
    moved = ""

    def sheet(link: re.Match[str]) -> str:
        nonlocal moved
        name, css = read(link[1])
        if name == later and passages:
            moved = link[0]
            return ""
        return link[0] if ADDRESS.search(css) or "</style" in css else f'<style {NAME}="{name}">{css}</style>'

    html = LINK.sub(sheet, html)
    return PASSAGES.sub(lambda found: f"{moved}{found[0]}", html, count=1) if moved else html

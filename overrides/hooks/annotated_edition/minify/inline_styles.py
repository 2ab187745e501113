"""Puts stylesheets into a page, which is then drawn as soon as it has come, without asking for them first.

The next pages bring them once more; that is the price, and why it is paid only where visits begin.
"""

import re
from collections.abc import Callable

LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
# What says where it came from, for whoever looks for it.
NAME = "data-sheet"
ADDRESS = re.compile(r"""url\((?!["']?data:)|@import""")


def with_sheets(html: str, read: Callable[[str], tuple[str, str]]) -> str:
    """The page with each stylesheet in the place of the link to it.

    `read` takes the address in the link, and gives the name and the text of the stylesheet. One that would not mean the
    same there, since it names other files by their addresses, stays linked to.
    """

    def sheet(link: re.Match[str]) -> str:
        name, css = read(link[1])
        return link[0] if ADDRESS.search(css) or "</style" in css else f'<style {NAME}="{name}">{css}</style>'

    return LINK.sub(sheet, html)

"""Compare the rendered pages with what was read: nothing with a label may be lost on the way."""

import re
from collections.abc import Iterator

from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem

ID = re.compile(r"""<[a-z][^>]*?\sid=["']?([^"'\s>]+)""")


def lost_labels(page: Page, html: str) -> Iterator[Problem]:
    """Everything that was read with a label and whose id is not in the HTML of its page.

    pymdownx leaves a block that it does not take for one as the text that it is written as, without a word. That
    happens within lists and raw HTML, and where a kind of block is at fault.
    """
    ids = set(ID.findall(html))
    for item in page.items:
        if item.anchor not in ids:
            wrong = f"was read, but the rendered page has no {item.anchor}"
            yield Problem(item.page, item.lines.start, item.subject, wrong, "take it out of any list or HTML tag")

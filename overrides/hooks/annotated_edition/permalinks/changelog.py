"""Write what an edition changes into the page of changes, where an editor can then say more."""

import datetime
import re
from collections.abc import Sequence

from annotated_edition.text.dates import spoken_date

HEADING = re.compile(r"^## +Edition +(\S+) *$", re.MULTILINE)
NEXT = re.compile(r"^##? ", re.MULTILINE)
FOLDED = "/// details | Every change, label by label\n{}\n///"


def with_changes(page: str, version: str, day: datetime.date, lines: Sequence[str]) -> str:
    """The page with a folded list at the end of the section of an edition, begun above all others if need be.

    A list that stands there already is not written again.
    """
    listed = FOLDED.format("\n".join(lines))
    found = next((heading for heading in HEADING.finditer(page) if heading[1] == version), None)
    if found is None:
        others = HEADING.search(page)
        start = others.start() if others else len(page.rstrip()) + 2
        section = f"## Edition {version}\n\n{spoken_date(day)}.\n\n{listed}\n"
        above = page[:start].rstrip()
        return f"{above}\n\n{section}\n{page[start:]}".rstrip() + "\n"
    after = NEXT.search(page, found.end())
    end = after.start() if after else len(page)
    section = page[found.start() : end]
    if listed in section:
        return page
    return f"{page[: found.start()]}{section.rstrip()}\n\n{listed}\n\n{page[end:]}".rstrip() + "\n"

"""What an edition changes, as the page of changes says it: in a list below the heading of the edition.

`make edition` writes it, and the feed is made from it.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotated_edition.blocks.declaration import spoken
from annotated_edition.interface import gettext
from annotated_edition.permalinks.editions import Changes
from annotated_edition.permalinks.register import Entry
from annotated_edition.permalinks.snapshot import Snapshot
from annotated_edition.structure.kinds import counted
from annotated_edition.text.dates import spoken_date

NEXT = re.compile(r"^##? ", re.MULTILINE)
FOLDED = "/// details | {}\n{}\n///"


def lines(changes: Changes, snapshot: Snapshot, *, first: bool) -> Iterator[str]:
    """The changes as items of a list in Markdown, one a label; of the first edition their number."""
    if first:
        counts = Counter(entry.subject.split()[0] for entry in changes.new)
        listed = ", ".join(counted(word, count) for word, count in counts.items())
        said = [gettext("New: %(things)s.", things=listed)]
    else:
        said = [gettext("New: %(things)s.", things=_link(entry, snapshot)) for entry in changes.new]
        said += [gettext("Changed: %(things)s.", things=_link(entry, snapshot)) for entry in changes.changed]
        said += [gettext("Withdrawn: %(things)s.", things=_link(entry, snapshot)) for entry in changes.withdrawn]
        said += [_moved(entry, snapshot) for entry in changes.moved]
    yield from (f"- {text}" for text in said)


def _moved(entry: Entry, snapshot: Snapshot) -> str:
    was = entry.at if entry.moved else entry.was.partition(" ")[0]
    return gettext("Moved: %(things)s, which was at `%(was)s`.", things=_link(entry, snapshot), was=was)


def _link(entry: Entry, snapshot: Snapshot) -> str:
    path, _, anchor = (entry.moved or entry.at).partition("#")
    page = snapshot.pages[path]
    if anchor:
        return f"[{spoken(entry.subject)}]({page.name}#{anchor})"
    return gettext("the page %(link)s", link=f"[{page.title}]({page.name})")


def titled(version: str) -> str:
    """The heading of an edition on the page of changes, by which the feed finds it too."""
    return gettext("Edition %(version)s", version=version)


def _heading() -> re.Pattern[str]:
    """The heading of any edition as it is written there."""
    before, after = (" +".join(map(re.escape, part.split(" "))) for part in titled("\n").split("\n"))
    return re.compile(rf"^## +{before}(\S+?){after} *$", re.MULTILINE)


def with_changes(page: str, version: str, day: datetime.date, lines: Sequence[str]) -> str:
    """The page with a folded list at the end of the section of an edition, begun above all others if need be.

    A list that stands there already is not written again.
    """
    listed = FOLDED.format(gettext("Every change, label by label"), "\n".join(lines))
    headings = _heading()
    found = next((heading for heading in headings.finditer(page) if heading[1] == version), None)
    if found is None:
        others = headings.search(page)
        start = others.start() if others else len(page.rstrip()) + 2
        section = f"## {titled(version)}\n\n{spoken_date(day)}.\n\n{listed}\n"
        above = page[:start].rstrip()
        return f"{above}\n\n{section}\n{page[start:]}".rstrip() + "\n"
    after = NEXT.search(page, found.end())
    end = after.start() if after else len(page)
    section = page[found.start() : end]
    if listed in section:
        return page
    return f"{page[: found.start()]}{section.rstrip()}\n\n{listed}\n\n{page[end:]}".rstrip() + "\n"

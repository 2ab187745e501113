"""The register of labels, docs/data/register.yml: every address published, with the edition that last changed it.

It is YAML for others, and here read line by line: one line is one entry, and each must be as `make edition` writes it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotated_edition.structure.kinds import order
from annotated_edition.text.problems import Problem

DATA = "data/register.yml"
HEAD = """\
# The register of labels: every page, claim, annotation, figure, event and term that an edition has published.
# Written by `make edition`, never by hand; .github/CONTRIBUTING.md says how a label is withdrawn and how a page moves.
#
# at         its address below the site's
# edition    the edition that last changed it
# text       the hash of its text, by the rule in overrides/hooks/annotated_edition/permalinks/content_hash.py
# withdrawn  the edition that withdrew it
# moved      of a page: the address at which its text stands now
# was        earlier addresses, which still lead to it
"""
EDITIONS, ENTRIES = "editions:", "entries:"

ENTRY = re.compile(
    r'  (?P<subject>\S[^:]*): \{at: "(?P<at>[^"]+)", edition: "(?P<edition>[^"]+)", text: "(?P<text>[^"]+)"'
    r'(?:, withdrawn: "(?P<withdrawn>[^"]+)")?(?:, moved: "(?P<moved>[^"]+)")?(?:, was: "(?P<was>[^"]+)")?\}'
)
EDITION = re.compile(r'  "([^"]+)": "(\d{4}-\d\d-\d\d)"')


@dataclass(frozen=True)
class Entry:
    """Something with an address of its own. `subject` is what messages call it; for a page it holds its address."""

    subject: str
    at: str
    text: str
    edition: str = ""
    withdrawn: str = ""
    moved: str = ""
    was: str = ""  # addresses, with spaces between them

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address at which it has been published."""
        return (self.at, *self.was.split())


@dataclass(frozen=True)
class Register:
    """The days of all editions by their versions, and the entries by their subjects."""

    editions: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def latest(self) -> str:
        """The version of the newest edition, or nothing."""
        return ([*self.editions] or [""])[-1]


def read_register(content: str) -> tuple[Register, list[Problem]]:
    """The register, and a problem for each line that `make edition` cannot have written."""
    editions: dict[str, str] = {}
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(content.splitlines(), start=1):
        entry = ENTRY.fullmatch(line)
        if edition := EDITION.fullmatch(line):
            editions[edition[1]] = edition[2]
        elif entry and entry["subject"] not in entries:
            entries[entry["subject"]] = Entry(**entry.groupdict(""))
        elif line.strip() and not line.startswith("#") and line.rstrip(" {}") not in (EDITIONS, ENTRIES):
            remedy = "take the line from the last commit; make edition writes this file"
            problems.append(Problem.in_line(DATA, number, "is not as it was written", remedy))
    begun = {line.rstrip(" {}") for line in content.splitlines()}
    if lost := {EDITIONS, ENTRIES} - begun:
        wrong, remedy = f"has lost its line {min(lost)}", "take the file from the last commit; make edition writes it"
        problems.append(Problem(DATA, 0, "file", wrong, remedy))
    return Register(editions, entries), problems


def _line(entry: Entry) -> str:
    names = ("at", "edition", "text", "withdrawn", "moved", "was")
    facts = [f'{name}: "{value}"' for name in names if (value := getattr(entry, name))]
    return f"  {entry.subject}: {{{', '.join(facts)}}}"


def written(register: Register) -> str:
    """The file, in the one order and form that it has."""
    editions = [f'  "{version}": "{day}"' for version, day in register.editions.items()]
    entries = [_line(register.entries[subject]) for subject in sorted(register.entries, key=order)]
    return HEAD + "\n".join([_headed(EDITIONS, editions), _headed(ENTRIES, entries)]) + "\n"


def _headed(head: str, lines: Iterable[str]) -> str:
    text = "\n".join([head, *lines])
    return text if "\n" in text else f"{head} {{}}"

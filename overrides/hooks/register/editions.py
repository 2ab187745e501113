"""What a new edition changes, label by label: the rules of `make edition`.

The hash of a text tells whether it has changed since the edition that the register names. What every build checks is in
permanence.py.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from text.labels import order

from register.register import Entry, Register
from register.standing import Standing


@dataclass
class Changes:
    """What is not as the last edition left it, each list in the order of the register."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)
    moved: list[Entry] = field(default_factory=list)  # with the address now

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.withdrawn or self.moved)


def compare(register: Register, standing: Standing, version: str) -> tuple[dict[str, Entry], Changes]:
    """The entries as edition `version` leaves them, and what is then new, changed, withdrawn and moved."""
    changes = Changes()
    entries = dict(register.entries)
    for thing in sorted(standing.entries, key=order):
        then, now = register.entries.get(thing), standing.entries[thing]
        if then is None:
            entries[thing] = replace(now, edition=version)
            changes.new.append(now)
        else:
            entries[thing] = _compared(then, now, standing, version, changes)
    for thing, then in register.entries.items():
        page = standing.page_at(then.at)
        if thing not in standing.entries and page and not then.moved:
            to = next(address for address, each in standing.pages.items() if each is page)
            entries[thing] = replace(then, edition=version, moved=to)
            changes.moved.append(entries[thing])
    return entries, changes


def _compared(then: Entry, now: Entry, standing: Standing, version: str, changes: Changes) -> Entry:
    edition = then.edition
    if now.withdrawn and not then.withdrawn:
        edition = version
        changes.withdrawn.append(now)
    elif now.text != then.text:
        edition = version
        changes.changed.append(now)
    if now.at == then.at:
        return replace(then, edition=edition, text=now.text, withdrawn=now.withdrawn)
    was = " ".join(dict.fromkeys((then.at, *then.was.split())))
    if then.at.partition("#")[0] not in standing.pages:  # the whole page has moved, and is named itself
        return replace(now, edition=edition, was=was)
    changes.moved.append(replace(now, edition=version, was=was))
    return changes.moved[-1]


def refusal(register: Register, changes: Changes, standing: Standing, version: str, day: str) -> str:
    """Why an edition cannot be registered, and what to do about it; nothing where it can."""
    where = "extra.edition in mkdocs.yml"
    if version in register.editions:
        return f"edition {version} is registered already; give the next one another version, under {where}"
    if register.editions and _parts(version) <= _parts(register.latest):
        return f"edition {version} does not follow edition {register.latest}; give it a higher version, under {where}"
    if register.editions and day < register.editions[register.latest]:
        return f"edition {version} is dated before edition {register.latest}; correct its date, under {where}"
    if not changes:
        return f"nothing has changed since edition {register.latest}; there is nothing to register"
    for entry in changes.withdrawn:
        if entry.withdrawn != version:
            place = standing.names[entry.thing]
            return f"{place}: {entry.thing}: says that edition {entry.withdrawn} withdraws it; write {version}"
    return ""


def _parts(version: str) -> list[int]:
    return [int(part) if part.isdigit() else -1 for part in version.split(".")]


def lines(changes: Changes, standing: Standing, *, first: bool) -> Iterator[str]:
    """The changes as items of a list in Markdown, one a label; of the first edition their number."""
    if first:
        counts = Counter(entry.thing.split()[0] for entry in changes.new)
        yield f"- New: {', '.join(f'{count} {word}s' for word, count in counts.items())}."
        return
    said: Mapping[str, list[Entry]] = vars(changes)
    for name, entries in said.items():
        for entry in entries:
            yield f"- {name.capitalize()}: {_link(entry, standing)}{_from(entry, standing)}."


def _link(entry: Entry, standing: Standing) -> str:
    path, _, anchor = (entry.moved or entry.at).partition("#")
    page = standing.pages[path]
    return f"[{entry.thing}]({page.name}#{anchor})" if anchor else f"the page [{page.title}]({page.name})"


def _from(entry: Entry, standing: Standing) -> str:
    """Where something stood that has moved."""
    was = entry.at if entry.moved else entry.was.partition(" ")[0]
    return f", which was at `{was}`" if was else ""

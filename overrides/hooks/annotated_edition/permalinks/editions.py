"""What a new edition changes, label by label: the rules of `make edition`.

The hash of a text tells whether it has changed since the edition that the register names. What every build checks is in
checks.py.
"""

from dataclasses import dataclass, field, replace

from annotated_edition.permalinks.register import Entry, Register
from annotated_edition.permalinks.snapshot import Snapshot, address_of
from annotated_edition.structure.kinds import order


@dataclass
class Changes:
    """What is not as the last edition left it, each list in the order of the register."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)
    moved: list[Entry] = field(default_factory=list)  # with the address now

    def __bool__(self) -> bool:
        return any(vars(self).values())


def compare(register: Register, snapshot: Snapshot, version: str) -> tuple[dict[str, Entry], Changes]:
    """The entries as edition `version` leaves them, and what is then new, changed, withdrawn and moved."""
    changes = Changes()
    entries = dict(register.entries)
    for subject in sorted(snapshot.entries, key=order):
        then, now = register.entries.get(subject), snapshot.entries[subject]
        if then is None:
            entries[subject] = replace(now, edition=version)
            changes.new.append(now)
        else:
            entries[subject] = _compared(then, now, snapshot, version, changes)
    for subject, then in register.entries.items():
        page = snapshot.page_at(then.at)
        if subject not in snapshot.entries and page and not then.moved:
            entries[subject] = replace(then, edition=version, moved=address_of(page.name))
            changes.moved.append(entries[subject])
    renamed = {f"page {entry.moved}" for entry in changes.moved if entry.moved}
    changes.new = [entry for entry in changes.new if entry.subject not in renamed]
    return entries, changes


def _compared(then: Entry, now: Entry, snapshot: Snapshot, version: str, changes: Changes) -> Entry:
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
    if then.at.partition("#")[0] not in snapshot.pages:  # the whole page has moved, and is named itself
        return replace(now, edition=edition, was=was)
    changes.moved.append(replace(now, edition=version, was=was))
    return changes.moved[-1]


def refusal(register: Register, changes: Changes, snapshot: Snapshot, version: str, day: str) -> str:
    """Why an edition cannot be registered, and what to do about it; nothing where it can."""
    where = "extra.edition in mkdocs.yml"
    if version in register.editions:
        return f"edition {version} is registered already; give the next one another version, under {where}"
    if register.editions and parts(version) <= parts(register.latest):
        return f"edition {version} does not follow edition {register.latest}; give it a higher version, under {where}"
    if register.editions and day < register.editions[register.latest]:
        return f"edition {version} is dated before edition {register.latest}; correct its date, under {where}"
    if not changes:
        return f"nothing has changed since edition {register.latest}; there is nothing to register"
    for entry in changes.withdrawn:
        if entry.withdrawn != version:
            place = snapshot.names[entry.subject]
            return f"{place}: {entry.subject}: says that edition {entry.withdrawn} withdraws it; write {version}"
    return ""


def parts(version: str) -> list[int]:
    """The numbers of a version, by which it is sorted."""
    return [int(part) for part in version.split(".")]

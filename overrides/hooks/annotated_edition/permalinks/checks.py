"""What was published stays where it is: whatever breaks that is named.

These are the rules of every build. They are about labels and addresses alone: between two editions a text may change
freely, and what has changed is found by `make edition`, whose rules are in editions.py.
"""

from collections.abc import Iterator

from annotated_edition.blocks.declaration import subject_of
from annotated_edition.blocks.withdrawn import Former
from annotated_edition.permalinks.register import DATA, Entry, Register
from annotated_edition.permalinks.snapshot import Snapshot
from annotated_edition.settings import FILE
from annotated_edition.structure.kinds import KINDS
from annotated_edition.text.problems import Problem


def permanence_problems(register: Register, snapshot: Snapshot) -> list[Problem]:
    """Every label or address that has disappeared or is given again, and every tombstone or move that is not true."""
    shifted = dict(_shifted(register, snapshot))
    named = {problem.subject for page in snapshot.pages.values() for problem in page.problems}
    passed = named | set(shifted.values())
    kept = [entry for entry in register.entries.values() if entry.subject not in passed]
    found = [problem for entry in kept for problem in _gone(entry, snapshot)]
    for subject, owner in shifted.items():
        wrong = f"has the text that was published as {owner}"
        remedy = f"give it back the label {_label(owner)}, since labels are never moved on"
        found.append(Problem(snapshot.names[subject], 0, subject, wrong, remedy))
    found += [*_given_again(register, snapshot), *_untrue_tombstones(register, snapshot), *_untrue_moves(snapshot)]
    return sorted(found)


def _label(subject: str) -> str:
    """The label as it is written after a bar: 8b, figure 2."""
    short = subject.partition(" ")[2]
    return short if subject_of(short, KINDS) == subject else subject


def _gone(entry: Entry, snapshot: Snapshot) -> Iterator[Problem]:
    """An address that leads nowhere; of a page that is gone only the page's own."""
    for address in entry.addresses:
        path, _, anchor = address.partition("#")
        page = snapshot.page_at(path)
        if not page and not anchor:
            remedy = f"put it back, or write under moved in {FILE} where its text is now"
            yield Problem(DATA, 0, f"page {path}", "was published and is gone", remedy)
        elif page and anchor and anchor not in page.anchors:
            wrong = "was published and is gone"
            remedy = f"put it back, or write where it stood /// withdrawn | {_label(entry.subject)}, with the reason"
            if entry.subject in snapshot.entries:
                wrong = f"was published here and stands in {snapshot.names[entry.subject]} now"
                remedy = f"move it back, or write here /// moved | {_label(entry.subject)}, with a link to it"
            yield Problem(page.name, 0, entry.subject, wrong, remedy)


def _shifted(register: Register, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Labels that were given a text which another of their kind has been published with, and that other."""
    owners = {(entry.subject.split()[0], entry.text): entry.subject for entry in register.entries.values()}
    for subject, entry in snapshot.entries.items():
        owner = owners.get((subject.split()[0], entry.text), subject)
        if owner == subject or subject.startswith("page "):
            continue
        if not _keeps(register, snapshot, subject) and not _keeps(register, snapshot, owner):
            yield subject, owner


def _keeps(register: Register, snapshot: Snapshot, subject: str) -> bool:
    """Whether something stands there with the text that it was published with."""
    then, now = register.entries.get(subject), snapshot.entries.get(subject)
    return then is not None and now is not None and then.text == now.text


def _given_again(register: Register, snapshot: Snapshot) -> Iterator[Problem]:
    for subject, entry in register.entries.items():
        now = snapshot.entries.get(subject)
        if now and entry.withdrawn and not now.withdrawn:
            wrong = f"was withdrawn in edition {entry.withdrawn}, and no label is given twice"
            remedy = f"give it a label of its own, and put back /// withdrawn | {_label(subject)}"
            yield Problem(snapshot.names[subject], 0, subject, wrong, remedy)
        elif now and entry.moved:
            wrong = f"has moved to {entry.moved} in edition {entry.edition}, and no address is given twice"
            remedy = f"give the file another name, and put back its line under moved in {FILE}"
            yield Problem(snapshot.names[subject], 0, subject, wrong, remedy)


def _untrue_tombstones(register: Register, snapshot: Snapshot) -> Iterator[Problem]:
    stones = [item for page in snapshot.pages.values() for item in page.items if isinstance(item, Former)]
    for stone in stones:
        entry = register.entries.get(stone.subject)
        if not entry:
            wrong = f"was never published, so it cannot have been {stone.KIND}"
            yield stone.problem(wrong, f"delete its /// {stone.KIND}")
        elif stone.KIND == "moved" and snapshot.names.get(stone.subject) == stone.page:
            yield stone.problem("is said to have moved from here, and stands here", "delete its /// moved")
        elif stone.KIND == "withdrawn" and entry.withdrawn and entry.withdrawn != stone.edition:
            yield stone.problem(f"was withdrawn in edition {entry.withdrawn}", f"write this and not {stone.edition}")
        elif stone.KIND == "withdrawn" and not entry.withdrawn and stone.edition in register.editions:
            wrong = f"still stood in edition {stone.edition}"
            yield stone.problem(wrong, "write the edition that is to be published next")


def _untrue_moves(snapshot: Snapshot) -> Iterator[Problem]:
    for old, new in snapshot.edition.settings.moved.items():
        if old in snapshot.edition.pages:
            yield Problem(FILE, 0, f"moved {old}", "is a page still", "delete the page, or its line under moved")
        elif not snapshot.now_at(old):
            wrong, remedy = f"leads to {new}, which is no page", "write the path of one in docs/"
            yield Problem(FILE, 0, f"moved {old}", wrong, remedy)

"""What was published stays where it is: whatever breaks that is named.

These are the rules of every build. They are about labels and addresses alone: between two editions a text may change
freely, and what has changed is found by `make edition`, whose rules are in editions.py.
"""

from collections.abc import Iterator

from text.labels import thing_of
from text.problems import Problem

from register.register import DATA, Entry, Register
from register.standing import Standing

SETTINGS = "mkdocs.yml"


def permanence_problems(register: Register, standing: Standing) -> list[Problem]:
    """Every label or address that has disappeared or is given again, and every tombstone or move that is not true."""
    shifted = dict(_shifted(register, standing))
    named = {problem.thing for page in standing.pages.values() for problem in page.problems}
    passed = named | set(shifted.values())
    kept = [entry for entry in register.entries.values() if entry.thing not in passed]
    found = [problem for entry in kept for problem in _gone(entry, standing)]
    for thing, owner in shifted.items():
        wrong = f"has the text that was published as {owner}"
        remedy = f"give it back the label {_label(owner)}, since labels are never moved on"
        found.append(Problem(standing.names[thing], 0, thing, wrong, remedy))
    found += [*_given_again(register, standing), *_untrue_tombstones(register, standing), *_untrue_moves(standing)]
    return sorted(found)


def _label(thing: str) -> str:
    """The label as it is written after a bar: 8b, figure 2."""
    short = thing.partition(" ")[2]
    return short if thing_of(short) == thing else thing


def _gone(entry: Entry, standing: Standing) -> Iterator[Problem]:
    """An address that leads nowhere; of a page that is gone only the page's own."""
    for address in entry.addresses:
        path, _, anchor = address.partition("#")
        page = standing.page_at(path)
        if not page and not anchor:
            remedy = f"put it back, or write under moved in {SETTINGS} where its text is now"
            yield Problem(DATA, 0, f"page {path}", "was published and is gone", remedy)
        elif page and anchor and anchor not in page.anchors:
            wrong = "was published and is gone"
            remedy = f"put it back, or write where it stood /// withdrawn | {_label(entry.thing)}, with the reason"
            if entry.thing in standing.entries:
                wrong = f"was published here and stands in {standing.names[entry.thing]} now"
                remedy = f"move it back, or write here /// moved | {_label(entry.thing)}, with a link to it"
            yield Problem(page.name, 0, entry.thing, wrong, remedy)


def _shifted(register: Register, standing: Standing) -> Iterator[tuple[str, str]]:
    """Labels that were given a text which another of their kind has been published with, and that other."""
    owners = {(entry.thing.split()[0], entry.text): entry.thing for entry in register.entries.values()}
    for thing, entry in standing.entries.items():
        owner = owners.get((thing.split()[0], entry.text), thing)
        if owner == thing or thing.startswith("page "):
            continue
        if not _keeps(register, standing, thing) and not _keeps(register, standing, owner):
            yield thing, owner


def _keeps(register: Register, standing: Standing, thing: str) -> bool:
    """Whether something stands there with the text that it was published with."""
    then, now = register.entries.get(thing), standing.entries.get(thing)
    return then is not None and now is not None and then.text == now.text


def _given_again(register: Register, standing: Standing) -> Iterator[Problem]:
    for thing, entry in register.entries.items():
        now = standing.entries.get(thing)
        if now and entry.withdrawn and not now.withdrawn:
            wrong = f"was withdrawn in edition {entry.withdrawn}, and no label is given twice"
            remedy = f"give it a label of its own, and put back /// withdrawn | {_label(thing)}"
            yield Problem(standing.names[thing], 0, thing, wrong, remedy)
        elif now and entry.moved:
            wrong = f"has moved to {entry.moved} in edition {entry.edition}, and no address is given twice"
            remedy = f"give the file another name, and put back its line under moved in {SETTINGS}"
            yield Problem(standing.names[thing], 0, thing, wrong, remedy)


def _untrue_tombstones(register: Register, standing: Standing) -> Iterator[Problem]:
    for page in standing.pages.values():
        for stone in page.tombstones:
            entry = register.entries.get(stone.thing)
            wrong = remedy = ""
            if not entry:
                wrong = f"was never published, so it cannot have been {stone.name}"
                remedy = f"delete its /// {stone.name}"
            elif stone.name == "moved" and standing.names.get(stone.thing) == page.name:
                wrong, remedy = "is said to have moved from here, and stands here", "delete its /// moved"
            elif stone.name == "withdrawn" and entry.withdrawn and entry.withdrawn != stone.edition:
                wrong, remedy = f"was withdrawn in edition {entry.withdrawn}", f"write this and not {stone.edition}"
            elif stone.name == "withdrawn" and not entry.withdrawn and stone.edition in register.editions:
                wrong = f"still stood in edition {stone.edition}"
                remedy = "write the edition that is to be published next"
            if wrong:
                yield Problem(page.name, stone.lines.start, stone.thing, wrong, remedy)


def _untrue_moves(standing: Standing) -> Iterator[Problem]:
    for old, new in standing.moves.items():
        if old in standing.edition.pages:
            yield Problem(SETTINGS, 0, f"moved {old}", "is a page still", "delete the page, or its line under moved")
        elif not standing.now_at(old):
            wrong, remedy = f"leads to {new}, which is no page", "write the path of one in docs/"
            yield Problem(SETTINGS, 0, f"moved {old}", wrong, remedy)

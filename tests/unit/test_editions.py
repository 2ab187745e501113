"""A new edition says label by label what it changes, and is refused where there is nothing to say."""

import datetime

import pytest
from annotated_edition.permalinks.editions import Changes, compare, lines, refusal, with_changes
from annotated_edition.permalinks.snapshot import Snapshot
from fixtures.labelled import annotation, claim, published, snapshot

ISSUE = claim("1") + annotation("1a", "One.") + annotation("1b", "Two.")
BACKGROUND = claim("2", "Something else is held.") + annotation("2a", "Four.")
THEN = snapshot(issue=ISSUE, background=BACKGROUND)
WITHDRAWN = '/// withdrawn | 1b\n    edition: "1.1"\n\nIts source was retracted.\n///\n\n'
MOVED = '/// moved | 2\n    edition: "1.1"\n\nIt stands in [the issue](issue.md#claim-2).\n///\n\n'
DAY = datetime.date(2027, 1, 5)
UNDER = ", under extra.edition in mkdocs.yml"


def listed(now: Snapshot, then: Snapshot = THEN) -> list[str]:
    _, changes = compare(published(then), now, "1.1")
    return list(lines(changes, now, first=False))


def test_every_label_that_is_not_as_it_was_has_a_line() -> None:
    issue = ISSUE.replace("One.", "Another.").replace(annotation("1b", "Two."), WITHDRAWN + annotation("1c", "New."))
    assert listed(snapshot(issue=issue, background=BACKGROUND)) == [
        "- New: [annotation 1c](issue.md#annotation-1c).",
        "- Changed: [annotation 1a](issue.md#annotation-1a).",
        "- Withdrawn: [annotation 1b](issue.md#annotation-1b).",
    ]


def test_what_has_moved_is_said_with_the_address_that_it_had() -> None:
    now = snapshot(
        issue=ISSUE + BACKGROUND, background=MOVED + MOVED.replace("| 2", "| 2a").replace("claim-2", "annotation-2a")
    )
    assert listed(now) == [
        "- Moved: [claim 2](issue.md#claim-2), which was at `/background/#claim-2`.",
        "- Moved: [annotation 2a](issue.md#annotation-2a), which was at `/background/#annotation-2a`.",
    ]
    moved = snapshot({"background.md": "context.md"}, issue=ISSUE, context=BACKGROUND)
    assert listed(moved) == ["- Moved: the page [Context](context.md), which was at `/background/`."]


def test_of_the_first_edition_the_labels_are_counted() -> None:
    _, changes = compare(published(snapshot()), THEN, "1.0")
    assert list(lines(changes, THEN, first=True)) == ["- New: 2 pages, 2 claims, 3 annotations."]


def test_an_entry_keeps_the_edition_that_last_changed_it() -> None:
    now = snapshot(issue=ISSUE.replace("One.", "Another."), background=BACKGROUND)
    editions = {thing: entry.edition for thing, entry in published(now, published(THEN), "1.1").entries.items()}
    assert [thing for thing, edition in editions.items() if edition == "1.1"] == ["annotation 1a"]


@pytest.mark.parametrize(
    ("version", "day", "reason"),
    [
        ("1.9", "2027-01-05", f"edition 1.9 is registered already; give the next one another version{UNDER}"),
        ("1.8", "2027-01-05", f"edition 1.8 does not follow edition 1.9; give it a higher version{UNDER}"),
        ("1.10", "2026-11-23", f"edition 1.10 is dated before edition 1.9; correct its date{UNDER}"),
        ("1.10", "2027-01-05", "nothing has changed since edition 1.9; there is nothing to register"),
    ],
)
def test_an_edition_is_refused_with_the_reason(version: str, day: str, reason: str) -> None:
    register = published(THEN, version="1.9")
    assert refusal(register, compare(register, THEN, version)[1], THEN, version, day) == reason


def test_a_label_is_withdrawn_by_the_edition_that_its_page_says() -> None:
    now = snapshot(issue=ISSUE.replace(annotation("1b", "Two."), WITHDRAWN), background=BACKGROUND)
    register = published(THEN)
    changes = compare(register, now, "1.2")[1]
    assert refusal(register, changes, now, "1.2", "2027-01-05") == (
        "issue.md: annotation 1b: says that edition 1.1 withdraws it; write 1.2"
    )
    assert refusal(register, changes, now, "1.1", "2027-01-05") == ""
    assert not Changes()


PAGE = "# Changes\n\n## Edition 1.0\n\nNovember 24, 2026.\nThe first edition.\n"
LISTED = ["- New: [claim 3](issue.md#claim-3).", "- Changed: [claim 1](issue.md#claim-1)."]
FOLDED = f"/// details | Every change, label by label\n{LISTED[0]}\n{LISTED[1]}\n///"
SECTION = f"## Edition 1.1\n\nJanuary 5, 2027.\n\n{FOLDED}\n"


def test_the_changes_are_written_above_those_of_earlier_editions() -> None:
    page = with_changes(PAGE, "1.1", DAY, LISTED)
    assert page == PAGE.replace("## Edition 1.0", f"{SECTION}\n## Edition 1.0")
    assert with_changes(page, "1.1", DAY, LISTED) == page
    assert with_changes("# Changes\n", "1.1", DAY, LISTED) == f"# Changes\n\n{SECTION}"


def test_they_are_added_to_what_an_editor_has_written_of_the_edition() -> None:
    page = with_changes(PAGE, "1.0", DAY, LISTED)
    assert page == f"{PAGE}\n{FOLDED}\n"

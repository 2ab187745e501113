"""A new edition says label by label what it changes, and is refused where there is nothing to say."""

import datetime

import pytest
from annotated_edition.permalinks.changes import lines, with_changes
from annotated_edition.permalinks.editions import Changes, compare, refusal
from annotated_edition.permalinks.register import Entry
from annotated_edition.permalinks.snapshot import Snapshot
from fixtures.labelled import BACKGROUND, ISSUE, MOVED, MOVED_NOTE, THEN, WITHDRAWN, annotation, published, snapshot

DAY = datetime.date(2027, 1, 5)
UNDER = ", under extra.edition in mkdocs.yml"


def listed(now: Snapshot) -> list[str]:
    _, changes = compare(published(THEN), now, "1.1")
    return list(lines(changes, now, first=False))


def test_what_has_moved_is_said_with_the_address_that_it_had() -> None:
    now = snapshot(issue=ISSUE + BACKGROUND, background=MOVED + MOVED_NOTE)
    assert listed(now) == [
        "- Moved: [claim 2](issue.md#claim-2), which was at `/background/#claim-2`.",
        "- Moved: [annotation 2a](issue.md#annotation-2a), which was at `/background/#annotation-2a`.",
    ]
    twice = Changes(moved=[Entry("claim 2", "/issue/#claim-2", "", was="/background/#claim-2 /#claim-2")])
    assert list(lines(twice, now, first=False)) == listed(now)[:1]
    moved = snapshot({"background.md": "context.md"}, issue=ISSUE, context=BACKGROUND)
    assert listed(moved) == ["- Moved: the page [Context](context.md), which was at `/background/`."]


@pytest.mark.parametrize(
    ("version", "day", "reason"),
    [
        ("1.9", "2027-01-05", f"edition 1.9 is registered already; give the next one another version{UNDER}"),
        ("1.8", "2027-01-05", f"edition 1.8 does not follow edition 1.9; give it a higher version{UNDER}"),
        ("1.10", "2026-11-23", f"edition 1.10 is dated before edition 1.9; correct its date{UNDER}"),
        ("1.10", "2026-11-24", "nothing has changed since edition 1.9; there is nothing to register"),
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


def test_the_first_edition_says_how_much_there_is() -> None:
    everything = Changes(new=[Entry(subject, "/", "") for subject in ("page /", "claim 1", "claim 2")])
    assert list(lines(everything, snapshot(), first=True)) == ["- New: 1 page, 2 claims."]


PAGE = "# Changes\n\n## Edition 1.0\n\nNovember 24, 2026.\nThe first edition.\n"
LISTED = ["- New: [claim 3](issue.md#claim-3).", "- Changed: [claim 1](issue.md#claim-1)."]
FOLDED = f"/// details | Every change, label by label\n{LISTED[0]}\n{LISTED[1]}\n///"
SECTION = f"## Edition 1.1\n\nJanuary 5, 2027.\n\n{FOLDED}\n"


def test_changes_are_written_above_those_of_earlier_editions_and_below_what_an_editor_has_written() -> None:
    page = with_changes(PAGE, "1.1", DAY, LISTED)
    assert page == PAGE.replace("## Edition 1.0", f"{SECTION}\n## Edition 1.0")
    assert with_changes(page, "1.1", DAY, LISTED) == page
    assert with_changes("# Changes\n", "1.1", DAY, LISTED) == f"# Changes\n\n{SECTION}"
    assert with_changes(PAGE, "1.0", DAY, LISTED) == f"{PAGE}\n{FOLDED}\n"

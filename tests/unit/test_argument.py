"""The map of the argument shows every claim once, where a finger can press it."""

import re
from itertools import pairwise

from annotated_edition.structure.argument import STEP, TITLE, WIDTH, argument
from annotated_edition.structure.pages import Page
from fixtures.labelled import claim
from fixtures.reading import read_page


def page(name: str, *labels: int) -> Page:
    return read_page(name, name, "# Title\n" + "".join(claim(str(label)) for label in labels))


PAGES = [page("index.md"), page("issue.md", 1, 2), page("part/index.md", 3), page("part/one.md", *range(4, 13))]


def test_a_page_with_claims_has_a_row_in_which_nine_marks_have_room_set_in_below_the_first_of_its_section() -> None:
    issue, first, one = rows = argument(PAGES).rows
    assert [row.page.name for row in rows] == ["issue.md", "part/index.md", "part/one.md"]
    assert max(mark.x for row in rows for mark in row.marks) + STEP // 2 <= WIDTH
    assert issue.x == first.x < one.x
    assert issue.y < first.y < one.y


def test_a_line_without_a_gap_leads_to_every_row_from_the_one_above_at_its_depth() -> None:
    first, *others = argument([*PAGES, page("part/two.md", 13), page("last.md", 14)]).rows
    assert first.line == ""
    branches = {first.x: first.y}  # where the line has come to at each depth
    for above, row in pairwise([first, *others]):
        left, start, end, right = lengths(row.line)
        assert left < right < row.x
        assert abs(end - row.y) < TITLE  # beside the title
        if row.x in branches:
            assert start == branches[row.x] + end - row.y
        else:  # the first within a part, whose line comes from under the title of the part
            assert above.y < start < min(mark.y for mark in above.marks)
        branches = {x: y for x, y in branches.items() if x < row.x} | {row.x: row.y}


def lengths(line: str) -> list[int]:
    """From the left where a line begins, from the top where it begins and ends, and how far to the right it goes."""
    found = re.fullmatch(r"M(\d+) (\d+)V(\d+)H(\d+)", line)
    return list(map(int, found.groups())) if found else []

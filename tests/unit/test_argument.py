"""The map of the argument shows every claim once, where a finger can press it."""

from annotated_edition.structure.argument import STEP, WIDTH, argument
from annotated_edition.structure.pages import Page
from fixtures.labelled import claim
from fixtures.reading import read_page


def page(name: str, *labels: int) -> Page:
    return read_page(name, name, "# Title\n" + "".join(claim(str(label)) for label in labels))


PAGES = [page("index.md"), page("issue.md", 1, 2), page("part/index.md", 3), page("part/one.md", *range(4, 13))]


def test_a_page_without_claims_has_no_row() -> None:
    assert [row.page.name for row in argument(PAGES).rows] == ["issue.md", "part/index.md", "part/one.md"]


def test_nine_marks_in_a_row_stay_within_the_drawing() -> None:
    rightmost = max(mark.x for row in argument(PAGES).rows for mark in row.marks)

    assert rightmost + STEP // 2 <= WIDTH


def test_the_pages_of_a_section_are_set_in_below_its_first_page() -> None:
    issue, first, one = argument(PAGES).rows

    assert issue.x == first.x < one.x
    assert issue.y < first.y < one.y

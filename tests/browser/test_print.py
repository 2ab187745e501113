"""What a reader gets who prints a page: nothing is cut, torn from its heading or folded."""

from functools import cache

import pypdfium2  # type: ignore[import-untyped]
import pytest
from annotated_edition.citations.styles import STYLES
from annotated_edition.text.dates import spoken_date
from fixtures.builder import EDITION
from fixtures.written import MONTH, SOURCES, WRITTEN
from playwright.sync_api import Page, expect

IMPRINT = f"Edition {EDITION['version']}, {spoken_date(EDITION['date'])}"


# What browsers are told of the shapes before words: they leave out what is behind a text, unless its colors are exact.
INKED = "all => all.map(word => getComputedStyle(word, '::before').printColorAdjust)"
# The sign before what opens at a press.
OPENING = "all => all.map(each => getComputedStyle(each, '::before').display)"


def on_paper(page: Page, path: str) -> None:
    """Open a page as it is printed; a page that is opened while another is seen so may be seen as on a screen."""
    page.goto(path)
    page.emulate_media(media="print")


@cache
def sheets(page: Page, path: str, paper: str = "A4") -> list[str]:
    """The text of each sheet of paper that a page is printed on."""
    page.goto(path)
    printed = pypdfium2.PdfDocument(page.pdf(format=paper))
    return [sheet.get_textpage().get_text_range() for sheet in printed]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_edition_day_and_month_stand_apart_on_the_first_sheet_and_the_map_on_that_of_its_heading(
    paper: str, page: Page
) -> None:
    first, *_ = texts = sheets(page, "/", paper)
    for number, text in enumerate(texts, start=1):
        assert " ".join(text.split()).startswith(f"{EDITION['title']} {IMPRINT} {number} / {len(texts)} "), text[:300]
    facts = (f"Edition {EDITION['version']}", spoken_date(EDITION["date"]), f"Sources through {MONTH}")
    assert " · ".join(facts) in " ".join(first.split())
    (sheet,) = (text for text in texts if "The argument at a glance" in text)
    assert "The issue" in sheet
    assert "The long run" in sheet


def test_the_timeline_begins_on_its_first_sheet(page: Page) -> None:
    assert "December 31" in sheets(page, "/timeline/")[0]


def test_every_sheet_names_the_work_the_page_and_the_edition_and_has_its_number(page: Page) -> None:
    texts = sheets(page, "/issue/")
    for number, text in enumerate(texts, start=1):
        around = f"{EDITION['title']} The issue {IMPRINT} {number} / {len(texts)} "
        assert " ".join(text.split()).startswith(around), text[:300]


def test_what_can_only_be_pressed_is_not_printed(page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 900})  # as narrow as paper
    on_paper(page, "/issue/")
    pressed = page.locator(".annotations > summary, .claim .cite__open, .annotation .cite__open")
    assert pressed.count()
    assert pressed.evaluate_all("all => all.filter(each => each.checkVisibility()).length") == 0
    expect(page.locator(".annotation").first).to_be_visible()
    expect(page.locator(".annotation a.term").first).to_have_css("text-decoration-line", "none")
    on_paper(page, "/references/")
    expect(page.locator(".reference__facts a").first).to_be_hidden()


def test_every_style_of_a_citation_is_printed(page: Page) -> None:
    on_paper(page, "/claims/")
    for style in page.locator(".cite .cite__string").all():
        expect(style).to_be_visible()
    assert set(page.locator(".cite summary").evaluate_all(OPENING)) == {"none"}  # since nothing is folded there


def test_the_shapes_of_verdicts_are_printed_though_they_are_cut_out_of_a_background(page: Page) -> None:
    claim = next(claim for claim in WRITTEN if claim.outcome)
    on_paper(page, f"/c/{claim.number}/cite/")  # without the theme, which has all of a text printed in its colors
    assert page.locator(".verdict, .outcome").evaluate_all(INKED) == ["exact", "exact"]


def test_paper_is_white(page: Page) -> None:
    page.goto("/cite/")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.downloads table')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_the_first_sheet_begins_with_the_heading_and_the_last_holds_more_than_an_address(page: Page) -> None:
    for path in ("reasons/europe-first/", "issue/", "recommendations/long-run/"):
        first, *_, last = texts = sheets(page, f"/{path}")
        title = SOURCES[path].title
        assert " ".join(first.split()).startswith(f"{EDITION['title']} {title} {IMPRINT} 1 / {len(texts)} {title} ")
        assert "Citation files" not in last
        assert STYLES[-1].title in " ".join(last.split())

"""What a reader gets who prints a page: nothing is cut, torn from its heading or folded."""

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect


def sheets(page: Page, path: str, paper: str = "A4") -> list[str]:
    """The text of each sheet of paper that a page is printed on."""
    page.goto(path)
    printed = pypdfium2.PdfDocument(page.pdf(format=paper))
    return [sheet.get_textpage().get_text_range() for sheet in printed]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_map_of_the_argument_is_on_the_sheet_of_its_heading(paper: str, page: Page) -> None:
    (sheet,) = (text for text in sheets(page, "/", paper) if "The argument at a glance" in text)
    assert "The issue" in sheet
    assert "The long run" in sheet


def test_the_timeline_begins_on_its_first_sheet(page: Page) -> None:
    assert "December 31" in sheets(page, "/timeline/")[0]


def test_every_style_of_a_citation_is_printed(page: Page) -> None:
    page.goto("/claims/")
    page.emulate_media(media="print")
    for style in page.locator(".cite .cite__string").all():
        expect(style).to_be_visible()


def test_paper_is_white(page: Page) -> None:
    page.goto("/cite/")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.downloads table')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_the_last_sheet_holds_more_than_an_address(page: Page) -> None:
    for path in ("/reasons/europe-first/", "/issue/", "/recommendations/long-run/"):
        last = sheets(page, path)[-1]
        assert "Citation files" not in last
        assert "Bluebook" in last

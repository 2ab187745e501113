"""A figure in a page of others, in a real browser: its width, its scheme, and its values."""

from pathlib import Path

import pytest
from fixtures.accessible import OF_COLOR, RULES, faults
from fixtures.serving import hosting
from fixtures.tabs import Tabs, open_whole
from playwright.sync_api import Page, expect

HEAD = '<!doctype html><html lang="en"><title>Another page</title>'
HOST = HEAD + '<iframe width="{}" height="900" src="{}/f/6/{}"></iframe>'


def show(page: Page, folder: Path, server: str, width: int, fragment: str = "") -> None:
    """Open a page of another site, written into a folder, that shows the figure in a frame of a width."""
    html = HOST.format(width, server, f"#{fragment}" if fragment else "")
    (folder / "index.html").write_text(html, encoding="utf-8")
    page.set_viewport_size({"width": 1300, "height": 1000})
    with hosting(folder) as other:
        open_whole(page, other)


def test_it_fits_at_every_width_and_one_drawing_is_seen(page: Page, server: str, tmp_path: Path) -> None:
    show(page, tmp_path, server, 320)
    frame = page.frames[1]
    expect(frame.locator("h1")).to_contain_text("Figure 6")
    for width in (320, 600, 1200):
        page.locator("iframe").evaluate("(frame, width) => { frame.width = width; }", width)
        frame.wait_for_function("width => innerWidth === width", arg=width)
        assert [drawing.is_visible() for drawing in frame.locator("svg").all()].count(True) == 1, width
        assert frame.locator("html").evaluate("html => html.scrollWidth") <= width


@pytest.mark.parametrize(
    ("system", "fragment", "scheme", "is_dark"),
    [
        ("light", "", "light dark", False),
        ("light", "light", "light", False),
        ("light", "dark", "dark", True),
        ("dark", "", "light dark", True),
    ],
)
def test_its_scheme_is_that_of_the_system_unless_its_address_has_one(
    system: str, fragment: str, scheme: str, is_dark: bool, tabs: Tabs, server: str, tmp_path: Path
) -> None:
    page = tabs(color_scheme=system)
    show(page, tmp_path, server, 600, fragment)
    look = "html => [getComputedStyle(html).colorScheme, getComputedStyle(html).backgroundColor]"
    found, paper = page.frame_locator("iframe").locator("html").evaluate(look)
    assert found == scheme
    assert (paper == "rgb(25, 23, 20)") is is_dark


def test_its_values_are_read_there_too(page: Page, server: str, tmp_path: Path) -> None:
    show(page, tmp_path, server, 600)
    frame = page.frame_locator("iframe")
    frame.locator("svg[data-size=wide] [data-line='4']").hover()
    expect(frame.locator(".figure__value p").first).to_have_text("<15 percent of gas imports")
    with page.context.expect_page() as opened:
        frame.locator(".figure__value a").click()
    expect(opened.value.locator(":target")).to_be_visible()
    assert opened.value.url.endswith("/recommendations/energy-security/#reference-quotidiano2024gas")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_it(scheme: str, page: Page) -> None:
    page.goto(f"/f/6/#{scheme}")
    for summary in page.locator("summary").all():
        summary.click()
    code = page.locator(".embed__code p > code")
    code.last.click()
    assert page.evaluate("String(getSelection()).trim()") == code.last.inner_text()
    assert faults(page, "html", RULES if scheme == "light" else OF_COLOR) == []

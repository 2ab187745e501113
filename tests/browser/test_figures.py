"""Figures in a real browser: the drawing that fits, in both schemes, forced colors, print and at every width."""

from itertools import product

import pytest
from fixtures.accessible import SET_SCHEME, faults
from playwright.sync_api import Browser, Page, expect

PATHS = ["reasons/economic-lifeline/", "recommendations/energy-security/", "figures/"]
SHOWN = "figure.figure svg >> visible=true"
LETTERS = """drawing => [...drawing.querySelectorAll('text')].map(text => {
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(text).fontSize) * scale;
})"""
# Words beyond the edges of their drawing, in units of the screen.
CUT = """drawing => {
    const box = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')].filter(text => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < box.left - 2 || right > box.right + 2 || top < box.top - 2 || bottom > box.bottom + 2;
    }).map(text => text.textContent);
}"""


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_one_drawing_of_each_figure_fits_and_can_be_read(path: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/{path}")
    figures = page.locator("figure.figure")
    assert figures.count() > 0
    for scheme, figure in product(("default", "slate"), figures.all()):
        page.evaluate(SET_SCHEME, scheme)
        (drawing,) = [svg for svg in figure.locator("svg").all() if svg.is_visible()]
        box = drawing.bounding_box()
        assert box is not None
        assert box["width"] <= width
        letters = sorted(drawing.evaluate(LETTERS))
        assert letters[0] >= 8
        assert letters[len(letters) // 2] >= 10.5
        assert drawing.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def color(page: Page, selector: str, name: str = "fill") -> str:
    found: str = page.locator(selector).first.evaluate("(mark, name) => getComputedStyle(mark)[name]", name)
    return found


def test_the_colors_follow_the_scheme(browser: Browser, server: str) -> None:
    colors = []
    for scheme in ("light", "dark"):
        context = browser.new_context(base_url=server, color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto("/recommendations/energy-security/")
        colors.append(color(page, "#figure-6 [data-value]"))
        context.close()
    assert colors[0] != colors[1]


def test_forced_colors_take_the_system_s_own(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, forced_colors="active")
    page = context.new_page()
    page.goto("/recommendations/energy-security/")
    canvas: str = page.evaluate(
        "() => { const e = document.createElement('i'); e.style.color = 'CanvasText'; document.body.append(e);"
        " return getComputedStyle(e).color; }"
    )
    assert color(page, "#figure-6 [data-value]") == canvas
    context.close()


def test_the_wide_drawing_is_printed_and_the_controls_are_not(page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto("/recommendations/energy-security/")
    page.emulate_media(media="print")
    expect(page.locator("#figure-6 svg[data-size=wide]")).to_be_visible()
    expect(page.locator("#figure-6 svg[data-size=narrow]")).to_be_hidden()
    expect(page.locator("#figure-6 .figure__sources")).to_be_visible()
    expect(page.locator("#figure-6 .figure__files")).to_be_hidden()


def test_the_table_opens_by_the_keyboard_and_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/recommendations/energy-security/")
    page.locator("#figure-6 summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#figure-6 table")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_every_table_open(scheme: str, browser: Browser, server: str) -> None:
    context = browser.new_context(
        base_url=server, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/figures/")
    for summary in page.locator("figure summary").all():
        summary.click()
    assert faults(page, "figure") == []
    context.close()

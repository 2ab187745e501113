"""Figures in a real browser: the drawing that fits, in both schemes, forced colors, print and at every width."""

import gzip
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fixtures.accessible import OF_COLOR, SCHEMES, SET_SCHEME, faults
from fixtures.extent import ALL
from fixtures.tabs import NARROW, PHONE, Tabs, open_whole, rectangle
from playwright.sync_api import Page, expect

ENERGY = "/recommendations/energy-security/"
PATHS = ["reasons/economic-lifeline/", "recommendations/energy-security/", "figures/"]
# Of each drawing of a figure that is seen its width, the sizes of its letters and the words beyond its edges.
DRAWN = """figure => [...figure.querySelectorAll("svg")].filter(drawing =>
    drawing.checkVisibility({ visibilityProperty: true }) && drawing.getBoundingClientRect().height
).map(drawing => {
    const box = drawing.getBoundingClientRect(), texts = [...drawing.querySelectorAll("text")];
    const scale = box.width / drawing.viewBox.baseVal.width;
    const letters = texts.map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
    const cut = texts.filter(text => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < box.left - 2 || right > box.right + 2 || top < box.top - 2 || bottom > box.bottom + 2;
    });
    return [box.width, letters.sort((one, other) => one - other), cut.map(text => text.textContent)];
})"""

# Of a row of a table what has no unit, each with its head, and neither its note nor its source.
FACTS = """(table, line) => {
    const heads = [...table.querySelectorAll("th")].slice(0, -2);
    const cells = table.querySelector(`[data-row="${line}"]`).children;
    return heads.flatMap((head, at) => head.dataset.unit ? [] : [`${head.textContent}: ${cells[at].textContent}`]);
}"""
PLACES = "marks => marks.map(({ dataset: { line, column } }) => [Number(line), Number(column)])"
# A place in a box that is far from every mark of its drawing.
FAR = """box => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    const marks = [...box.querySelectorAll("[data-line]")].map(mark => mark.getBoundingClientRect());
    const isFar = (x, y) => marks.every(mark =>
        Math.hypot(Math.max(mark.left - x, 0, x - mark.right), Math.max(mark.top - y, 0, y - mark.bottom)) > 90);
    for (let y = top + 1; y < bottom; y += 5) {
        for (let x = left + 1; x < right; x += 5) if (isFar(x, y)) return [x, y];
    }
}"""
ALIGNED = "cells => [...new Set(cells.map(cell => getComputedStyle(cell).textAlign))]"
# What is done with tables that are wider than their room.
BEYOND = """boxes => [...new Set(boxes.filter(box => box.scrollWidth > box.clientWidth)
    .map(box => getComputedStyle(box).overflowX))]"""
# Marks of values that have nothing but the color of what they are drawn on.
UNSEEN = """() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll("figure svg [data-line]")].filter(mark => {
        const { fill, stroke } = getComputedStyle(mark);
        return [fill, stroke].every(color => color === "none" || color === paper);
    }).map(mark => mark.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("path", PATHS if ALL else PATHS[-1:])
def test_one_drawing_of_each_figure_fits_and_can_be_read(path: str, page: Page) -> None:
    page.goto(f"/{path}")
    for width, scheme in product((320, 390, 768, 1440), SCHEMES if ALL else SCHEMES[:1]):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(SET_SCHEME, scheme)
        figures = page.locator("figure.figure").evaluate_all(f"figures => figures.map({DRAWN})")
        assert figures
        for ((breadth, letters, cut),) in figures:
            assert breadth <= width
            assert letters[0] >= 8, width
            assert letters[len(letters) // 2] >= 10.5, width
            assert cut == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def color(page: Page, selector: str, name: str = "fill") -> str:
    found: str = page.locator(selector).first.evaluate("(mark, name) => getComputedStyle(mark)[name]", name)
    return found


def test_the_colors_follow_the_scheme_and_where_they_are_forced_are_the_system_s_own_with_an_outline_at_a_target(
    tabs: Tabs,
) -> None:
    colors = []
    for scheme, forced in (("light", "none"), ("dark", "none"), ("light", "active")):
        page = tabs(color_scheme=scheme, forced_colors=forced)
        page.goto(f"{ENERGY}#figure-6")  # the second time no new page, but the theme's script follows the system
        expect(page.locator("body")).to_have_attribute(
            "data-md-color-scheme", "slate" if scheme == "dark" else "default"
        )
        colors.append(color(page, "#figure-6 [data-line]"))
    assert colors[0] != colors[1]
    assert color(page, "#figure-6 .figure__head", "outlineStyle") == "solid"
    canvas: str = page.evaluate(
        "() => { const e = document.createElement('i'); e.style.color = 'CanvasText'; document.body.append(e);"
        " return getComputedStyle(e).color; }"
    )
    assert colors[-1] == canvas
    page.goto("/figures/")
    assert page.evaluate(UNSEEN) == []
    page.goto("/timeline/")
    assert color(page, ".strip__dots i", "backgroundColor") == canvas


def test_the_wide_drawing_is_printed_and_the_controls_are_not(page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(ENERGY)
    page.emulate_media(media="print")
    expect(page.locator("#figure-6 svg[data-size=wide]")).to_be_visible()
    expect(page.locator("#figure-6 svg[data-size=narrow]")).to_be_hidden()
    expect(page.locator("#figure-6 .figure__sources")).to_be_visible()
    expect(page.locator("#figure-6 .figure__files")).to_be_hidden()


def test_the_table_opens_by_the_keyboard_and_without_scripts(tabs: Tabs) -> None:
    page = tabs(scripts=False)
    page.goto(ENERGY)
    page.locator("#figure-6 summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#figure-6 table")).to_be_visible()


def test_with_every_table_open_numbers_end_in_one_line_none_is_cut_on_a_phone_and_axe_finds_nothing(
    tabs: Tabs,
) -> None:
    page = tabs(reduced_motion="reduce")
    page.goto("/figures/")
    page.locator("figure details").evaluate_all("tables => tables.forEach(table => { table.open = true; })")
    assert page.locator("figure [data-number]").evaluate_all(ALIGNED) == ["end"]
    for scheme in SCHEMES if ALL else SCHEMES[1:]:
        page.evaluate(SET_SCHEME, scheme)
        assert faults(page, "figure") == []
    page.set_viewport_size(NARROW)
    assert page.locator(".figure__scroll").evaluate_all(BEYOND) == ["auto"]


# --- Reading its values ---

SCRIPT = "/assets/javascripts/figure-values.js"
BOX = "#figure-6 .figure__drawings"
VALUE = "#figure-6 .figure__value"
WIDE = "#figure-6 svg[data-size=wide]"
# Of the third row, by line 4 of its file.
SAID = ["<15 percent of gas imports", "Year: 2023; Status: Reported", "The source names none of its own"]


def said(page: Page) -> list[str]:
    return page.locator(f"{VALUE} p").all_inner_texts()


def test_the_script_that_reads_values_is_small_and_fetched_on_first_use(new_page: Page, site: Path) -> None:
    asked: list[str] = []
    new_page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    open_whole(new_page, ENERGY)
    assert SCRIPT not in asked
    new_page.locator(BOX).hover()
    expect(new_page.locator(VALUE)).to_be_visible()
    new_page.locator(f"{WIDE} [data-line='2']").hover()
    assert asked.count(SCRIPT) == 1
    assert len(gzip.compress((site / SCRIPT.removeprefix("/")).read_bytes())) < 3_000


def test_pointing_at_a_mark_or_beside_it_reads_its_value_with_unit_year_note_and_source_and_axe_finds_nothing(
    page: Page,
) -> None:
    page.goto(ENERGY)
    mark = page.locator(f"{WIDE} [data-line='4']")
    mark.hover()
    expect(page.locator(f"{VALUE} p").first).to_have_text(SAID[0])
    expect(page.locator(VALUE)).to_have_role("status")  # so that it is heard
    assert said(page)[:3] == SAID
    assert said(page)[3].startswith("Source: Quotidiano Nazionale")
    assert faults(page, "#figure-6") == []
    page.evaluate(SET_SCHEME, "slate")
    assert faults(page, "#figure-6", rules=OF_COLOR) == []
    page.evaluate(SET_SCHEME, "default")
    link = page.locator(f"{VALUE} a")
    assert link.get_attribute("href") == "#reference-quotidiano2024gas"
    link.hover()  # it stays, so that it can be pressed
    expect(page.locator(f"{VALUE} p").first).to_have_text(SAID[0])
    page.mouse.move(5, 5)
    expect(page.locator(VALUE)).to_have_count(0)
    page.locator(BOX).scroll_into_view_if_needed()
    page.mouse.move(*page.locator(BOX).evaluate(FAR))
    expect(page.locator(VALUE)).to_have_count(0)
    mark.scroll_into_view_if_needed()
    box = rectangle(mark)
    before = color(page, f"{WIDE} [data-line='4']", "stroke")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 20)
    expect(page.locator(f"{VALUE} p").first).to_have_text(SAID[0])
    shown = rectangle(page.locator(VALUE))
    assert box["y"] < shown["height"] + 78 or shown["y"] + shown["height"] < box["y"]  # above it, where there is room
    # Where the header would cover it above the mark.
    page.mouse.move(5, 5)
    expect(page.locator(VALUE)).to_have_count(0)
    page.evaluate("y => scrollBy({ top: y, behavior: 'instant' })", box["y"] - shown["height"] - 40)
    mark.hover()
    box, shown, header = (rectangle(page.locator(part)) for part in (f"{WIDE} [data-line='4']", VALUE, ".md-header"))
    assert shown["y"] >= header["y"] + header["height"]
    assert shown["y"] > box["y"]
    assert page.locator("#figure-6 [data-read]").evaluate_all("marks => marks.map(mark => mark.dataset.line)") == ["4"]
    assert color(page, f"{WIDE} [data-line='4']", "stroke") != before


def test_of_several_values_in_a_row_each_is_read_with_its_name_and_a_place_on_a_map_by_its_own(page: Page) -> None:
    page.goto(ENERGY)
    page.locator("#figure-7 svg[data-size=wide] [data-line='2'][data-column='1']").hover()
    expect(page.locator("#figure-7 .figure__value p").first).to_have_text(
        "China, U.S. dollars per thousand cubic meters: 277.1"
    )
    facts = page.locator("#figure-7 table").evaluate(FACTS, "2")
    assert facts
    expect(page.locator("#figure-7 .figure__value p").nth(1)).to_have_text("; ".join(facts))
    places = page.locator("#figure-7 svg[data-size=wide] [data-line]").evaluate_all(PLACES)
    page.keyboard.press("Shift")
    page.locator("#figure-7 .figure__drawings").focus()
    page.keyboard.press("Home")
    for place in sorted(places):  # row by row, as in the table
        assert page.locator("#figure-7 [data-read]").evaluate_all(PLACES) == [place]
        page.keyboard.press("ArrowRight")
    page.goto("/figures/")
    page.locator("#figure-5 svg[data-size=wide] [data-line='2'][data-column='1']").hover()  # a bar before a larger one
    expect(page.locator("#figure-5 .figure__value p").first).to_have_text("Allies at 2 percent: 3")
    page.locator("#figure-3 svg[data-size=wide] [data-line='2']").hover()
    expect(page.locator("#figure-3 .figure__value p").first).to_have_text("Kovykta field")
    assert "Pipeline: Power of Siberia" in page.locator("#figure-3 .figure__value").inner_text()


def test_a_tap_shows_a_value_and_one_elsewhere_closes_it_or_a_window_of_another_size(tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    page.goto(ENERGY)
    page.locator("#figure-6 svg[data-size=narrow] [data-line='4']").tap()
    expect(page.locator(f"{VALUE} p").first).to_have_text(SAID[0])
    box = rectangle(page.locator(VALUE))
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    page.locator("#figure-6 .figure__title").tap(position={"x": 100, "y": 30})
    expect(page.locator(VALUE)).to_have_count(0)
    page.locator("#figure-6 svg[data-size=narrow] [data-line='4']").tap()
    expect(page.locator(VALUE)).to_be_visible()
    page.set_viewport_size(NARROW)
    expect(page.locator(VALUE)).to_have_count(0)
    page.keyboard.press("Shift")
    page.locator(BOX).focus()
    for key in ("Home", "End"):  # which stand at either edge
        page.keyboard.press(key)
        box = rectangle(page.locator(VALUE))
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]


def test_the_keyboard_reads_one_value_after_another(page: Page) -> None:
    page.goto(ENERGY)
    page.locator("#figure-6 .figure__facts a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(BOX)).to_be_focused()
    first = page.locator(f"{VALUE} p").first
    expect(first).to_have_text("45 percent of gas imports")
    place = page.evaluate("scrollY")
    for key, shown in (
        ("ArrowRight", "24.65"),
        ("ArrowDown", "<15"),
        ("ArrowLeft", "24.65"),
        ("ArrowRight", "<15"),
        ("ArrowUp", "24.65"),
        ("End", "13"),
        ("ArrowRight", "13"),
        ("Home", "45"),
    ):
        page.keyboard.press(key)
        expect(first).to_have_text(f"{shown} percent of gas imports")
    assert page.evaluate("scrollY") == place, "the keys are the figure's"
    page.locator(BOX).hover()
    page.mouse.move(5, 5)
    expect(page.locator(VALUE)).to_be_visible()  # for the keyboard is still there
    page.keyboard.press("Tab")
    expect(page.locator(f"{VALUE} a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(VALUE)).to_have_count(0)
    page.locator(BOX).focus()
    expect(page.locator(VALUE)).to_be_visible()
    page.locator("#figure-6 summary").focus()
    expect(page.locator(VALUE)).to_have_count(0)

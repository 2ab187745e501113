"""The map of the argument is a set of links, for the mouse, the keyboard and the ear."""

from fixtures.written import WRITTEN
from playwright.sync_api import Page, expect

# The color of each word of the scorecard, by its name.
HUES = """() => Object.fromEntries([...document.querySelectorAll(".scorecard :is(.verdict, .outcome)")]
    .map(word => [word.dataset.verdict ?? word.dataset.outcome, getComputedStyle(word).color]))"""
# The name, the color and the size of each mark of the map.
MARKS = """() => [...document.querySelectorAll(".argument__mark")].map(mark => {
    const shape = mark.querySelector("use");
    const { width, height } = shape.getBoundingClientRect();
    const name = mark.dataset.verdict ?? mark.dataset.outcome;
    return [name, getComputedStyle(shape).color, [width, height]];
})"""

# Of each claim of the list the number in its margin, the pixels from its verdict to the reason, and whether its title
# begins there and has room.
LISTED = """() => [...document.querySelectorAll(".glance__claims li")].map(claim => {
    const [title, verdict, reason] = ["a", ".assessment", ".because"]
        .map(part => claim.querySelector(part).getBoundingClientRect());
    const above = title.top - claim.getBoundingClientRect().top;
    const number = getComputedStyle(claim, "::before").content;
    return [number, reason.top - verdict.bottom, above < 8 && title.width > 90];
})"""
SIZES = "marks => marks.map(mark => mark.getBoundingClientRect()).map(({ width, height }) => [width, height])"


def test_every_mark_has_the_color_of_its_result_a_shape_that_is_drawn_and_room_for_a_finger(page: Page) -> None:
    page.goto("/assessment/")
    hues = page.evaluate(HUES)
    page.goto("/")
    marks = page.evaluate(MARKS)

    assert [name for name, _, _ in marks] == [claim.result for claim in WRITTEN]
    assert [name for name, color, _ in marks if color != hues[name]] == []
    assert [name for name, _, size in marks if max(size) < 8] == []
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.locator(".argument__mark rect").evaluate_all(SIZES)
        assert len(sizes) == len(WRITTEN)
        assert min(map(min, sizes)) >= 24, width


def test_a_mark_is_reached_by_the_keyboard_and_opens_its_claim(page: Page) -> None:
    """That one that is pointed at raises no error is seen in test_policy.py."""
    page.goto("/")
    page.locator(".argument__mark").nth(6).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/background/#claim-8")
    expect(page.locator("#claim-8")).to_be_visible()


def test_on_wide_screens_the_map_stays_beside_the_list_of_claims(page: Page) -> None:
    page.goto("/")
    for width, height in ((1440, 900), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        claim = page.locator(".glance__claims [value='22']")
        claim.evaluate("claim => claim.scrollIntoView({ block: 'center', behavior: 'instant' })")
        row, drawing, header = (
            place.evaluate("place => place.getBoundingClientRect().toJSON()")
            for place in (claim, page.locator(".argument"), page.locator(".md-header"))
        )
        assert drawing["right"] <= row["left"], width
        assert header["bottom"] <= drawing["top"] < row["top"] < drawing["bottom"], width
        if height >= 900:
            assert drawing["bottom"] <= height


def test_in_the_list_a_reason_follows_its_verdict_however_long_the_title_is(page: Page) -> None:
    page.goto("/")
    for width in (390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        listed = page.evaluate(LISTED)
        assert [number for number, _, _ in listed] == [f'"{claim.number}"' for claim in WRITTEN]
        assert all(abs(gap) < 8 and is_in_place for _, gap, is_in_place in listed), (width, listed)

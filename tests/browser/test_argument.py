"""The map of the argument is a set of links, for the mouse, the keyboard and the ear."""

import pytest
from playwright.sync_api import Page, expect

PARTS = {"/": 49, "/reasons/": 21, "/recommendations/": 18}


@pytest.mark.parametrize(("path", "count"), PARTS.items())
def test_the_map_shows_every_claim_of_its_part_with_title_and_verdict(page: Page, path: str, count: int) -> None:
    page.goto(path)
    names = [mark.get_attribute("aria-label") or "" for mark in page.locator(".argument__mark").all()]

    assert len(names) == count
    assert all(name.split(" ", 1)[0].isdigit() and ": " in name for name in names)


def test_a_mark_is_reached_by_the_keyboard_and_opens_its_claim(page: Page) -> None:
    page.goto("/")
    page.locator(".argument__mark").nth(6).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/background/#claim-8")
    expect(page.locator("#claim-8")).to_be_visible()


def test_pointing_at_a_mark_raises_no_error(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/")
    page.locator(".argument__mark").first.hover()
    page.wait_for_timeout(600)

    assert not errors


@pytest.mark.parametrize("width", [320, 1440])
def test_every_mark_is_large_enough_for_a_finger(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    boxes = [mark.bounding_box() for mark in page.locator(".argument__mark rect").all()]

    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768)])
def test_on_wide_screens_the_map_stays_beside_the_list_of_claims(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("/")
    claim = page.locator(".glance__claims [value='22']")
    claim.evaluate("claim => claim.scrollIntoView({ block: 'center', behavior: 'instant' })")
    row, drawing, header = (
        place.evaluate("place => place.getBoundingClientRect().toJSON()")
        for place in (claim, page.locator(".argument"), page.locator(".md-header"))
    )
    assert drawing["right"] <= row["left"]
    assert header["bottom"] <= drawing["top"] < row["top"] < drawing["bottom"]
    if height >= 900:
        assert drawing["bottom"] <= height

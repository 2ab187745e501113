"""A reader between two editions: addresses without a version, the way to the latest, and the choice of an edition."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fixtures.accessible import faults
from fixtures.extent import ALL
from fixtures.frozen import HOST, ROOT, host
from fixtures.tabs import open_whole, rectangle
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

WIDTHS = (1440, 390)  # CSS pixels
OLD = "1.0/second/#claim-3"


@pytest.fixture(scope="module")
def host_editions(browser: Browser, editions: Path) -> Iterator[Callable[..., Page]]:
    """Gives tabs of readers, by kinds of them, to whom the editions have their public address."""
    contexts: dict[str, BrowserContext] = {}

    def open_tab(**profile: Any) -> Page:
        if str(profile) not in contexts:
            contexts[str(profile)] = browser.new_context(**profile)
            contexts[str(profile)].route(f"{HOST}/**", partial(host, editions))
        return contexts[str(profile)].new_page()

    yield open_tab
    for context in contexts.values():
        context.close()


@pytest.fixture
def reader(host_editions: Callable[..., Page]) -> Iterator[Page]:
    page = host_editions()
    yield page
    page.close()


@pytest.fixture
def scriptless(host_editions: Callable[..., Page]) -> Iterator[Page]:
    page = host_editions(java_script_enabled=False)
    yield page
    page.close()


LEADING = {
    "": "1.1/",
    "c/3/": "1.1/third/#claim-3",
    "c/3a/": "1.1/third/#annotation-3a",
    "second/#annotation-3a": "1.1/third/#annotation-3a",
    "changes/#edition-10": "1.1/changes/#edition-10",
}


def test_an_address_without_a_version_leads_to_the_same_passage_of_the_latest(reader: Page) -> None:
    for address, target in LEADING.items():
        reader.goto(ROOT + address)
        reader.wait_for_url(ROOT + target)
        expect(reader.locator("h1"), address).to_be_visible()


def test_it_does_so_without_scripts(scriptless: Page) -> None:
    for address in ("", "c/3/"):
        scriptless.goto(ROOT + address, wait_until="commit")
        scriptless.wait_for_url(ROOT + LEADING[address])


def color(element: Locator) -> str:
    return str(element.evaluate("element => getComputedStyle(element).color"))


def test_a_page_of_an_old_edition_leads_to_the_same_passage_of_the_newer(reader: Page) -> None:
    reader.goto(ROOT + OLD)
    newer = reader.get_by_role("link", name="This page in the newer edition")
    expect(newer).to_have_attribute("href", f"{ROOT}second/#claim-3")
    assert color(newer) != color(reader.locator(".editions summary"))  # so that it is seen
    reader.locator("a[href='#annotation-3a']").first.click()
    newer.click()
    reader.wait_for_url(f"{ROOT}1.1/third/#annotation-3a")
    latest = reader.get_by_role("link", name="This page in the latest edition")
    expect(latest).to_be_visible()
    assert color(latest) == color(reader.locator(".editions summary"))


def test_without_scripts_there_are_links_to_the_latest_and_to_the_list(scriptless: Page) -> None:
    scriptless.goto(f"{ROOT}1.0/second/")
    scriptless.get_by_role("link", name="All editions").click()
    scriptless.wait_for_url(f"{ROOT}editions/")
    scriptless.get_by_role("link", name="Edition 1.0, November 24, 2026").click()
    scriptless.wait_for_url(f"{ROOT}1.0/")
    scriptless.get_by_role("link", name="This page in the latest edition").click()
    scriptless.wait_for_url(f"{ROOT}1.1/")


@pytest.mark.parametrize("width", WIDTHS)
def test_an_edition_is_chosen_by_keyboard(reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(ROOT + OLD)
    nav = reader.get_by_role("navigation", name="Editions")
    choice = nav.locator("summary")
    expect(choice).to_have_text("All editions")
    nav.locator("[rel=latest-version]").focus()
    reader.keyboard.press("Tab")
    expect(choice).to_be_focused()
    reader.keyboard.press("Enter")
    links = nav.get_by_role("list").get_by_role("link")
    expect(links).to_have_text(
        ["Edition 1.1, January 5, 2027", "Edition 1.0, November 24, 2026", "The list of editions"]
    )
    expect(links.nth(1)).to_have_attribute("aria-current", "true")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    for link in links.all():
        box = rectangle(link)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 24, "a target is 24 px high: WCAG 2.2, success criterion 2.5.8"
    reader.keyboard.press("Tab")
    reader.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(choice).to_be_focused()
    reader.keyboard.press("Space")
    reader.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{ROOT}1.1/third/#claim-3")


def test_the_choice_closes_once_the_focus_or_the_pointer_is_elsewhere_and_leads_to_a_title_page(reader: Page) -> None:
    reader.goto(f"{ROOT}1.1/third/")
    choice = reader.locator(".editions details")
    choice.locator("summary").click()
    expect(choice).to_have_attribute("open", "")
    reader.locator("article a").first.focus()
    expect(choice).not_to_have_attribute("open", "")
    choice.locator("summary").click()
    expect(choice).to_have_attribute("open", "")
    reader.locator("article p").first.click()
    expect(choice).not_to_have_attribute("open", "")
    choice.locator("summary").click()
    reader.get_by_role("link", name="Edition 1.0, November 24, 2026").click()
    reader.wait_for_url(f"{ROOT}1.0/")  # which has no such page, and is entered at its title page


@pytest.mark.parametrize("scheme", ["light", "dark"] if ALL else ["light"])
def test_axe_finds_nothing_with_the_choice_open_nor_in_the_list(
    host_editions: Callable[..., Page], scheme: str
) -> None:
    page = host_editions(color_scheme=scheme)
    page.goto(ROOT + OLD)
    page.locator(".editions summary").click()
    assert faults(page) == []
    page.goto(f"{ROOT}editions/")
    assert faults(page) == []


def test_a_missing_address_of_any_edition_is_answered_with_what_is_nearest_in_the_latest(reader: Page) -> None:
    for address in ("c/99/", "1.0/c/99/", "1.1/recommendations/c/99/"):
        answer = reader.goto(ROOT + address)
        assert answer
        assert answer.status == 404, address
        nearest = reader.locator("#nearest a")
        expect(nearest, address).to_have_text("Claim 5: Close the border")
        nearest.click()
        reader.wait_for_url(f"{ROOT}1.1/third/#claim-5")
        expect(reader.locator(".editions summary"), address).to_be_visible()


def test_where_the_list_is_missing_the_links_stay(reader: Page) -> None:
    reader.route(f"{ROOT}versions.json", lambda route: route.fulfill(status=404, body="none"))
    open_whole(reader, f"{ROOT}1.0/second/")
    assert reader.locator(".editions a").all_text_contents() == ["This page in the latest edition", "All editions"]
    reader.emulate_media(media="print")
    expect(reader.locator(".editions")).to_be_hidden()  # each sheet names the edition

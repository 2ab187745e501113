"""Back and forward: a page left by a link comes back from the browser's cache as it was, and nothing in it is stale."""

import os
import shutil
from collections.abc import Iterator

import chromium
import pytest
from fixtures.tabs import PHONE, Tabs, rectangle
from playwright.sync_api import Browser, Page, expect

PATH, OTHER = "/background/", "/issue/"
SCHEME = "[data-md-component=palette] label:not([hidden])"
# The shell of Chromium has no such cache, but says what in a page would keep it out of one.
WHOLE = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, chromium.NAMES[1:])), None)
NO_CACHE = "--disable-back-forward-cache"  # a flag of Playwright's
OF_THE_BROWSER = (
    "Circumstantial"  # a type of reasons in the protocol of Chromium's tools; of the page: PageSupportNeeded
)
LISTEN = "() => addEventListener('pageshow', ({ persisted }) => (window.isRestored = persisted))"
RESTORE = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
LEAVE = "() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"

# What a press on a switch does, besides turning it.
USE = "form => { for (const type of ['pointerdown', 'change']) form.dispatchEvent(new Event(type)); }"


def use_everything(page: Page) -> None:
    """Use on a page all that starts a worker, fetches something or listens to more."""
    page.goto(PATH)
    page.locator(".annotation .cite__open").first.click()
    expect(page.locator(".cite-panel")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".md-search__input").fill("border")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    link = page.locator(".annotation [role=doc-biblioref]").first
    link.hover()
    expect(page.locator("#preview")).to_be_visible()
    link.click()
    page.get_by_role("checkbox", name="Evidence").click()


def test_nothing_in_a_page_keeps_it_from_the_cache_of_back_and_forward(new_page: Page) -> None:
    reasons: list[dict[str, str]] = []
    session = new_page.context.new_cdp_session(new_page)
    session.send("Page.enable")
    session.on("Page.backForwardCacheNotUsed", lambda told: reasons.extend(told["notRestoredExplanations"]))
    use_everything(new_page)
    new_page.goto(OTHER)
    new_page.go_back(wait_until="commit")
    new_page.wait_for_url(f"**{PATH}#**")
    assert {reason["type"] for reason in reasons} == {OF_THE_BROWSER}, reasons


@pytest.fixture
def whole(browser: Browser, server: str) -> Iterator[Page]:
    """A tab of a whole Chromium or Chrome, on a phone."""
    with_cache = browser.browser_type.launch(executable_path=WHOLE, ignore_default_args=[NO_CACHE])
    context = with_cache.new_context(base_url=server, viewport=PHONE, is_mobile=True, has_touch=True)
    yield context.new_page()
    with_cache.close()


@pytest.mark.skipif(not WHOLE, reason="the shell of Chromium has no cache of pages, and there is no whole one")
def test_a_page_left_from_the_search_comes_back_from_the_cache_and_searches_on(whole: Page) -> None:
    whole.goto(PATH)
    whole.evaluate(LISTEN)
    whole.locator("label.md-header__button[for=__search]").tap()
    whole.locator(".md-search__input").fill("gas pipeline")
    whole.locator(f".md-search-result__link:not([href*='{PATH}'])").first.tap()
    whole.wait_for_url(lambda url: PATH not in url)
    whole.go_back(wait_until="commit")
    whole.wait_for_function("() => window.isRestored")
    expect(whole.locator("#__search")).not_to_be_checked()
    expect(whole.locator(".md-content h1")).to_be_in_viewport()
    whole.locator("label.md-header__button[for=__search]").tap()
    whole.locator(".md-search__input").fill("burden sharing")
    expect(whole.locator(".md-search-result__meta")).to_contain_text("result")


def test_what_was_chosen_on_another_page_holds_on_the_one_that_comes_back(tabs: Tabs) -> None:
    page = tabs()
    page.goto(f"{PATH}#claim-6")
    page.locator(".switches form").evaluate(USE)  # at another place than where the page is left
    page.evaluate("location.hash = 'claim-9'")
    claim = page.locator("#claim-9")
    expect(claim).to_be_in_viewport()
    place = rectangle(claim)
    other = page.context.new_page()
    other.goto(OTHER)
    other.get_by_role("checkbox", name="Evidence").click()
    for _ in range(2):  # from the system's to light, and from that to dark
        other.locator(SCHEME).click()
    expect(other.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate(RESTORE)
    expect(page.get_by_role("checkbox", name="Evidence")).not_to_be_checked()
    # Of kinds that the other page does not have, too.
    expect(page.locator(".switches fieldset input:not(:checked)")).to_have_count(1)
    expect(page.locator(".annotation[data-kind=evidence]").first).to_be_hidden()
    assert abs(rectangle(claim)["y"] - place["y"]) < 100, "what was read is still there, about where it was"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(SCHEME)).to_have_attribute("title", "Color scheme: dark")


def test_no_contents_lie_over_a_page_that_comes_back(tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    page.goto(PATH)
    button = page.get_by_role("button", name="Contents")
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.evaluate(LEAVE)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()

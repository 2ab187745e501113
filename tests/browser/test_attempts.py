"""Whoever makes a link, or writes into the storage of the site, makes nothing run and adds nothing but text."""

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from fixtures.redirects import redirect
from playwright.sync_api import Browser, BrowserContext, Page

IMAGE = "<img data-attempt src=https://attempt.invalid/ onerror=ran=1>"
# Each would run, load or add something if it were taken for more than text.
TEXTS = [
    f"\"'>{IMAGE}<svg data-attempt onload=ran=1></title></script><script data-attempt>ran=1</script> "
    f"\\u003cimg data-attempt src=x onerror=ran=1\\u003e {escape(IMAGE)} {quote(IMAGE)} "
    f"${{ran=1}} {{{{constructor.constructor('ran=1')()}}}} <%=ran=1%> __proto__[innerHTML]={IMAGE}&constructor",
    "javascript:ran=1",
    "//attempt.invalid/",
]
# Where each of them is put: into an address.
ADDRESSES: dict[str, Callable[[str], str]] = {
    "what is searched for": lambda text: f"/reasons/?q={text}",
    "a filter of the search": lambda text: f"/reasons/?q=gas%20kind:{text}%20verdict:{text}",
    "what is marked": lambda text: f"/reasons/?h={text}#claim-11",
    "what is marked and where": lambda text: f"/reasons/?h=trust&{text}#{text}",
    "a fragment": lambda text: f"/reasons/#{text}",
    "a fragment with words": lambda text: f"/reasons/#claim-11:~:text={text}",
    "a name of a parameter": lambda text: f"/claims/?{text}={text}",
    "a sheet": lambda text: f"/c/8/cite/?{text}#{text}",
    "a short address": lambda text: f"/c/8/?{text}",
    "an address that is lost": lambda text: f"/lost/{text}/?{text}#{text}",
    "a label that is lost": lambda text: f"/lost/c/8{text}/#annotation-8a{text}",
    "an address that has moved": lambda text: f"/older/?{text}#{text}",
}
# And into what the theme and our scripts have stored.
STORED: dict[str, Callable[[str], object]] = {
    "citation-style": lambda text: text,
    "shown": lambda text: {text: True, "show-evidence": text, "__proto__": {"checked": text}},
    "/.__palette": lambda text: {
        "index": text,
        "color": {"media": text, "scheme": text, "primary": text, "accent": text},
    },
    "/.__tabs": lambda text: [text],
    "/.__announce": lambda text: text,
    "/.__consent": lambda text: {text: text},
    "/.__source": lambda text: {"stars": text, "forks": text, "version": text, "repositories": text},
    "/.__outdated": lambda text: text,
}
WATCH = "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.type))"
HARMS = """() => [window.ran, {}.checked, {}.innerHTML, ...refused, ...document.querySelectorAll("[data-attempt]")]
    .filter((harm) => harm !== undefined).map(String)"""


@pytest.fixture(scope="module")
def profile(browser: Browser, server: str, site: Path) -> Iterator[BrowserContext]:
    """A profile in which the site has lost one folder and moved one page."""
    context = browser.new_context(base_url=server)
    context.add_init_script(WATCH)
    lost = (site / "404.html").read_text(encoding="utf-8")
    context.route("**/lost/**", lambda route: route.fulfill(status=404, body=lost, content_type="text/html"))
    context.route("**/older/**", lambda route: route.fulfill(body=redirect(), content_type="text/html"))
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(profile: BrowserContext) -> tuple[Page, list[str]]:
    """A tab, and what its pages ask for and say in dialogs."""
    page, found = profile.new_page(), list[str]()
    page.on("request", lambda request: found.append(request.url))
    page.on("dialog", lambda dialog: found.append(dialog.message))
    return page, found


@pytest.fixture
def attacked(tab: tuple[Page, list[str]]) -> Page:
    return tab[0]


@pytest.fixture
def asked(tab: tuple[Page, list[str]]) -> list[str]:
    tab[0].goto("/robots.txt")
    tab[1].clear()
    return tab[1]


def harms(page: Page, server: str, asked: list[str]) -> list[object]:
    """What has run, been added, been asked of another site, or had to be refused by the policy."""
    page.locator("h1:visible").first.wait_for()
    found: list[object] = page.evaluate(HARMS)
    own = (f"{server}/", "data:image/svg+xml")  # shapes of the stylesheets are data
    return found + [url for url in [page.url, *asked] if not url.startswith(own)]


@pytest.mark.parametrize("place", ADDRESSES)
def test_nothing_in_an_address_is_more_than_text(attacked: Page, server: str, asked: list[str], place: str) -> None:
    for text in TEXTS:
        attacked.goto(ADDRESSES[place](quote(text, safe="")))
        if "search" in place:
            attacked.locator(".md-search-result__meta:not(:empty)").wait_for()
        assert harms(attacked, server, asked) == []


def test_nothing_in_storage_is_more_than_text(attacked: Page, server: str, asked: list[str]) -> None:
    store = "([key, value]) => { localStorage.setItem(key, value); sessionStorage.setItem(key, value) }"
    attacked.goto("/c/8/cite/")
    for key, value in STORED.items():
        written = value(TEXTS[0]) if key == "citation-style" else json.dumps(value(TEXTS[0]))
        attacked.evaluate(store, [key, written])
    attacked.goto("/background/")
    attacked.locator("#annotation-8a .cite__open").click()
    attacked.locator(".cite-panel:popover-open").wait_for()
    assert harms(attacked, server, asked) == []
    attacked.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")

"""No rule that was taken from the theme's stylesheets is missed: a page looks the same with all of them."""

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from fixtures.tabs import open_whole, settle
from playwright.sync_api import Browser, Page, Route, expect

STYLESHEETS = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
PATHS = ["", "issue/"]
SHEET = re.compile(r'(<style data-sheet="[^"]*/([^"/]*\.min\.css)">).*?(?=</style>)', re.DOTALL)


def send_all(route: Route) -> None:
    """Send a page with the stylesheets of the theme as the theme has them."""
    answer = route.fetch()
    html, count = SHEET.subn(
        lambda sheet: sheet[1] + (STYLESHEETS / sheet[2]).read_text(encoding="utf-8"), answer.text()
    )
    assert count == 2
    route.fulfill(response=answer, body=html)


def search(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("[name=query]")).to_be_focused()
    page.keyboard.type("gas")
    page.wait_for_url("**?q=gas")  # put there once all of it has been answered
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def open_contents(page: Page) -> None:
    page.locator(".md-header [for=__drawer]").click()
    settle(page)  # once it has come in


def print_it(page: Page) -> None:
    page.emulate_media(media="print")


def look(page: Page) -> None:
    """See it from its end, where what belongs to the top has gone."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    settle(page)


@pytest.mark.parametrize(
    ("scheme", "width", "act"),
    [
        ("light", 1280, look),
        ("light", 390, search),
        ("light", 800, print_it),
        ("dark", 1280, search),
        ("dark", 390, open_contents),
    ],
)
def test_a_page_looks_as_it_does_with_every_rule_of_the_theme(
    scheme: Literal["light", "dark"], width: int, act: Callable[[Page], None], browser: Browser, server: str
) -> None:
    seen: list[list[bytes]] = []
    for is_whole in (False, True):
        context = browser.new_context(
            base_url=server,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
            bypass_csp=is_whole,  # which knows the shorter ones
        )
        page = context.new_page()
        if is_whole:
            page.route(lambda url: url.endswith("/"), send_all)
        seen.append([])
        for path in PATHS:
            open_whole(page, f"/{path}")
            act(page)
            seen[-1].append(page.screenshot(animations="disabled", caret="hide"))
            page.emulate_media(media="screen")
        context.close()
    assert seen[0] == seen[1]

"""A first view, in a real browser: it loads no more than is weighed, and nothing moves."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from fixtures.serving import hosting
from fixtures.tabs import PHONE, open_whole
from fixtures.tracing import TIMELINE, traced
from fixtures.weight import weigh
from playwright.sync_api import Browser, Page, ViewportSize, expect


@pytest.mark.parametrize("path", ["", "issue/", "c/8/cite/"])
def test_a_first_view_asks_for_what_is_weighed_and_no_more(path: str, new_page: Page, site: Path) -> None:
    asked: list[str] = []
    new_page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    open_whole(new_page, f"/{path}")
    weighed = {file.removesuffix("index.html") for file in weigh(site, path).files}
    icons = {file for file in weighed if file.startswith("assets/images/favicon")}  # which no browser asks for unseen
    assert len(icons) == 1
    assert set(asked) - icons == weighed - icons
    assert len(asked) == len(set(asked))


# White space where a part of a page has ended moves to the next line, which nobody sees.
SHIFTS = """new PerformanceObserver(list => {
    for (const { value, sources } of list.getEntries()) {
        const seen = sources.map(({ node }) => node).filter(node => !(node instanceof Text) || node.data.trim());
        if (seen.length) (window.shifts ??= []).push([value, ...seen.map(node => node?.parentElement?.outerHTML)]);
    }
}).observe({ type: "layout-shift", buffered: true })"""


def shifts(browser: Browser, address: str, viewport: ViewportSize, paths: Iterable[str]) -> dict[str, list[object]]:
    """What moves in pages once it has been painted, by their paths."""
    context = browser.new_context(base_url=address, viewport=viewport)
    context.add_init_script(SHIFTS)
    page, found = context.new_page(), {}
    for path in paths:
        open_whole(page, f"/{path}")
        found[path] = page.evaluate("window.shifts ?? []")
    context.close()
    return {path: moved for path, moved in found.items() if moved}


@pytest.mark.parametrize(("width", "height"), [(412, 823), (1350, 940), (800, 1600)])
def test_nothing_moves_once_it_has_been_painted(width: int, height: int, browser: Browser, server: str) -> None:
    paths = ("", "issue/", "changes/", "claims/", "404.html", "c/8/cite/")
    assert shifts(browser, server, {"width": width, "height": height}, paths) == {}


def test_nothing_moves_while_a_page_arrives_on_a_slow_line(browser: Browser, site: Path) -> None:
    with hosting(site, pause=0.15) as address:
        paths = ("", "claims/", "figures/", "timeline/", "references/")
        assert shifts(browser, address, {"width": 1350, "height": 940}, paths) == {}


# As a page is before what follows some part of it has come.
TAKE_AWAY = "part => document.querySelectorAll(`${part} ~ *`).forEach(next => next.remove())"
PLACE = "title => JSON.stringify(title.getBoundingClientRect())"


def test_the_title_of_the_header_stands_still_as_what_follows_it_arrives(page: Page) -> None:
    def places() -> dict[int, str]:
        found = {}
        for width in (320, 412, 800):
            page.set_viewport_size({"width": width, "height": 800})
            found[width] = page.locator(".md-header__title .md-ellipsis").first.evaluate(PLACE)
        return found

    page.goto("/")
    whole = places()
    page.evaluate(TAKE_AWAY, ".md-header__title")
    assert places() == whole


@pytest.mark.parametrize(
    ("path", "part", "rest"), [("/timeline/", ".strip__years", ".strip"), ("/", ".scorecard", ".scorecard")]
)
def test_years_that_share_the_width_and_counts_that_share_lines_on_a_telephone_are_seen_once_all_of_them_have_come(
    path: str, part: str, rest: str, page: Page
) -> None:
    if path == "/":
        page.set_viewport_size(PHONE)
    page.goto(path)
    expect(page.locator(part)).to_be_visible()
    page.evaluate(TAKE_AWAY, rest)
    expect(page.locator(part)).to_be_hidden()


OPENINGS = 4  # of a page at most, to see what is not in each of them
LOOK_AT_ALL = """() => {
    document.head.append(Object.assign(document.createElement("meta"), { name: "color-scheme", content: "light" }));
    document.body.getBoundingClientRect();
}"""


def looks_at(browser: Browser, page: Page, path: str) -> list[int]:
    """How many elements Chromium looks at for their styles, each time: while a page opens, and all at its end."""
    with traced(browser, page, TIMELINE) as events:
        open_whole(page, path)
        page.evaluate(LOOK_AT_ALL)
    return [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree"]


@pytest.mark.parametrize(
    ("path", "scheme"), [("", "dark"), ("background/", "light"), ("figures/", "light"), ("glossary/", "dark")]
)
def test_a_browser_looks_at_every_element_no_more_than_once_when_a_page_opens(
    path: str, scheme: Literal["light", "dark"], browser: Browser, new_page: Page
) -> None:
    """One that comes in more pieces, as to a busy machine, is looked at again where they meet; not in each opening."""
    new_page.emulate_media(color_scheme=scheme)
    openings: list[list[int]] = []
    while not openings or (sum(openings[-1]) >= 2.5 * max(openings[-1]) and len(openings) < OPENINGS):
        openings.append(looks_at(browser, new_page, f"/{path}"))
    assert sum(openings[-1]) < 2.5 * max(openings[-1]), openings


def test_the_bars_by_which_a_page_is_scrolled_have_its_scheme(page: Page) -> None:
    page.goto("/issue/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    page.emulate_media(color_scheme="dark")
    page.goto("/issue/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "normal"

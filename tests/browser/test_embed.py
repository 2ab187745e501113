"""A figure in a page of others, in a real browser: its width, its scheme, and its values."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from fixtures.accessible import faults
from fixtures.tabs import Tabs
from playwright.sync_api import Page, expect

HEAD = '<!doctype html><html lang="en"><title>Another page</title>'
HOST = HEAD + '<iframe width="{}" height="900" src="{}/f/6/{}"></iframe>'


@pytest.fixture(scope="module")
def other() -> Iterator[str]:
    """The address of another site, which shows what it is asked for: /WIDTH/PORT/FRAGMENT."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _, width, port, fragment = self.path.split("/")
            page = HOST.format(width, f"http://127.0.0.1:{port}", f"#{fragment}" if fragment else "")
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def show(page: Page, other: str, server: str, width: int, fragment: str = "") -> None:
    page.set_viewport_size({"width": 1300, "height": 1000})
    page.goto(f"{other}/{width}/{server.rpartition(':')[2]}/{fragment}", wait_until="networkidle")


@pytest.mark.parametrize("width", [320, 600, 1200])
def test_it_fits_at_every_width_and_one_drawing_is_seen(width: int, page: Page, other: str, server: str) -> None:
    show(page, other, server, width)
    frame = page.frame_locator("iframe")
    assert [drawing.is_visible() for drawing in frame.locator("svg").all()].count(True) == 1
    assert frame.locator("html").evaluate("html => html.scrollWidth") <= width
    expect(frame.locator("h1")).to_contain_text("Figure 6")


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
    system: str, fragment: str, scheme: str, is_dark: bool, tabs: Tabs, other: str, server: str
) -> None:
    page = tabs(color_scheme=system)
    show(page, other, server, 600, fragment)
    look = "html => [getComputedStyle(html).colorScheme, getComputedStyle(html).backgroundColor]"
    found, paper = page.frame_locator("iframe").locator("html").evaluate(look)
    assert found == scheme
    assert (paper == "rgb(25, 23, 20)") is is_dark


def test_its_values_are_read_there_too(page: Page, other: str, server: str) -> None:
    show(page, other, server, 600)
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
    assert faults(page, "html") == []

"""A reader with a mistyped or an old address is led to what is nearest, or to where it stands now."""

from pathlib import Path

import pytest
from fixtures.redirects import redirect
from fixtures.written import SOURCES, WRITTEN
from playwright.sync_api import Page, expect

PAGE = "background"
MISTYPED = PAGE[:-2] + PAGE[-1]
LAST = max(WRITTEN, key=lambda claim: claim.number)
# Of each address that does not exist how the link begins that is offered for it, and where it leads.
NEAREST = {
    f"/c/{LAST.number + 50}x/": (f"Claim {LAST.number}: ", f"/{LAST.target}"),
    "/c/8z/": ("Claim 8: ", "/background/#claim-8"),
    "/c/8A": ("Annotation 8a", "/background/#annotation-8a"),
    "/c/08/": ("Claim 8: ", "/background/#claim-8"),
    "/c/claim-8/": ("Claim 8: ", "/background/#claim-8"),
    "/c/Claim_8/": ("Claim 8: ", "/background/#claim-8"),
    "/claim-8/": ("Claim 8: ", "/background/#claim-8"),
    f"/{MISTYPED}/#claim-30": ("Claim 30: ", "/reasons/economic-lifeline/#claim-30"),
    f"/{MISTYPED}/#annotation-8b": ("Annotation 8b", "/background/#annotation-8b"),
    f"/{MISTYPED}/#headline": (SOURCES["background/"].title, "/background/"),
    f"/{MISTYPED}/index.html": (SOURCES["background/"].title, "/background/"),
    "/isue/": ("The issue", "/issue/"),
    "/qqqqqqqqqqqqqqqqqq/": ("", ""),
    "/c/%3Cimg%20src=x%20onerror=alert(1)%3E8/": ("", ""),
    "/c/8%3Cimg%20src=x%20onerror=alert(1)%3E/": ("Claim 8: ", "/background/#claim-8"),
}
MOVED = {
    "/older/#annotation-8a": "/background/#annotation-8a",
    "/older/": "/background/",
    "/older/?q=1#javascript:alert(1)": "/background/?q=1#javascript:alert(1)",
}


@pytest.fixture
def lost(page: Page, site: Path) -> Page:
    """A page that gets, at each address that does not exist, what a host would send."""
    for path in ("**/c/*", "**/c/*/", "**/claim-*/", f"**/{MISTYPED}/*", "**/isue/", "**/qqqqqqqqqqqqqqqqqq/"):
        page.route(path, lambda route: route.fulfill(path=site / "404.html", status=404, content_type="text/html"))
    return page


def test_the_nearest_label_or_page_is_offered(lost: Page) -> None:
    before = ""
    for address, (name, target) in NEAREST.items():
        if address.partition("#")[0] == before:  # else it would be another place of the page that is open
            lost.goto("/robots.txt")
        before = address.partition("#")[0]
        lost.goto(address)
        expect(lost.locator(".everything a").first, address).to_be_visible()
        expect(lost.locator("#nearest"), address).to_have_role("status")  # by which what comes into it is heard
        links = lost.locator("#nearest a")
        assert links.count() == bool(target), address
        if target:
            assert (links.text_content() or "").startswith(name), address
            assert str(links.evaluate("link => link.pathname + link.hash")) == target, address
        assert lost.locator("img[src=x]").count() == 0, address  # that nothing runs is tried in test_attempts.py


def test_a_page_that_has_moved_leads_to_the_same_passage_and_search(page: Page, server: str) -> None:
    page.route("**/older/*", lambda route: route.fulfill(body=redirect(), content_type="text/html"))
    for address, target in MOVED.items():
        page.goto(address)
        page.wait_for_url(server + target)

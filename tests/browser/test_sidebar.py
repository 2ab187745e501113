"""The sidebar marks the claim that is read, and what a link leads to stands below the header, at every width."""

import pytest
from fixtures.tabs import Tabs, later, rectangle
from playwright.sync_api import Page, expect

LIFELINE = "/reasons/economic-lifeline/"
# Addresses, each with what the sidebar marks there: the claim that an annotation, a citation or a figure belongs to.
MARKED = {
    "/background/#claim-5": "#claim-5",
    "/background/#claim-8": "#claim-8",
    "/background/#annotation-8a": "#claim-8",
    "/background/#annotation-8b": "#claim-8",
    f"{LIFELINE}#claim-26": "#claim-26",
    f"{LIFELINE}#annotation-26a": "#claim-26",
    f"{LIFELINE}#figure-1": "#claim-24",
    "/recommendations/energy-security/#claim-40": "#claim-40",
    "/glossary/#letter-c": "#letter-c",
    "/about/#verdicts": "#verdicts",
}
BENEATH = """() => {
    const { top, height } = document.querySelector(":target").getBoundingClientRect();
    return top < document.querySelector(".md-header").getBoundingClientRect().bottom || top > innerHeight - height / 2;
}"""

# The links whose beginning something lies over when the focus comes to them, the last first.
HIDDEN = """links => links.reverse().filter(link => {
    link.focus();
    const { left, top } = link.getBoundingClientRect();
    return !link.contains(document.elementFromPoint(left + 1, top + 1));
}).map(link => link.innerText)"""

# Goes on to another claim, and, as soon as the contents come after, to an annotation farther down.
FOLLOW = """to => {
    const follow = () => { location.hash = to; };
    addEventListener("scroll", ({ target }) => target === document || setTimeout(follow, 30), { capture: true });
    document.querySelectorAll(".passage")[3].scrollIntoView();
}"""


def expect_marked(page: Page, href: str) -> None:
    marked = page.locator(".md-nav--secondary .md-nav__link--active")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("href", href)


@pytest.mark.parametrize(("address", "href"), MARKED.items())
def test_the_claim_that_an_address_leads_to_is_marked(address: str, href: str, page: Page) -> None:
    page.goto(address)
    expect_marked(page, href)


def test_the_claim_that_is_pressed_in_the_sidebar_is_marked(page: Page) -> None:
    page.goto(LIFELINE)
    for number in (26, 31, 24, 23):
        page.locator(f".md-nav--secondary a[href='#claim-{number}']").click()
        expect_marked(page, f"#claim-{number}")


def test_what_a_link_leads_to_is_not_beneath_the_header(page: Page) -> None:
    page.goto("/background/")
    reference = page.locator(".reference").nth(3).get_attribute("id")
    use = page.locator(".annotation [role=doc-biblioref]").nth(9).get_attribute("id")
    for width, height in ((320, 640), (390, 800), (768, 1024), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        for anchor in ("claim-8", "annotation-8b", use, reference, "claim-5"):
            page.evaluate("anchor => location.hash = anchor", anchor)
            page.wait_for_function("anchor => document.querySelector(':target')?.id === anchor", arg=anchor)
            assert not page.evaluate(BENEATH), (width, anchor)


def test_what_is_read_stays_in_its_place_while_something_in_the_header_has_the_focus(page: Page) -> None:
    page.goto(LIFELINE)
    claim = page.locator("#claim-26")
    claim.evaluate("claim => claim.scrollIntoView({ behavior: 'instant' })")
    page.mouse.wheel(0, 40)  # to a place of the reader's own
    later(page)
    place = rectangle(claim)["y"]
    scheme = rectangle(page.locator("[data-md-component=palette] label:not([hidden])"))
    page.mouse.click(scheme["x"] + scheme["width"] / 2, scheme["y"] + scheme["height"] / 2)
    expect(page.locator("[data-md-component=palette] input").first).not_to_be_checked()
    assert rectangle(claim)["y"] == place
    page.locator(".md-header a").first.focus()
    page.keyboard.press("Tab")
    assert rectangle(claim)["y"] == place
    page.keyboard.press("/")
    page.keyboard.type("gas")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert rectangle(claim)["y"] == place


def test_what_is_read_stays_in_its_place_while_the_focus_goes_through_the_whole_sidebar(page: Page) -> None:
    page.goto("/glossary/")
    entry = page.locator(".entry").nth(9)
    entry.evaluate("entry => entry.scrollIntoView({ behavior: 'instant' })")
    later(page)
    place = rectangle(entry)["y"]
    links = page.locator(".md-sidebar--primary .md-nav__link:visible")
    assert links.evaluate_all("links => links.map(link => link.focus()).length") > 9
    assert (
        rectangle(links.last)["y"] > page.evaluate("innerHeight") - 100
    )  # the sidebar reaches to the end of the window
    assert rectangle(entry)["y"] == place


def test_nothing_lies_over_what_has_the_focus_in_the_sidebar(tabs: Tabs) -> None:
    page = tabs({"width": 1280, "height": 500})
    page.goto(LIFELINE)
    links = page.locator(".md-sidebar--primary a.md-nav__link:visible")
    assert links.count() > 9
    assert links.evaluate_all(HIDDEN) == []


def test_a_link_is_followed_while_the_contents_come_after_what_is_read(tabs: Tabs) -> None:
    page = tabs({"width": 390, "height": 400})
    page.goto("/background/")
    later(page)  # so that the theme no longer waits for the page to come to rest
    page.evaluate(FOLLOW, "annotation-8b")
    expect(page.locator("#annotation-8b")).to_be_in_viewport()

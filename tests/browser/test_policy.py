"""In a real browser the policy stops what is injected, and nothing that a reader does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.builder import copy_fixture, sound
from fixtures.editing import change
from fixtures.serving import hosting
from fixtures.tabs import open_whole
from playwright.sync_api import Browser, Page, expect

WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
    refused.push(event.effectiveDirective);
    console.error(`refused: ${event.effectiveDirective} ${event.blockedURI}`);
});
"""
USED = ["/", "/issue/", "/figures/", "/404.html"]  # by which all that a reader can do has been done


@pytest.fixture(scope="module")
def heard(browser: Browser, server: str) -> Iterator[tuple[Page, list[str]]]:
    """A tab that keeps what the policy of its page refuses, and every error in it."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page, found = context.new_page(), list[str]()
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    yield page, found
    context.close()


@pytest.fixture
def watched(heard: tuple[Page, list[str]]) -> Page:
    page, found = heard
    page.goto("/robots.txt")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    found.clear()
    return page


@pytest.fixture
def complaints(heard: tuple[Page, list[str]]) -> Iterator[list[str]]:
    """Every error of the page; there must be none."""
    yield heard[1]
    assert heard[1] == []


ADD = "document.body.insertAdjacentHTML('beforeend', {!r})"
INJECTED = {
    "script-src-elem": "document.body.append(Object.assign(document.createElement('script'), { text: 'ran = 1' }))",
    "script-src-attr": ADD.format("<img src=data: onerror=ran=1>"),
    "style-src-elem": ADD.format("<style>body { display: none }</style>"),
    "style-src-attr": ADD.format("<p style=position:fixed>x</p>"),
    "img-src": "new Image().src = 'https://edition.invalid/x.png'",
    "connect-src": "fetch('https://edition.invalid/').catch(() => {})",
    "frame-src": ADD.format("<iframe src=/></iframe>"),
    "object-src": ADD.format("<object data=/issue/></object>"),
    "base-uri": ADD.format("<base href=https://edition.invalid/>"),
    "form-action": f"{ADD.format('<form action=/issue/>')}; [...document.forms].at(-1).submit()",
}


@pytest.mark.parametrize("path", ["/issue/", "/c/8/cite/"])
def test_what_is_injected_is_refused(watched: Page, path: str) -> None:
    watched.goto(path)
    for number, (directive, injected) in enumerate(INJECTED.items(), 1):
        watched.evaluate(f"() => {{ {injected} }}")
        watched.wait_for_function("number => refused.length >= number", arg=number)
        assert watched.evaluate("refused") == list(INJECTED)[:number], directive
    assert watched.evaluate("window.ran") is None
    assert watched.url.endswith(path)


@pytest.mark.parametrize("path", USED)
def test_a_reader_never_meets_the_policy(watched: Page, complaints: list[str], path: str) -> None:
    """That no page meets it while it opens or is printed is seen in test_pages.py."""
    open_whole(watched, path)
    use(watched)


def use(page: Page, word: str = "gas") -> None:
    """Search, share, change the colors, open previews, a citation and the switches, each where there is one."""
    for mark in page.locator(".argument__mark").all()[:1]:
        mark.hover()
        expect(page.locator("#preview")).to_be_visible()
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("[name=query]")).to_be_focused()
    page.keyboard.type(word)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.locator(".md-search__options a[title=Share]").click()
    page.keyboard.press("Escape")
    page.locator("[data-md-component=palette] label:visible").click()
    for link in page.locator(".md-content :is(.term, [role=doc-biblioref]):visible").all()[:1]:
        link.hover()
        expect(page.locator("#preview")).to_be_visible()
        page.keyboard.press("Escape")
    for link in page.locator(".cite__open:visible").all()[:1]:
        link.click()
        expect(page.locator(".cite-panel")).to_be_visible()
        page.keyboard.press("Escape")
    for button in page.locator(".switches__open:visible").all():
        button.press("Enter")
        page.locator("#switches label:visible").first.click()
        page.keyboard.press("Escape")


def test_a_preview_of_another_page_and_a_sheet_meet_no_policy(watched: Page, complaints: list[str]) -> None:
    watched.goto("/issue/")
    watched.locator(".md-content .term").first.hover()
    expect(watched.locator("#preview")).to_contain_text("Go to the glossary")
    watched.goto("/c/8a/cite/")
    watched.get_by_role("button", name="Copy").first.click()
    expect(watched.get_by_role("status").first).to_have_text(re.compile("Copied|Selected"))


def test_a_copy_from_disk_works_meets_no_policy_and_asks_nobody(
    watched: Page, heard: tuple[Page, list[str]], unpacked: Path
) -> None:
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    for path, shown in {
        "index.html": "h1",
        "figures/index.html": "figure svg:visible",
        "c/8a/cite/index.html": ".cite__string:has-text('https://edition.test/background/#annotation-8a')",
        "background/index.html": "h1",
    }.items():
        watched.goto((unpacked / path).as_uri())
        expect(watched.locator(shown).first).to_be_visible()
    watched.locator(".annotation a:is([href*='/index.html#claim-'], [href*='/index.html#annotation-'])").first.hover()
    expect(watched.locator(":popover-open h2")).to_contain_text(re.compile("Claim|Annotation"))
    use(watched)
    watched.goto((unpacked / "c/8/index.html").as_uri())
    watched.wait_for_url("**/background/index.html#claim-8")
    assert [text for text in heard[1] if "refused" in text] == []
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}


def test_instant_navigation_keeps_to_the_policy(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_fixture(tmp_path)
    change(folder / "mkdocs.yml", "  features:\n", "  features:\n    - navigation.instant\n")
    with hosting(folder / "site") as address:
        monkeypatch.setenv("SITE_URL", f"{address}/")
        sound(folder)
        page = browser.new_page()
        page.add_init_script(WATCH)
        open_whole(page, address)
        page.evaluate("window.stayed = true")
        use(page, "border")
        for name in ("Remedies", "Borders", "Remedies"):
            page.locator(".md-tabs").get_by_role("link", name=name).click()
            expect(page.locator(".md-content h1")).to_have_text(name)
        assert page.evaluate("[stayed, refused]") == [True, []]
        page.close()

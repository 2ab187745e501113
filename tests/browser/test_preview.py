"""Previews of citations, terms and passages, by mouse, keyboard and touch, in every window, and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from annotated_edition.blocks.links import Link
from bs4 import Tag
from fixtures.accessible import OF_COLOR, SCHEMES, SET_SCHEME, faults
from fixtures.builder import PROJECT, VOCABULARY
from fixtures.extent import ALL
from fixtures.pages import Site, said
from fixtures.tabs import PHONE, WIDE, Tabs, later, rectangle
from fixtures.written import SOURCES, TEXT, WRITTEN
from playwright.sync_api import Browser, Locator, Page, Route, expect


def links(path: str) -> dict[str, Link]:
    """The first link from a passage of a page to a claim there, to one elsewhere and to an annotation elsewhere."""
    page = SOURCES[path]
    found: dict[str, Link] = {}
    for link in (link for link in page.links if link.source):
        place = "the page" if link.target == page.name else "another page"
        found.setdefault(f"{link.anchor.partition('-')[0]} on {place}", link)
    wanted = ("claim on the page", "claim on another page", "annotation on another page")
    return {kind: found[kind] for kind in wanted if kind in found}


# The page that has most kinds of links, one link of each kind, and what its preview is called.
PATH = max(TEXT, key=lambda path: len(links(path)))
PAGE = f"/{PATH}"
KINDS = {
    "citation": (".annotation a[role=doc-biblioref] >> nth=0", "Source, used"),
    **{
        kind: (
            f".passage p a[href$='{'' if kind.endswith('the page') else '/'}#{link.anchor}'] >> nth=0",
            link.anchor.replace("-", " ").capitalize(),
        )
        for kind, link in links(PATH).items()
    },
    "term": (".annotation a.term >> nth=0", ""),
}
ELSEWHERE = links(PATH)["claim on another page"].anchor
MIDDLE = """link => {
    const { x, y, width, height } = link.getClientRects()[0];
    return [x + width / 2, y + height / 2];
}"""
WITHIN = """panel => {
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight;
}"""
APART = """panel => {
    const a = panel.getBoundingClientRect();
    const b = document.querySelector("[aria-details=preview]").getBoundingClientRect();
    return a.bottom <= b.top || a.top >= b.bottom;
}"""
# Where there is room for it below its link, and 8 pixels on either side of it, it stands there.
BELOW = """panel => {
    const { bottom } = document.querySelector("[aria-details=preview]").getBoundingClientRect();
    return bottom + panel.offsetHeight + 16 > innerHeight || panel.getBoundingClientRect().top >= bottom;
}"""

POINTED = "new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })"
# True where the focus is one that is seen, which opens a preview.
FOCUSED_IN_PASSING = """link => {
    link.focus();
    const isSeen = link.matches(":focus-visible");
    document.querySelector(".md-header a").focus();
    return isSeen;
}"""
REPEATED = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i)"


def preview(page: Page) -> Locator:
    return page.locator("#preview")


def hover(page: Page, link: Locator) -> None:
    """Rest the pointer on the first line of a link, which may be broken over two."""
    link.scroll_into_view_if_needed()
    box = link.evaluate(MIDDLE)
    page.mouse.move(box[0] + 2, box[1])
    page.mouse.move(*box)


def focus(page: Page, link: Locator) -> None:
    """Bring the focus to a link as a key does, so that it is seen."""
    page.keyboard.press("Shift")
    link.focus()


def in_preview(page: Page) -> bool:
    return bool(page.evaluate("document.getElementById('preview').contains(document.activeElement)"))


@pytest.fixture
def opened(page: Page) -> Page:
    page.goto(PAGE)
    return page


@pytest.fixture(scope="module")
def unchanged(browser: Browser, server: str) -> Iterator[Page]:
    """The same page, for those who leave it as it was, with no preview."""
    context = browser.new_context(base_url=server, viewport=WIDE)
    page = context.new_page()
    page.goto(PAGE)
    yield page
    context.close()


@pytest.fixture
def touched(tabs: Tabs) -> Page:
    page = tabs(PHONE, touch=True)
    page.goto(PAGE)
    return page


# --- The mouse ---


def test_the_pointer_opens_a_preview_of_each_kind_when_it_rests(unchanged: Page) -> None:
    for selector, name in KINDS.values():
        link = unchanged.locator(selector).first
        hover(unchanged, link)
        expect(preview(unchanged)).to_be_visible()
        expect(preview(unchanged).get_by_role("heading")).to_contain_text(name)
        expect(unchanged.get_by_role("dialog", name=name)).to_be_visible()
        expect(link).to_have_css("text-decoration-thickness", "2px")  # for the line beneath deepens
        assert preview(unchanged).evaluate(WITHIN)
        unchanged.mouse.move(2, 2)
        expect(preview(unchanged)).to_be_hidden()
        later(unchanged)  # for what comes below the pointer as it closes opens none


def test_it_stays_while_the_pointer_is_inside_closes_when_it_leaves_and_begins_at_its_top_again(opened: Page) -> None:
    hover(opened, opened.locator(KINDS["citation"][0]))
    expect(preview(opened)).to_be_visible()
    preview(opened).hover()
    later(opened)
    expect(preview(opened)).to_be_visible()
    preview(opened).evaluate("panel => { panel.style.maxHeight = '3rem'; panel.scrollTop = 20; }")
    opened.mouse.move(2, 2)
    expect(preview(opened)).to_be_hidden()
    later(opened)  # for what comes below the pointer as it closes opens none
    hover(opened, opened.locator(KINDS["term"][0]))
    expect(preview(opened)).to_be_visible()
    assert preview(opened).evaluate("panel => panel.scrollTop") == 0


def test_what_the_pointer_or_the_focus_passes_by_opens_nothing_nor_a_link_to_what_it_is_in(opened: Page) -> None:
    """Both go on at once, before the time to open is over on any machine; the script is there, so that it is asked."""
    opened.evaluate("() => import('/assets/javascripts/preview.js')")
    link = opened.locator(KINDS["citation"][0])
    link.evaluate(f"link => {{ for (const place of [link, document.body]) place.dispatchEvent({POINTED}); }}")
    opened.keyboard.press("Shift")
    assert link.evaluate(FOCUSED_IN_PASSING)
    focus(opened, opened.locator("a.claim__number").first)  # which leads to what it stands in
    later(opened)
    expect(preview(opened)).to_have_count(0)


def test_a_link_that_the_pointer_has_left_before_the_script_comes_opens_nothing(page: Page) -> None:
    held: list[Route] = []
    page.route("**/preview.js", lambda route: held.append(route))
    page.goto(PAGE)
    with page.expect_request("**/preview.js"):
        hover(page, page.locator(KINDS["citation"][0]))
    page.mouse.move(2, 2)
    with page.expect_response("**/preview.js"):
        held[0].continue_()
    later(page)
    expect(preview(page)).to_have_count(0)


def test_a_press_of_the_mouse_or_the_enter_key_follows_the_link(opened: Page) -> None:
    link = opened.locator(KINDS["citation"][0])
    hover(opened, link)
    expect(preview(opened)).to_be_visible()
    link.click()
    assert opened.url.endswith(link.get_attribute("href") or "")
    expect(preview(opened)).to_be_hidden()
    focus(opened, opened.locator(KINDS["claim on another page"][0]))
    expect(preview(opened)).to_be_visible()
    opened.keyboard.press("Enter")
    opened.wait_for_url(f"**/#{ELSEWHERE}")


def test_a_source_says_how_often_it_is_used_and_leads_to_the_uses_before_and_after(opened: Page, edition: Site) -> None:
    entry = opened.locator(".reference:has(.reference__uses a[role]:nth-of-type(3))").first
    targets = entry.locator(".reference__uses a[href^='#use-']").evaluate_all("links => links.map(link => link.hash)")
    assert len(targets) > 2
    uses = len(edition.references[entry.get_attribute("id") or ""].select(".reference__uses a"))
    focus(opened, opened.locator(targets[0]))
    following = preview(opened).get_by_role("link", name="Next use: ")
    expect(following).to_have_attribute("href", re.compile(f"{targets[1]}$"))
    expect(preview(opened).get_by_role("link", name="Previous use: ")).to_have_count(0)
    focus(opened, opened.locator(targets[1]))
    expect(preview(opened).get_by_role("heading")).to_have_text(f"Source, used {uses} times")
    before = preview(opened).get_by_role("link", name="Previous use: ")
    expect(before).to_have_attribute("href", re.compile(f"{targets[0]}$"))
    expect(following).to_have_attribute("href", re.compile(f"{targets[2]}$"))
    following.click()
    assert opened.url.endswith(targets[2])
    expect(opened.locator(targets[2])).to_be_in_viewport()
    entries = opened.locator(".references .reference").evaluate_all("entries => entries.map(entry => entry.id)")
    once = next(entry for entry in entries if len(edition.references[entry].select(".reference__uses a")) == 1)
    focus(opened, opened.locator(f"a[href='#{once}']").first)
    expect(preview(opened).get_by_role("heading")).to_have_text("Source, used once")
    expect(preview(opened).get_by_role("link", name=re.compile("^(Previous|Next) use"))).to_have_count(0)
    elsewhere = opened.locator(".reference:has([data-uses])").first.get_attribute("id") or ""
    uses = len(edition.references[elsewhere].select(".reference__uses a"))
    focus(opened, opened.locator(f"a[href='#{elsewhere}']").first)
    expect(preview(opened).get_by_role("heading")).to_have_text(f"Source, used {uses} times")


def test_a_claim_says_its_verdict_its_outcome_and_its_reason(page: Page) -> None:
    page.goto("/assessment/")
    for verdict in (*VOCABULARY.outcomes_of, "judgment"):
        claim = next(claim for claim in WRITTEN if claim.verdict == verdict)
        focus(page, page.locator(f".scorecard__claims a[href$='#{claim.anchor}']"))
        expect(preview(page).get_by_role("heading")).to_have_text(claim.anchor.replace("-", " ").capitalize())
        assert preview(page).locator(".verdict, .outcome").all_text_contents() == claim.words
        expect(preview(page).locator(".claim__because")).to_have_text(claim.because)
        page.keyboard.press("Escape")


def texts(target: Tag) -> list[str]:
    """What a preview says of a target, in its order: the text without links to what is said elsewhere."""
    if "reference" in target.get_attribute_list("class"):
        return [said(target.select_one(part)) for part in (".reference__entry", ".reference__basis")]
    claim = target.find_parent(class_="claim") if target.name == "h2" else None
    whole = claim or (target.select_one("dd") if target.name != "aside" else target)
    assert whole is not None
    title = [said(target).partition(" ")[2]] if claim else [said(part) for part in target.select(".kind")]
    return title + [said(part) for part in whole.find_all("p", recursive=False) if not part.get("class")]


def test_a_preview_says_what_stands_where_its_link_leads_and_repeats_no_id(unchanged: Page, edition: Site) -> None:
    for selector, name in KINDS.values():
        link = unchanged.locator(selector).first
        path, _, anchor = edition[PATH].target(link.get_attribute("href") or "").partition("#")
        (target,) = edition[path].soup.select(f"[id='{anchor}']")
        focus(unchanged, link)
        expect(preview(unchanged)).to_be_visible()
        told = " ".join((preview(unchanged).text_content() or "").split())
        places = [told.find(text) for text in texts(target)]
        assert len(places) > (anchor.partition("-")[0] != "term")
        assert -1 not in places
        assert places == sorted(places)
        place = {"reference": "the entry", "term": "the glossary"}.get(anchor.partition("-")[0], name.lower())
        expect(preview(unchanged).get_by_role("link", name=f"Go to {place}")).to_have_attribute(
            "href", re.compile(f"#{anchor}$")
        )
        assert unchanged.evaluate(REPEATED) == []
        if place != "the entry":  # whose own links lead to the work and to its other uses
            expect(preview(unchanged).get_by_role("link")).to_have_count(1)
        unchanged.keyboard.press("Escape")


# --- The keyboard ---


def test_the_focus_opens_a_preview_the_tab_key_enters_it_and_escape_gives_the_focus_back(unchanged: Page) -> None:
    for selector, _ in KINDS.values():
        link = unchanged.locator(selector).first
        focus(unchanged, link)
        expect(preview(unchanged)).to_be_visible()
        expect(link).to_be_focused()
        assert link.get_attribute("aria-details") == "preview"
        unchanged.keyboard.press("Tab")
        assert in_preview(unchanged)
        unchanged.keyboard.press("Shift+Tab")
        expect(link).to_be_focused()
        unchanged.keyboard.press("Tab")
        unchanged.keyboard.press("Escape")
        expect(preview(unchanged)).to_be_hidden()
        expect(link).to_be_focused()
        later(unchanged)
        expect(preview(unchanged)).to_be_hidden()
        assert link.get_attribute("aria-details") is None


def test_the_focus_opens_a_preview_though_the_page_moves_below_the_pointer(opened: Page) -> None:
    opened.evaluate("() => import('/assets/javascripts/preview.js')")
    link, other = (opened.locator(KINDS[kind][0]).first for kind in ("claim on the page", "citation"))
    opened.keyboard.press("Shift")
    link.evaluate(
        f"""(link, other) => {{
            link.focus();
            for (const place of [document.body, other]) place.dispatchEvent({POINTED});
        }}""",
        other.element_handle(),
    )
    expect(preview(opened).get_by_role("heading")).to_contain_text(KINDS["claim on the page"][1])
    opened.evaluate(f"() => document.body.dispatchEvent({POINTED})")
    later(opened)
    expect(preview(opened)).to_be_visible()  # until the focus goes on
    other.evaluate(
        f"link => {{ document.getElementById('preview').hidePopover(); link.dispatchEvent({POINTED}); }}",
    )
    later(opened)
    expect(preview(opened)).to_be_hidden()  # for what comes below the pointer as it closes opens none


def test_after_its_last_control_the_tab_key_goes_on_behind_the_link_and_a_button_closes_it(unchanged: Page) -> None:
    link = unchanged.locator(KINDS["claim on the page"][0]).first
    focus(unchanged, link)
    expect(preview(unchanged)).to_be_visible()
    unchanged.keyboard.press("Escape")
    unchanged.keyboard.press("Tab")
    behind = unchanged.evaluate_handle("document.activeElement")
    focus(unchanged, link)
    expect(preview(unchanged)).to_be_visible()
    for _ in range(preview(unchanged).locator("a, button").count()):
        unchanged.keyboard.press("Tab")
        assert in_preview(unchanged)
    unchanged.keyboard.press("Tab")
    assert unchanged.evaluate("behind => document.activeElement === behind", behind)
    focus(unchanged, link)
    preview(unchanged).get_by_role("button", name="Close").click()
    expect(preview(unchanged)).to_be_hidden()


# --- Touch ---


def test_the_first_tap_shows_and_the_second_follows(tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    for selector, _ in KINDS.values():
        page.goto(PAGE)
        link = page.locator(selector).first
        link.tap()
        expect(preview(page)).to_be_visible()
        assert page.url.endswith(PAGE)
        assert preview(page).evaluate(WITHIN)
        target = (link.get_attribute("href") or "").partition("#")[2]
        link.tap()
        page.wait_for_url(f"**#{target}")


BUSY = """() => document.getElementById("preview").addEventListener("beforetoggle", () => {
    const end = performance.now() + 500;
    while (performance.now() < end);
}, { once: true })"""


def test_the_second_tap_follows_on_a_device_that_is_busy_before_the_press_arrives(touched: Page) -> None:
    link = touched.locator(KINDS["claim on another page"][0])
    link.tap()
    expect(preview(touched)).to_be_visible()
    touched.evaluate(BUSY)
    link.tap()
    touched.wait_for_url(f"**/#{ELSEWHERE}")


@pytest.mark.parametrize("late", ["preview.js", "preview.css", "preview-contents.js"])
def test_the_first_tap_shows_whichever_file_comes_last(late: str, touched: Page) -> None:
    def wait(route: Route) -> None:
        touched.wait_for_timeout(300)
        route.continue_()

    touched.route(f"**/{late}", wait)
    touched.locator(KINDS["citation"][0]).tap()
    expect(preview(touched)).to_be_visible()


def test_a_tap_on_go_to_follows_and_one_elsewhere_closes(touched: Page) -> None:
    link = touched.locator(KINDS["claim on another page"][0])
    link.tap()
    expect(preview(touched)).to_be_visible()
    panel = preview(touched).evaluate("panel => panel.getBoundingClientRect().toJSON()")
    above = panel["top"] > 800 - panel["bottom"]  # there is more room above it than below
    touched.touchscreen.tap(3, panel["top"] / 2 if above else (panel["bottom"] + 800) / 2)
    expect(preview(touched)).to_be_hidden()
    link.tap()
    preview(touched).get_by_role("link", name=f"Go to {ELSEWHERE.replace('-', ' ')}").tap()
    touched.wait_for_url(f"**/#{ELSEWHERE}")


@pytest.mark.parametrize(
    ("path", "link"),
    [("/claims/", ".ledger th a"), ("/", ".glance__claims a"), ("/404.html", ".everything [data-label]")],
)
def test_in_a_list_that_says_what_its_links_lead_to_the_first_tap_follows(path: str, link: str, tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    page.goto(path)
    page.locator(link).first.tap()
    page.wait_for_url("**/*#claim-*")


# --- Figures ---

ADD = """href => {
    const link = Object.assign(document.createElement("a"), { href, textContent: "figure" });
    document.querySelector(".annotation p:last-child").append(" See ", link);
}"""
FIGURES = {
    "elsewhere": ("/issue/", "../recommendations/#figure-4", "Figure 4"),
    "here": ("/reasons/economic-lifeline/", "#figure-2", "Figure 2"),
}
figures = pytest.mark.parametrize(("path", "href", "name"), FIGURES.values(), ids=list(FIGURES))


def link_to_figure(page: Page, path: str, href: str) -> Locator:
    """A link in an annotation as an editor would write it; no text has one of each kind."""
    page.goto(path)
    page.evaluate(ADD, href)
    return page.locator(f".annotation a[href='{href}']")


@figures
def test_a_figure_is_drawn_in_its_preview_and_the_keyboard_comes_to_it_and_follows_its_link(
    path: str, href: str, name: str, page: Page, edition: Site
) -> None:
    link = link_to_figure(page, path, href)
    hover(page, link)
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    drawing = preview(page).locator("svg")
    expect(drawing).to_be_visible()
    box = rectangle(drawing)
    assert box["width"] >= 200
    assert drawing.locator("text").first.evaluate("text => getComputedStyle(text).fill") != "rgb(0, 0, 0)"
    there, _, anchor = edition[path.removeprefix("/")].target(href).partition("#")
    (figure,) = edition[there].soup.select(f"#{anchor}")
    title = said(figure.select_one(".figure__title")).removeprefix(name).strip()
    expect(preview(page).locator(".preview__title")).to_have_text(title)
    notes = [said(part) for part in figure.select(".figure__notes > p:not([class])")]
    assert notes
    expect(preview(page).locator("svg ~ p")).to_have_text(notes)
    expect(preview(page).get_by_role("link", name=f"Go to {name.lower()}")).to_be_visible()
    assert preview(page).evaluate(WITHIN)
    assert page.evaluate(REPEATED) == []
    assert faults(page, "#preview") == []
    page.mouse.move(2, 2)
    expect(preview(page)).to_be_hidden()
    focus(page, link)
    expect(preview(page).locator("svg")).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    link.blur()
    focus(page, link)
    preview(page).get_by_role("link", name=f"Go to {name.lower()}").press("Enter")
    page.wait_for_url(f"**{href.removeprefix('..')}")
    expect(page.locator(href[href.index("#") :])).to_be_in_viewport()


@figures
def test_a_tap_shows_a_figure_and_a_second_follows(path: str, href: str, name: str, tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    link = link_to_figure(page, path, href)
    link.tap()
    expect(preview(page).locator("svg")).to_be_visible()
    assert preview(page).evaluate(WITHIN)
    link.tap()
    page.wait_for_url(f"**{href.removeprefix('..')}")


# --- The window ---


def test_it_is_never_cut_nor_lies_on_its_link_and_is_below_it_where_there_is_room(opened: Page) -> None:
    """320 by 256 is a window of 1280 by 1024 at 400 percent, 640 by 400 one of 1280 by 800 at 200 percent."""
    links = opened.locator(".annotation a[role=doc-biblioref]")
    for width, height in ((320, 256), (320, 640), (640, 400), (768, 1024), (1440, 900)):
        opened.set_viewport_size({"width": width, "height": height})
        for number in range(0, links.count(), 21):
            focus(opened, links.nth(number))
            expect(links.nth(number)).to_have_attribute("aria-details", "preview")  # once it is placed
            assert preview(opened).evaluate(WITHIN)
            assert preview(opened).evaluate(BELOW)
            if height > 256:  # in which it may cover a line of its link rather than be too small to read
                assert preview(opened).evaluate(APART)
            opened.keyboard.press("Escape")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
    focus(opened, links.first)
    expect(preview(opened)).to_be_visible()
    opened.set_viewport_size({"width": 320, "height": 640})  # while it is shown
    opened.wait_for_function(f"() => ({WITHIN})(document.getElementById('preview'))")
    assert preview(opened).evaluate(APART)


def test_a_page_with_a_preview_passes_axe_and_nothing_of_it_moves_or_is_printed(opened: Page) -> None:
    """What is in previews of every kind is tried below."""
    focus(opened, opened.locator(KINDS["citation"][0]))
    expect(preview(opened)).to_be_visible()
    # What lies half below the preview is no smaller for that. The colors of the page are tried with the page itself.
    assert faults(opened, but=["target-size", *OF_COLOR]) == []
    assert preview(opened).evaluate("panel => getComputedStyle(panel).transitionDuration") == "0s"
    opened.emulate_media(media="print")
    expect(preview(opened)).to_be_hidden()


# Pages that have between them every kind of link that the script answers, by what it points to and whether it is here.
ILLUSTRATED = next(path for path in TEXT if "\n/// figure | " in SOURCES[path].text)
PAGES = (ILLUSTRATED, "assessment/", "timeline/", "glossary/")
SCRIPT = (PROJECT / "overrides" / "assets" / "javascripts" / "preview.js").read_text(encoding="utf-8")
ANSWERED = "".join(re.findall(r'const LINKS =\s+"(.+)";', SCRIPT))
MARK_FIRSTS = """answered => {
    const kinds = new Set();
    for (const link of document.querySelectorAll(answered)) {
        const { hash, pathname } = new URL(link.getAttribute("href"), document.baseURI);
        const kind = `${hash.slice(1).split("-")[0]} ${pathname === location.pathname ? "here" : "elsewhere"}`;
        if (kinds.has(kind) || !link.checkVisibility() || link.closest(hash)) continue;
        kinds.add(kind);
        link.dataset.first = kind;
    }
    return [...kinds];
}"""
# Axe goes through all of a document, whatever it is to judge: without the article it takes a third of the time.
TAKE_AWAY = "() => (window.taken = document.querySelector('article')).replaceWith(window.gap = new Comment())"
PUT_BACK = "() => window.gap.replaceWith(window.taken)"


def test_the_pages_whose_previews_are_tried_have_every_kind_of_link(edition: Site) -> None:
    found: dict[str, set[tuple[str, bool]]] = {}
    for path in [*SOURCES, "404.html"]:
        page = edition[path]
        targets = (page.target(str(link["href"])).partition("#") for link in page.soup.select(ANSWERED))
        found[path] = {(anchor.partition("-")[0], target == path) for target, _, anchor in targets}
    assert set().union(*(found[path] for path in PAGES)) == set().union(*found.values())


def test_every_kind_of_preview_passes_axe(page: Page) -> None:
    """Each once, and in color schemes that take turns, unless all is tried."""
    tried: list[str] = []
    for path in PAGES:
        page.goto(f"/{path}")
        for kind in page.evaluate(MARK_FIRSTS, ANSWERED):
            if kind in tried and not ALL:
                continue
            tried.append(kind)
            focus(page, page.locator(f"[data-first='{kind}']"))
            expect(preview(page)).to_be_visible()
            page.evaluate(TAKE_AWAY)
            for scheme in SCHEMES if ALL else [SCHEMES[len(tried) % 2]]:
                page.evaluate(SET_SCHEME, scheme)
                assert faults(page, "#preview") == [], kind
            page.evaluate(PUT_BACK)
            page.keyboard.press("Escape")


# --- Without ---


def test_without_javascript_every_link_leads_to_what_it_names(tabs: Tabs) -> None:
    page = tabs(scripts=False)
    for selector, _ in KINDS.values():
        page.goto(PAGE)
        link = page.locator(selector).first
        target = (link.get_attribute("href") or "").partition("#")[2]
        link.click()
        page.wait_for_url(f"**#{target}")
        expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_a_page_that_could_not_be_fetched_is_asked_for_again(opened: Page) -> None:
    link = opened.locator(KINDS["term"][0])
    opened.route("**/glossary/", lambda route: route.abort())
    with opened.expect_event("requestfailed"):
        hover(opened, link)
    opened.unroute("**/glossary/")
    opened.mouse.move(2, 2)
    hover(opened, link)
    expect(preview(opened)).to_be_visible()


def test_where_a_page_cannot_be_fetched_the_link_just_works(touched: Page) -> None:
    touched.route(
        "**/glossary/", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    link = touched.locator(KINDS["term"][0])
    target = (link.get_attribute("href") or "").partition("#")[2]
    link.tap()
    touched.wait_for_url(f"**/glossary/#{target}")

"""What is shown of a text page: claims alone, kinds of annotation, folded annotations; with JavaScript and without."""

import time
from itertools import product

import pytest
from fixtures.builder import VOCABULARY
from fixtures.serving import PATIENCE
from fixtures.tabs import PHONE, Tabs, rectangle, settle
from fixtures.written import SOURCES
from playwright.sync_api import Locator, Page, expect

PAGE = "/background/"
ALONE = "The brief’s claims alone"
# In words, those that it has, in the order of the vocabulary.
KINDS = [
    word
    for kind, word in VOCABULARY.kinds.items()
    if any(note.kind == kind for note in SOURCES[PAGE.lstrip("/")].annotations)
]
TOP = "document.querySelector('.md-header').offsetHeight"
# The number of the claim that is read at the top of the window.
READ = f"""[...document.querySelectorAll(".passage")]
    .find(passage => passage.getBoundingClientRect().bottom > {TOP} + 16)
    .querySelector(".claim__number").textContent"""
# Whether a page is scrolled to a place, or to its end, which may come nearer or go farther on the way.
REACHED = """target => {
    const end = document.documentElement.scrollHeight - document.documentElement.clientHeight;
    return Math.abs(scrollY - Math.max(0, Math.min(target, end))) < 1;
}"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
NOTE = "getComputedStyle(document.querySelector('h1'), '::after').content"
# How many pixels the end of the longest line is away from the button beside it.
ROOM = """button => button.getBoundingClientRect().left
    - Math.max(...[...document.querySelectorAll(".passage p")].map(part => part.getBoundingClientRect().right))"""


@pytest.fixture(params=["with", "without"])
def opened(request: pytest.FixtureRequest, tabs: Tabs) -> Page:
    """A page with JavaScript and one without."""
    page = tabs(scripts=request.param == "with")
    page.goto(PAGE)
    return page


@pytest.fixture
def narrow(tabs: Tabs) -> Page:
    page = tabs(PHONE)
    page.goto(PAGE)
    return page


def shown(page: Page, selector: str) -> list[bool]:
    """Whether each of some parts is seen; what a switch does is done by the styles, at once."""
    found: list[bool] = page.locator(selector).evaluate_all("parts => parts.map(part => part.checkVisibility())")
    return found


def the_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Filter annotations")


def scroll(page: Page, by: int) -> None:
    """Scroll by pixels as a reader does, and wait for what comes or goes with it; on no link, which has a preview."""
    page.mouse.move(3, 300)
    target = page.evaluate("scrollY") + by
    page.mouse.wheel(0, by)
    end = time.monotonic() + PATIENCE
    while not page.evaluate(REACHED, target):  # asked from here, for a page without scripts waits for nothing
        assert time.monotonic() < end, "the page does not scroll"
    if page.locator("html.js").count():
        settle(page)


def expect_said(page: Page, *, is_on: bool) -> None:
    """See that the button says whether something is hidden."""
    button = page.locator(".switches__open")
    expect(button).to_have_accessible_name("Filter: on for annotations" if is_on else "Filter annotations")
    expect(button.locator(".switches__on")).to_be_visible(visible=is_on)


def test_the_claims_are_shown_alone_and_a_kind_of_annotation_is_left_out_while_the_button_says_so_and_shown_again(
    opened: Page,
) -> None:
    expect_said(opened, is_on=False)
    for kind in KINDS:
        switch = opened.get_by_role("group", name="Kinds of annotation").get_by_label(kind)
        switch.uncheck()
        assert set(shown(opened, f".annotation[data-kind={kind.lower()}]")) == {False}
        assert set(shown(opened, f".annotation:not([data-kind={kind.lower()}])")) == {True}
        expect_said(opened, is_on=True)
        switch.check()
        assert set(shown(opened, ".annotation")) == {True}
        expect_said(opened, is_on=False)
    opened.get_by_label(ALONE).check()
    assert set(shown(opened, ".claim")) == {True}
    assert set(shown(opened, ".annotation")) == {False}
    expect_said(opened, is_on=True)
    opened.get_by_label(ALONE).uncheck()
    expect_said(opened, is_on=False)


def test_the_choice_is_called_from_anywhere_on_the_page(opened: Page) -> None:
    opened.locator("#annotation-9b").scroll_into_view_if_needed()
    alone = opened.get_by_label(ALONE)
    expect(alone).not_to_be_in_viewport()
    scroll(opened, -20)
    the_button(opened).click()
    expect(alone).to_be_in_viewport()
    opened.keyboard.press("Escape")
    expect(alone).not_to_be_in_viewport()


def test_the_button_leaves_the_text_free_until_the_reader_scrolls_back(page: Page) -> None:
    page.goto(PAGE)
    for width, height in ((320, 640), (390, 800), (768, 1024), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        for by in (1000, 300, 300):
            scroll(page, by)
            expect(the_button(page)).not_to_be_in_viewport()
        scroll(page, -20)
        expect(the_button(page)).to_be_in_viewport(ratio=1)
        scroll(page, 20)
        expect(the_button(page)).not_to_be_in_viewport()


def test_the_button_stays_where_the_window_has_room_beside_the_text(page: Page) -> None:
    page.goto(PAGE)
    for width in (1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        for by in (400, 4000):
            scroll(page, by)
            expect(the_button(page)).to_be_in_viewport(ratio=1)
        assert the_button(page).evaluate(ROOM) > 0


def test_the_keyboard_brings_the_button_and_opens_the_choice(narrow: Page) -> None:
    narrow.get_by_role("checkbox", name="Update").focus()
    expect(the_button(narrow)).not_to_be_in_viewport()
    narrow.keyboard.press("Tab")
    expect(the_button(narrow)).to_be_focused()
    expect(the_button(narrow)).to_be_in_viewport(ratio=1)
    narrow.keyboard.press("Enter")
    expect(narrow.locator("#switches:popover-open")).to_be_in_viewport(ratio=1)


def test_without_javascript_the_scheme_is_the_system_s_the_contents_have_a_ring_and_the_button_covers_no_end(
    tabs: Tabs,
) -> None:
    page = tabs(PHONE, scripts=False, color_scheme="dark")
    page.goto(PAGE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(25, 23, 20)"
    page.locator("#__drawer").focus()
    expect(page.locator(".md-header label[for=__drawer]")).to_have_css("outline-style", "solid")
    box = rectangle(the_button(page))
    assert box["x"] <= 0
    assert box["x"] + box["width"] >= PHONE["width"]
    last = page.locator(".md-copyright")
    last.scroll_into_view_if_needed()
    scroll(page, 5000)
    end = rectangle(last)
    assert end["y"] + end["height"] <= box["y"]


def test_an_annotation_that_a_link_leads_to_is_shown_whatever_was_chosen(opened: Page) -> None:
    opened.get_by_label(ALONE).check()
    opened.goto(f"{PAGE}#annotation-8b")
    expect(opened.locator("#annotation-8b")).to_be_in_viewport()
    expect(opened.locator("#annotation-8a")).to_be_hidden()


def test_the_place_is_kept(page: Page) -> None:
    page.goto(PAGE)
    labels, anchors = (ALONE, "Evidence", "Counterpoint"), ("annotation-7a", "annotation-8c", "annotation-10b")
    for width, label, anchor in product((390, 1440), labels, anchors):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.getElementById('{anchor}').scrollIntoView()")
        scroll(page, -20)
        the_button(page).click()
        before = page.evaluate(READ)
        for _ in range(2):
            switch = page.get_by_role("checkbox", name=label)
            if width == 390:
                switch.click()
            else:
                switch.press("Space")
            page.evaluate(PAINTED)
            assert page.evaluate(READ) == before
        page.keyboard.press("Escape")


def test_the_choice_is_remembered_and_a_page_on_which_less_is_shown_for_it_says_so(page: Page) -> None:
    page.goto(PAGE)
    for kind in ("Context", "Correction"):
        page.get_by_role("checkbox", name=kind).uncheck()
    page.goto("/issue/")
    expect(page.get_by_role("checkbox", name="Context")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Evidence")).to_be_checked()
    expect(page.locator(".switches__open")).to_have_accessible_name("Filter: on for annotations")
    page.get_by_role("checkbox", name="Evidence").uncheck()  # where there are no corrections
    assert page.evaluate("JSON.parse(localStorage.getItem('shown'))['show-correction']") is False


def test_the_keyboard_reaches_and_turns_every_switch(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label(ALONE).focus()
    for kind in KINDS:
        page.keyboard.press("Tab")
        expect(page.get_by_role("checkbox", name=kind)).to_be_focused()
        page.keyboard.press("Space")
        expect(page.get_by_role("checkbox", name=kind)).not_to_be_checked()


def test_what_is_shown_is_what_is_printed(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("checkbox", name="Update").uncheck()
    page.emulate_media(media="print")
    expect(page.locator(".annotation[data-kind=update]").first).to_be_hidden()
    expect(page.locator(".annotation[data-kind=evidence]").first).to_be_visible()
    expect(page.locator(".switches")).to_be_hidden()
    assert page.evaluate(NOTE) == '"Not all annotations are shown."'
    page.locator("#show-update").evaluate("box => (box.checked = true)")
    assert page.evaluate(NOTE) == "none"
    page.locator("#show-claims-alone").evaluate("box => (box.checked = true)")
    assert page.evaluate(NOTE) == '"Not all annotations are shown."'


# --- Folding ---


def test_annotations_are_folded_on_narrow_screens_and_unfolded_by_a_key_a_wider_window_or_a_link(narrow: Page) -> None:
    passage = narrow.locator(".passage").nth(1)
    annotation = passage.locator(".annotation").first
    expect(annotation).to_be_visible()
    passage.locator("summary").focus()
    narrow.keyboard.press("Enter")
    expect(annotation).to_be_hidden()
    narrow.set_viewport_size({"width": 1440, "height": 800})
    expect(annotation).to_be_visible()
    expect(passage.locator("summary")).to_be_hidden()
    narrow.set_viewport_size(PHONE)
    narrow.locator(".passage").nth(3).locator("summary").click()
    expect(narrow.locator("#annotation-8b")).to_be_hidden()
    narrow.evaluate("location.hash = 'annotation-8b'")
    expect(narrow.locator("#annotation-8b")).to_be_in_viewport()


# --- The contents of narrow screens ---


def test_either_key_opens_the_contents_and_escape_closes_them_or_the_focus_that_goes_on_to_the_page(
    narrow: Page,
) -> None:
    button = narrow.get_by_role("button", name="Contents")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(narrow.locator(".md-sidebar--primary")).to_be_hidden()  # and none of its links is in the order of Tab
    button.focus()
    narrow.keyboard.press("Shift+Tab")
    expect(narrow.locator(".md-header label[for=__drawer]")).not_to_be_focused()  # which without a script can be
    button.focus()
    for key in ("Enter", "Space"):
        narrow.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(narrow.locator(".md-sidebar--primary")).to_be_in_viewport()
        narrow.locator(".md-sidebar--primary a").last.focus()
        narrow.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
    narrow.keyboard.press("Enter")
    narrow.locator(".md-sidebar--primary a:visible").last.focus()
    expect(button).to_have_attribute("aria-expanded", "true")
    narrow.keyboard.press("Tab")
    expect(narrow.locator(".md-content :focus")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "false")

"""Citing in a real browser: panels, pages and short addresses; by keyboard, by touch and without scripts."""

import datetime
import re
from pathlib import Path
from typing import Literal

import pytest
from annotated_edition.citations.styles import STYLES
from fixtures.accessible import faults
from fixtures.builder import EDITION, PROJECT
from fixtures.extent import ALL
from fixtures.tabs import COPIED, PHONE, WIDE, Tabs, later, rectangle
from playwright.sync_api import Locator, Page, Route, expect

VERSION, YEAR = EDITION["version"], EDITION["date"].year
PANEL = ".cite-panel:popover-open"
# Closes a panel, and waits until what listens to that has been told.
HIDE = """panel => new Promise(done => {
    panel.addEventListener("toggle", () => setTimeout(done), { once: true });
    panel.hidePopover();
})"""
POINTED = "new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })"
# Whether the panel is higher than it was, and leaves the control free above which it stands.
ABOVE = f"""before => {{
    const {{ bottom, height }} = document.querySelector("{PANEL}").getBoundingClientRect();
    const control = document.querySelector("#annotation-8b .cite__open").getBoundingClientRect();
    return height > before && bottom <= control.top;
}}"""
# Whether the panel is on the page from one side to the other.
WITHIN = f"""() => {{
    const {{ left, right }} = document.querySelector("{PANEL}").getBoundingClientRect();
    return left >= 0 && right <= document.documentElement.clientWidth;
}}"""
# Of the months, by IEEE.
SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


# What stands before the name of what is folded, and says whether it is.
MARK = "summary => getComputedStyle(summary, '::before').content"


def control(page: Page, anchor: str) -> Locator:
    kind = "section[aria-labelledby=%s]" if anchor.startswith("claim") else "#%s"
    return page.locator(f"{kind % anchor} .cite__open")


def open_panel(page: Page, anchor: str = "annotation-8a", path: str = "/background/") -> Locator:
    page.goto(path)
    control(page, anchor).click()
    panel = page.locator(PANEL)
    expect(panel).to_be_visible()
    return panel


def today(form: str) -> str:
    day = datetime.date.today()
    return form.format(mon=SHORT[day.month - 1], day=day.day, year=day.year)


def test_the_control_of_a_passage_opens_its_citations_in_place(page: Page) -> None:
    panel = open_panel(page)
    assert page.url.endswith("/background/")
    expect(panel).to_have_role("dialog")
    expect(panel).to_have_accessible_name("Cite annotation 8a")
    expect(panel).to_be_focused()
    expect(panel.locator(".cite__style")).to_have_count(len(STYLES))
    assert panel.locator(".cite__style[open]").count() == 1
    box = rectangle(panel)
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= WIDE["height"]
    # Its links lead where those of the sheet lead.
    target = page.evaluate("new URL('/c/8a/cite.bib', location).href")
    assert panel.get_by_role("link", name="BibTeX", exact=True).evaluate("link => link.href") == target
    with page.expect_download():
        panel.get_by_role("link", name="BibTeX", exact=True).click()
    expect(panel).to_be_visible()  # for a file takes nobody away
    page.set_viewport_size({"width": 1280, "height": 300})
    assert rectangle(panel)["height"] < 300
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 1600})  # in which there is room on either side
    other = control(page, "annotation-8b")
    other.evaluate("link => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    other.click()
    expect(panel).to_have_accessible_name("Cite annotation 8b")
    assert rectangle(panel)["y"] > rectangle(other)["y"]
    page.keyboard.press("Escape")
    other.evaluate("link => link.scrollIntoView({ block: 'end', behavior: 'instant' })")
    other.click()
    expect(panel).to_be_visible()
    height = rectangle(panel)["height"]
    panel.locator("summary", has_text="BibTeX").click()
    page.wait_for_function(ABOVE, arg=height)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 420})  # in which there is room on neither, but beside it
    other.evaluate("link => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    other.click()
    expect(panel).to_be_visible()
    box, beside = rectangle(panel), rectangle(other)
    assert box["x"] >= beside["x"] + beside["width"] or box["x"] + box["width"] <= beside["x"]
    page.set_viewport_size({"width": 800, "height": 1200})  # as when a tablet is turned
    page.wait_for_function(WITHIN)


def copy(page: Page, name: str) -> dict[str, str]:
    """Press a button of the panel that is open, and read what is in the clipboard then."""
    panel = page.locator(PANEL)
    panel.get_by_role("button", name=f"Copy {name}").click()
    expect(panel.get_by_role("status")).to_have_text(f"Copied: {name}")
    copied: dict[str, str] = page.evaluate(COPIED)
    return copied


def test_one_press_copies_citations_as_a_word_processor_reads_them_addresses_and_bibtex_and_says_so(page: Page) -> None:
    panel = open_panel(page, "claim-8")
    copied = copy(page, "citation, Chicago, notes")
    assert copied["text/plain"] == (
        "Annotated Edition Contributors, “Claim 8: The Move West Shows Trust in Beijing,” in Weakening the "
        f"Russian–Chinese Relationship: An Annotated Edition, {VERSION} ed. ({YEAR}), "
        "https://edition.test/background/#claim-8."
    )
    assert "<em>Weakening the Russian–Chinese Relationship: An Annotated Edition</em>" in copied["text/html"]
    panel.locator("summary", has_text="Bluebook").click()
    html = copy(page, "citation, Bluebook, law review")["text/html"]
    assert re.search(r'<span style="[^"]*font-variant: small-caps[^"]*">Weakening', html)
    assert "class=" not in html
    panel.locator("summary", has_text="IEEE").click()
    accessed = today("2026. Accessed: {mon} {day}, {year}. [Online].")
    assert accessed in copy(page, "citation, IEEE")["text/plain"]
    page.keyboard.press("Escape")
    control(page, "annotation-8a").click()
    panel.locator("summary", has_text="BibTeX").click()
    assert copy(page, "address")["text/plain"] == "https://edition.test/background/#annotation-8a"
    assert copy(page, "short address")["text/plain"] == "https://edition.test/c/8a/"
    assert copy(page, "BibTeX")["text/plain"].startswith("@incollection{annotated2026-8a,")


def test_the_day_of_access_is_the_readers_in_the_words_of_each_style(new_page: Page, site: Path) -> None:
    pages = ((page.parent, page.read_text("utf-8")) for page in (site / "r").glob("*/index.html"))
    path = next(path for path, text in pages if "{month}" in text and text.count("data-form=") > 2)
    new_page.clock.set_fixed_time("2026-09-03T12:00")
    new_page.goto(f"/r/{path.name}/")
    forms = new_page.locator(".accessed").evaluate_all("spans => spans.map(span => span.dataset.form)")
    said = [form.format(mon="Sept.", month="September", day=3, year=2026).strip() for form in forms]
    expect(new_page.locator(".accessed")).to_have_text(said)
    script = PROJECT / "overrides" / "assets" / "javascripts" / "citing" / "citations.js"
    assert f'"{" ".join(SHORT)}"' in script.read_text(encoding="utf-8"), "in the other months too"


def test_where_the_clipboard_is_closed_the_citation_is_selected(new_page: Page) -> None:
    new_page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    panel = open_panel(new_page)
    panel.get_by_role("button", name="Copy citation, Chicago, notes").click()
    expect(panel.get_by_role("status")).to_have_text("Selected; press Ctrl+C or ⌘C to copy")
    assert new_page.evaluate("getSelection().toString()").startswith("Annotated Edition Contributors, “Annotation 8a")


def test_where_rich_text_is_refused_plain_text_is_copied(new_page: Page) -> None:
    new_page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('no rich text'))")
    panel = open_panel(new_page)
    panel.get_by_role("button", name="Copy citation, Chicago, notes").click()
    expect(panel.get_by_role("status")).to_contain_text("Copied")
    assert new_page.evaluate("navigator.clipboard.readText()").startswith(
        "Annotated Edition Contributors, “Annotation 8a"
    )


def test_a_control_pressed_before_the_styles_are_there_opens_its_panel_once(page: Page) -> None:
    held: list[Route] = []
    asked: list[str] = []
    page.route("**/cite-panel.css", lambda route: held.append(route))

    def count(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_()

    page.route("**/c/*/cite/", count)
    page.goto("/background/")
    page.locator("section.cite").scroll_into_view_if_needed()
    expect(page.locator("section.cite button").first).to_be_visible()  # so the script is there, and its styles are not
    page.locator(".cite__open").first.click()
    later(page)
    assert asked == []
    held[0].continue_()
    expect(page.locator(".cite-panel")).to_be_visible()
    page.keyboard.press("Escape")
    later(page)
    expect(page.locator(".cite-panel")).to_be_hidden()
    assert len(asked) == 1


def test_the_style_once_chosen_comes_first_everywhere(page: Page) -> None:
    open_panel(page).locator("summary", has_text="MLA").click()
    for path, scope in (("/c/9/cite/", "main"), ("/issue/", "section.cite")):
        page.goto(path)
        page.locator(scope).scroll_into_view_if_needed()
        first = page.locator(f"{scope} .cite__style").first
        expect(first.locator("summary")).to_have_text("MLA")
        assert first.evaluate("details => details.open")
        assert page.locator(f"{scope} .cite__style[open]").count() == 1
    panel = open_panel(page)
    expect(panel.locator(".cite__style").first.locator("summary")).to_have_text("MLA")


def test_the_panel_works_by_keyboard_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/background/")
    link = control(page, "annotation-8a")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(PANEL)).to_be_focused()
    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        inside = page.evaluate(f"document.activeElement.closest('{PANEL}') && document.activeElement.innerText.trim()")
        if inside is None:
            break
        names.append(inside)
    assert "APA" in names
    assert any(name.startswith("Copy") for name in names)
    page.locator(PANEL).locator("summary", has_text="APA").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} [data-style=apa] .cite__string")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    expect(link).to_be_focused()


def test_the_panel_closes_by_its_button_by_any_control_by_a_link_in_it_and_by_a_press_elsewhere(page: Page) -> None:
    panel = open_panel(page)
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    expect(control(page, "annotation-8a")).to_be_focused()
    control(page, "annotation-8a").click()
    expect(panel).to_be_visible()
    page.mouse.click(5, 400)
    expect(panel).to_have_count(0)
    control(page, "annotation-8a").click()
    expect(panel).to_be_visible()
    page.evaluate("() => import('/assets/javascripts/preview.js')")
    page.locator(".annotation [role=doc-biblioref]").last.evaluate(f"link => link.dispatchEvent({POINTED})")
    later(page)
    expect(panel).to_be_visible()  # for the pointer comes to a link in passing, whose preview would close it
    page.locator("#claim-8 .claim__number").focus()
    panel.evaluate(HIDE)
    expect(page.locator("#claim-8 .claim__number")).to_be_focused()  # which the reader has gone to meanwhile
    control(page, "claim-9").click()
    expect(panel).to_have_accessible_name("Cite claim 9")
    assert page.locator(".cite-panel").count() == 1
    panel.locator("a[href*='#']").first.click()
    expect(panel).to_have_count(0)
    page.goto("/background/#annotation-8b")  # at the top of the window, where the panel leaves the control free
    control(page, "annotation-8b").click()
    expect(panel).to_have_accessible_name("Cite annotation 8b")
    control(page, "annotation-8b").click()
    expect(panel).to_have_count(0)
    control(page, "annotation-8b").click()
    expect(panel).to_be_visible()
    page.keyboard.press("/")
    expect(panel).to_have_count(0)  # for it would lie over the search
    expect(page.locator(".md-search__input")).to_be_focused()


def test_the_panel_works_by_touch_at_the_foot_of_a_small_screen(tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    page.goto("/background/")
    control(page, "annotation-8a").tap()
    panel = page.locator(PANEL)
    expect(panel).to_be_visible()
    box = rectangle(panel)
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert round(box["y"] + box["height"]) == PHONE["height"]
    panel.locator("summary", has_text="APA").tap()
    expect(panel.locator("[data-style=apa] .cite__string")).to_be_visible()
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_have_count(0)


def test_where_the_sheet_or_the_script_cannot_be_fetched_the_link_is_followed(new_page: Page) -> None:
    new_page.add_init_script("window.fetch = () => Promise.reject(new TypeError('no network'))")
    new_page.goto("/background/")
    control(new_page, "claim-8").click()
    new_page.wait_for_url("**/c/8/cite/")
    expect(new_page.get_by_role("heading", level=1)).to_have_text("Cite claim 8")
    new_page.route("**/cite.js", lambda route: route.abort())  # and where the script cannot
    new_page.goto("/background/")
    control(new_page, "claim-9").click()
    new_page.wait_for_url("**/c/9/cite/")


def test_a_press_with_a_key_held_is_the_browsers(page: Page) -> None:
    page.goto("/background/")
    modifiers: tuple[Literal["Control", "Shift"], ...] = ("Control", "Shift")
    for modifier in modifiers:
        with page.context.expect_page() as opened:
            control(page, "claim-8").click(modifiers=[modifier])
        opened.value.wait_for_url("**/c/8/cite/")


@pytest.mark.parametrize("scheme", ["light", "dark"] if ALL else ["dark"])
def test_the_open_panel_and_the_sheet_are_accessible(tabs: Tabs, scheme: str) -> None:
    page = tabs(color_scheme=scheme)
    panel = open_panel(page)
    panel.locator("summary", has_text="BibTeX").click()
    assert faults(page, PANEL) == []
    page.goto("/c/8a/cite/")
    expect(page.get_by_role("button", name="Copy address")).to_be_visible()
    assert faults(page) == []
    page.goto("/issue/")
    page.locator("section.cite").scroll_into_view_if_needed()
    assert faults(page, "section.cite") == []


# --- Without scripts ---


@pytest.fixture
def plain(tabs: Tabs) -> Page:
    return tabs(scripts=False)


def test_a_sheet_is_light_or_dark_as_the_system_is(tabs: Tabs) -> None:
    papers = []
    for scheme in ("light", "dark"):
        page = tabs(color_scheme=scheme)
        page.goto("/c/8/cite/")
        papers.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert papers == ["rgb(252, 250, 245)", "rgb(25, 23, 20)"]


def test_without_scripts_the_control_leads_to_the_sheet(plain: Page) -> None:
    plain.goto("/background/")
    control(plain, "annotation-8a").click()
    plain.wait_for_url("**/c/8a/cite/")
    expect(plain.locator(".cite__style[open] .cite__string")).to_contain_text("“Annotation 8a (Evidence) to Claim 8")
    plain.locator("summary", has_text="IEEE").click()
    string = plain.locator("[data-style=ieee] .cite__string")
    expect(string).to_be_visible()
    expect(string).to_contain_text(
        f"{VERSION} ed., {YEAR}. [Online]. Available: https://edition.test/background/#annotation-8a"
    )


@pytest.mark.parametrize(
    ("path", "heading", "cited"),
    [
        ("/background/", "Cite this page", f"Background,” in {EDITION['title']}, {VERSION} ed. ({YEAR})"),
        ("/", "Cite this edition", f"{VERSION} ed. ({YEAR}), https://edition.test/."),
        ("/cite/", "Cite this edition", f"{VERSION} ed. ({YEAR}), https://edition.test/."),
    ],
)
def test_without_scripts_a_page_ends_with_its_citation_in_every_style(
    plain: Page, path: str, heading: str, cited: str
) -> None:
    plain.goto(path)
    panel = plain.locator("section.cite")
    expect(panel.get_by_role("heading")).to_have_text(heading)
    expect(panel.locator(".cite__string").first).to_contain_text(cited)
    for summary in panel.locator("summary").all()[1:]:
        closed = summary.evaluate(MARK)
        summary.click()
        expect(summary.locator("+ .cite__string")).to_be_visible()
        assert summary.evaluate(MARK) != closed
    expect(panel.locator(".small-caps").first).to_have_css("font-variant-caps", "small-caps")
    files = panel.get_by_role("link", name=re.compile("^(BibTeX|RIS|CSL-JSON)$")).all()
    stem = "cite" if path == "/background/" else "edition"
    assert [str(link.get_attribute("href")).rpartition("/")[2] for link in files] == [
        f"{stem}.{ending}" for ending in ("bib", "ris", "csl.json")
    ]


# --- Sources ---


def test_from_a_sentence_to_its_source_as_a_citation_in_three_actions(page: Page) -> None:
    page.goto("/background/")
    link = page.locator(".annotation [role=doc-biblioref]").first
    key = (link.get_attribute("href") or "").partition("#reference-")[2]
    link.hover()
    page.locator("#preview .cite__open").click()
    expect(page.locator(f"{PANEL} h2")).to_have_text(re.compile("^Cite "))
    page.locator(f"{PANEL} details[open] .cite__copy").first.click()
    expect(page.locator(f"{PANEL} .cite__status")).to_have_text(re.compile("^Copied: citation"))
    copied = page.evaluate("() => navigator.clipboard.readText()")
    page.goto(f"/r/{key}/")
    assert copied == page.locator(".cite__string").first.inner_text()


def test_at_the_foot_of_a_page_each_source_is_cited_in_one_step(page: Page) -> None:
    page.goto("/background/")
    page.locator(".references").scroll_into_view_if_needed()
    entries = page.locator(".references .reference")
    links = entries.locator(".reference__facts > .cite__open")
    expect(links).to_have_count(entries.count())
    targets = links.evaluate_all("links => links.map(link => link.pathname)")
    keys = entries.evaluate_all("entries => entries.map(entry => entry.id.replace('reference-', ''))")
    assert targets == [f"/r/{key}/" for key in keys]
    links.last.click()
    expect(page.locator(f"{PANEL} .cite__string")).to_have_count(len(STYLES))
    assert faults(page, PANEL) == []
    page.keyboard.press("Escape")
    expect(links.last).to_be_focused()
    assert faults(page, ".references") == []


def test_the_full_entry_opens_its_citations_in_place_and_its_page_works_without_scripts(
    page: Page, plain: Page
) -> None:
    page.goto("/references/")
    page.locator(".reference .cite__open").first.click()
    expect(page.locator(f"{PANEL} .cite__string")).to_have_count(len(STYLES))
    page.goto("/r/coffey2022weaken/")
    assert faults(page) == []
    plain.goto("/references/")
    plain.locator("#reference-coffey2022weaken .cite__open").click()
    expect(plain.locator("h1")).to_have_text("Cite Coffey and Lohman 2022")
    expect(plain.locator(".cite__style[open] .cite__string")).to_be_visible()

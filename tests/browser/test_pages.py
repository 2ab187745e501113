"""Every page, in a real browser: it opens, it can be read and used, and nothing leaves the site."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from fixtures.accessible import faults
from fixtures.extent import ALL
from fixtures.serving import Handler, hosting
from fixtures.tabs import NARROW, WIDE, Tabs, open_whole
from fixtures.written import CLAIMS, NAV, SOURCES, TEXT
from playwright.sync_api import Browser, Page, expect

PATHS = [*NAV, "404.html"]


def kinds_shown(*paths: str) -> set[str]:
    """The kinds of annotation that the first three claims of each page have."""
    pages = [SOURCES[path] for path in paths]
    first = {claim.label for page in pages for claim in page.claims[:3]}
    return {note.kind for page in pages for note in page.annotations if note.claim in first}


# The page of the text with the most kinds of annotation, and others as long as they have more.
TEXTS: list[str] = []
for each in sorted(TEXT, key=lambda path: len(kinds_shown(path)), reverse=True):
    TEXTS += [each] if kinds_shown(each) - kinds_shown(*TEXTS) else []
# A page of each kind; which color scheme is tried takes turns.
LOOKS = ["", "reasons/", "claims/", "timeline/", "figures/", "glossary/", "references/", "cite/", *TEXTS]
SCHEMES: list[tuple[Literal["light", "dark"], str]] = [("light", "default"), ("dark", "slate")]
# What looks like others before it: references, terms, years, passages.
MORE = [
    ".references ul > :nth-child(n + 20)",
    ".glossary ~ .glossary ~ .glossary ~ .glossary",
    ".timeline > :nth-child(n + 8)",
    ".passage ~ .passage ~ .passage ~ .passage",
]
OVERFLOWING = """() => {
    const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const inside = element => element !== null && (scrolls(element) || inside(element.parentElement));
    const cut = element => element.scrollWidth > element.clientWidth + 1
        && /hidden|clip/.test(getComputedStyle(element).overflowX) && element.clientWidth > 1 && element.innerText;
    return [...document.querySelectorAll("main *, footer *, header *")]
        .filter(element => (element.getBoundingClientRect().right > innerWidth + 1 || cut(element))
            && shown(element) && !inside(element.parentElement))
        .map(element => element.outerHTML.slice(0, 120));
}"""


HIDDEN = """parts => parts
    .filter(part => !part.checkVisibility({ visibilityProperty: true }) || !part.getBoundingClientRect().height)
    .map(part => part.outerHTML.slice(0, 120))"""
HEADED = """() => {
    const line = document.createRange();
    line.selectNodeContents(document.querySelector(".md-header__topic .md-ellipsis"));
    const { top, bottom } = line.getBoundingClientRect();
    return top >= 0 && bottom <= document.querySelector(".md-header").offsetHeight;
}"""
# Numbers of claims that lie on the words of their headings or titles, and labels of annotations on their kinds.
COVERING = """() => [...document.querySelectorAll(
    ".claim__number, .annotation__label, .ledger__number"
)].filter(number => {
    const words = document.createRange();
    words.selectNode(number.matches(".claim__number") ? number.nextSibling : number.nextElementSibling);
    return number.getBoundingClientRect().right > words.getClientRects()[0].left;
}).map(number => number.textContent)"""
# Whether the focus has a ring in the color of what is pressed, but for the field of the search, whose rule thickens.
RINGED = """() => {
    const ring = getComputedStyle(document.activeElement), accent = document.createElement("i");
    accent.style.color = "var(--accent)";
    document.body.append(accent);
    const { color } = getComputedStyle(accent);
    accent.remove();
    return document.activeElement.matches(".md-search__input, .md-option")
        || (ring.outlineStyle === "solid" && ring.outlineWidth === "2px" && ring.outlineColor === color);
}"""
# Whether nobody sees what has the focus: an input is there for its label, and a link to skip to the content fades in.
UNSEEN = """() => {
    const { activeElement: one } = document;
    if (one.matches(".md-skip")) return false;
    const seen = one.matches(".md-option") ? one.nextElementSibling : one;
    return !seen.getClientRects().length || !seen.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}"""
# What may have the focus and stands at the edge of a box that cuts off the ring around it.
CUT_RINGS = """() => {
    const known = new Map([[document.body, []]]);
    const cutting = box => {
        if (!known.has(box)) {
            const own = getComputedStyle(box).overflowX === "visible" ? [] : [box];
            known.set(box, [...own, ...cutting(box.parentElement)]);
        }
        return known.get(box);
    };
    const isCut = (one, room) => cutting(one.parentElement).some(box => {
        const edges = box.getBoundingClientRect();
        return [...one.getClientRects()].some(({ left, right }) => left >= edges.left - 1 && right <= edges.right + 1
            && (left - room < edges.left || right + room > edges.right));
    });
    const ring = one => {
        one.focus({ preventScroll: true, focusVisible: true });
        const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
        return outlineStyle === "none" ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    };
    const found = [...document.querySelectorAll("a[href], button, input, summary")]
        .filter(one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .filter(one => isCut(one, 8) && isCut(one, ring(one)));
    for (const other of document.querySelectorAll(".md-header a")) other.focus({ preventScroll: true });
    document.activeElement.blur();
    return found.map(one => one.outerHTML.slice(0, 120));
}"""
# The paragraphs of three lines and more that are longer than some 80 letters, which are half as wide as they are high.
LONG = """() => [...document.querySelectorAll(".md-content p")].filter(text => {
    const { fontSize, lineHeight, paddingLeft } = getComputedStyle(text);
    return text.clientHeight > 2.5 * parseFloat(lineHeight)
        && text.clientWidth - parseFloat(paddingLeft) > 38 * parseFloat(fontSize);
}).map(text => text.outerHTML.slice(0, 120))"""
# What stays while the rest of its passage or its year passes, and is beneath the header then.
COVERED = """() => [...document.querySelectorAll(".passage, .timeline__year")].filter(whole => {
    const part = whole.firstElementChild;
    const most = whole.offsetHeight - part.offsetHeight - 100;
    scrollTo({ top: scrollY + whole.getBoundingClientRect().top + Math.min(most, 100), behavior: "instant" });
    const { bottom } = document.querySelector(".md-header").getBoundingClientRect();
    return most > 0 && part.getBoundingClientRect().top < bottom;
}).map(whole => whole.innerText.slice(0, 40))"""
STICKY = (
    "all => all.filter(each => getComputedStyle(each).position === 'sticky').map(each => each.innerText.slice(0, 40))"
)
# Years in whose strip a dot is not above the one before it.
FALLING = """() => [...document.querySelectorAll(".strip__dots")].filter(({ children }) => {
    const tops = [...children].map(dot => dot.getBoundingClientRect().top);
    return tops.some((top, at) => at > 0 && top >= tops[at - 1]);
}).map(dots => dots.parentElement.hash)"""
WIDTHS = "all => all.map(each => each.getBoundingClientRect().width)"
# Lines of facts in which something stands below the day or beside it.
ABOVE_DAY = """all => all.filter(facts => {
    const { top } = facts.querySelector(".annotation__date").getBoundingClientRect();
    return [...facts.children].filter(fact => fact.getBoundingClientRect().top >= top).length > 1;
}).map(facts => facts.innerText)"""
# Entries of which another line begins left of the first or on its edge.
NOT_HANGING = """all => all.filter(entry => {
    const text = document.createRange();
    text.selectNodeContents(entry);
    const [first, ...others] = [...text.getClientRects()].filter(({ width }) => width > 1);
    return others.some(({ top, left }) => top > first.bottom - 4 && left <= first.left);
}).map(entry => entry.innerText)"""
# Whether the heading of a page has the beginning of its text beside it.
BESIDE = """() => {
    const find = part => document.querySelector(part).getBoundingClientRect();
    const [heading, text] = [find("h1"), find("h1 ~ p:not(.facts)")];
    return heading.right <= text.left && heading.top <= text.top && text.top < heading.bottom;
}"""
APART = """() => [...document.querySelectorAll("section > h2")].filter(heading => {
    const [own, next] = [heading, heading.nextElementSibling].map(part => part.getBoundingClientRect());
    return own.right <= next.left && Math.abs(own.top - next.top) > own.height;
}).map(heading => heading.innerText)"""


# What no end of a sheet tears in two, by the pages that have it.
TOGETHER = {
    "": (".scorecard__group", ".argument", ".glance__part"),
    "background/": (".claim", ".annotation", ".reference"),
    "claims/": (".ledger tr",),
    "timeline/": (".event",),
    "figures/": (".figure",),
    "glossary/": (".entry",),
}
TORN = """parts => parts.filter(part => !getComputedStyle(part).breakInside.startsWith("avoid"))
    .map(part => part.outerHTML.slice(0, 120))"""
# What links lead to, by pages that have it; and the kinds of it that do not have the tint of what a link has led to.
LED_TO = {
    "background/": (".claim h2", ".annotation", ".reference", ".citation a"),
    "timeline/": (".event",),
    "figures/": (".figure",),
    "glossary/": (".entry",),
}
UNTINTED = """kinds => {
    const made = document.body.appendChild(document.createElement("i"));
    made.style.background = "var(--tint)";
    const tint = getComputedStyle(made).backgroundColor;
    made.remove();
    const found = kinds.filter(kind => {
        const target = document.querySelector(`article ${kind}[id]`);
        location.hash = target.id;
        return getComputedStyle(target.querySelector(".figure__head") ?? target).backgroundColor !== tint;
    });
    location.hash = "";
    return found;
}"""
# The paths of all tabs, and of those with a line beneath.
TABS = """() => {
    const links = [...document.querySelectorAll(".md-tabs__link")];
    const paths = links => links.map(link => link.pathname.slice(1));
    return [paths(links), paths(links.filter(link => parseFloat(getComputedStyle(link).borderBottomWidth)))];
}"""
# The entries of which a fact is not divided by a point from the one before it.
UNDIVIDED = """all => all.filter(facts => [...facts.children].filter(fact => fact.textContent).some((fact, at) =>
    getComputedStyle(fact, "::before").content.startsWith('"·') !== at > 0)).map(facts => facts.innerText)"""
SET_APART = (
    """events => events.filter(event => getComputedStyle(event).borderTopStyle === "solid").map(event => event.id)"""
)
TITLE_SIZE = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"


def all_paths(site: Path) -> list[str]:
    """The pages for reading; c/ and r/ hold only redirects and citations, f/ figures for pages of others."""
    found = (file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("*.html")))
    return [path for path in found if not path.startswith(("c/", "f/", "r/"))]


def test_every_page_of_the_site_is_tried(site: Path) -> None:
    assert set(all_paths(site)) == set(PATHS)


@dataclass(frozen=True)
class Visit:
    """A page that is open, for all that is asked of it, and what went wrong in its tab."""

    path: str
    page: Page
    wrong: list[str]


@pytest.fixture(scope="module")
def tab(browser: Browser, server: str) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and what goes wrong in it: errors, warnings, requests of others and of what is not there."""
    found: list[str] = []
    context = browser.new_context(base_url=server, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda request: found.append(request.url) if is_foreign(request.url) else None)
    page.on(
        "response",
        lambda response: found.append(f"{response.url}: {response.status}") if response.status >= 400 else None,
    )
    yield page, found
    context.close()


def is_foreign(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1"


@pytest.fixture(scope="module", params=PATHS)
def opened(request: pytest.FixtureRequest, tab: tuple[Page, list[str]]) -> Visit:
    page, wrong = tab
    page.set_viewport_size(WIDE)
    wrong.clear()
    open_whole(page, f"/{request.param}")
    return Visit(str(request.param), page, wrong)


def test_a_page_opens_without_an_error_and_asks_nobody_else_even_to_be_printed(opened: Visit) -> None:
    for media in ("print", "screen"):
        opened.page.emulate_media(media=media)
    assert opened.wrong == []


def test_the_pages_of_the_text_whose_colors_are_tried_have_every_kind_of_annotation() -> None:
    assert kinds_shown(*TEXTS) == {note.kind for page in SOURCES.values() for note in page.annotations}


def test_nothing_is_cut_or_covered_or_scrolls_sideways_on_a_small_telephone(opened: Visit) -> None:
    page = opened.page
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(COVERING) == []
    assert page.evaluate(HEADED)


def test_no_box_cuts_off_the_ring_around_the_focus(opened: Visit) -> None:
    for size in (WIDE, NARROW):
        opened.page.set_viewport_size(size)
        assert opened.page.evaluate(CUT_RINGS) == []


@pytest.mark.parametrize("opened", ["claims/"], indirect=True)
def test_on_a_small_telephone_the_head_of_the_ledger_is_for_ears_alone(opened: Visit) -> None:
    opened.page.set_viewport_size(NARROW)
    expect(opened.page.locator(".ledger thead")).to_have_css("clip-path", "inset(50%)")


@pytest.mark.parametrize("opened", ["claims/"], indirect=True)
def test_in_the_ledger_the_column_of_reasons_is_the_widest_and_that_of_numbers_the_narrowest(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    number, *others = widths = opened.page.locator(".ledger thead th").evaluate_all(WIDTHS)
    assert 2 * number < min(others)
    assert max(widths) == widths[2]


@pytest.mark.parametrize("opened", ["background/"], indirect=True)
def test_on_a_small_telephone_the_day_of_an_annotation_has_the_line_below_what_can_be_pressed(opened: Visit) -> None:
    opened.page.set_viewport_size(NARROW)
    assert opened.page.locator(".annotation__facts").evaluate_all(ABOVE_DAY) == []


@pytest.mark.parametrize("opened", ["references/"], indirect=True)
def test_an_entry_hangs_by_its_first_line(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)  # on narrow screens what has not come near is not drawn
    assert opened.page.locator(".reference__entry").evaluate_all(NOT_HANGING) == []


@pytest.mark.parametrize("opened", ["timeline/"], indirect=True)
def test_the_annotated_work_is_set_apart_and_the_earliest_event_of_a_year_at_the_foot_of_its_dots(
    opened: Visit,
) -> None:
    opened.page.set_viewport_size(WIDE)
    assert opened.page.evaluate(FALLING) == []
    annotated = [event.anchor for event in SOURCES["timeline/"].events if event.is_annotated]
    assert opened.page.locator(".event").evaluate_all(SET_APART) == annotated


@pytest.mark.parametrize("opened", TOGETHER, indirect=True)
def test_what_belongs_together_is_not_torn_by_the_end_of_a_sheet(opened: Visit) -> None:
    opened.page.emulate_media(media="print")
    for kind in TOGETHER[opened.path]:
        parts = opened.page.locator(kind)
        assert parts.count()
        assert parts.evaluate_all(TORN) == []
    opened.page.emulate_media(media="screen")


@pytest.mark.parametrize("opened", LED_TO, indirect=True)
def test_who_arrives_by_a_link_sees_where(opened: Visit) -> None:
    assert opened.page.evaluate(UNTINTED, LED_TO[opened.path]) == []


@pytest.mark.parametrize("opened", ["", "background/", "claims/", "changes/"], indirect=True)
def test_the_tab_of_the_page_that_is_read_or_of_its_part_has_a_line_beneath(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    paths, marked = opened.page.evaluate(TABS)
    order = [path for path in NAV if path in paths]
    assert len(order) > 1
    assert marked == [path for path in order if NAV.index(path) <= NAV.index(opened.path)][-1:]


@pytest.mark.parametrize("opened", ["references/", "background/"], indirect=True)
def test_points_divide_what_is_said_of_a_source(opened: Visit) -> None:
    assert opened.page.locator(".reference__facts").evaluate_all(UNDIVIDED) == []


@pytest.mark.parametrize("opened", [""], indirect=True)
def test_the_title_of_a_page_is_smaller_on_a_small_telephone(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    large = opened.page.evaluate(TITLE_SIZE)
    opened.page.set_viewport_size(NARROW)
    assert opened.page.evaluate(TITLE_SIZE) < large


PROSE = ["", "issue/", "reasons/europe-first/", "figures/", "timeline/", "glossary/", "about/"]


@pytest.mark.parametrize("opened", PATHS if ALL else PROSE, indirect=True)
def test_no_line_is_too_long_to_be_read_with_ease(opened: Visit) -> None:
    for width in (768, 1024, 1440):
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert opened.page.evaluate(LONG) == []


@pytest.mark.parametrize("opened", ["", "cite/"], indirect=True)
def test_on_wide_screens_a_heading_stands_beside_the_beginning_of_its_section(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    assert opened.page.evaluate(APART) == []


@pytest.mark.parametrize("opened", ["", "background/", "timeline/"], indirect=True)
def test_on_wide_screens_a_text_begins_beside_the_heading_of_its_page(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    assert opened.page.evaluate(BESIDE)


@pytest.mark.parametrize("opened", [""], indirect=True)
def test_what_is_found_and_the_ways_in_are_seen_without_scrolling(opened: Visit) -> None:
    opened.page.set_viewport_size({"width": 1440, "height": 900})
    opened.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    for part in (".scorecard", ".scorecard + ul"):
        expect(opened.page.locator(part)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("opened", ["timeline/", "background/"], indirect=True)
def test_what_stays_while_its_passage_or_its_year_passes_is_below_the_header(opened: Visit) -> None:
    opened.page.set_viewport_size(WIDE)
    assert opened.page.evaluate(COVERED) == []
    opened.page.set_viewport_size({"width": 1280, "height": 400})  # in which a claim could not be seen to its end
    assert opened.page.locator(".claim").evaluate_all(STICKY) == []


@pytest.mark.parametrize("opened", PATHS if ALL else LOOKS, indirect=True)
def test_a_page_passes_axe(opened: Visit) -> None:
    page = opened.page
    if not ALL:  # hundreds of entries of one look take longer to try than all else, so a few show it
        page.evaluate("more => document.querySelectorAll(more).forEach(element => element.remove())", ", ".join(MORE))
    for scheme, name in SCHEMES if ALL else [SCHEMES[LOOKS.index(opened.path) % 2]]:
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        assert faults(page) == []


@pytest.mark.parametrize("path", TEXT if ALL else TEXTS)
def test_every_claim_can_be_read_without_javascript(path: str, tabs: Tabs) -> None:
    page = tabs(scripts=False)
    page.goto(f"/{path}")
    names = page.locator("section.claim").evaluate_all("all => all.map(part => part.getAttribute('aria-labelledby'))")
    assert names == [f"claim-{number}" for number in TEXT[path]]
    assert page.locator("section.claim, .annotation, .claim > p").evaluate_all(HIDDEN) == []
    page.goto("/claims/")
    assert page.locator("tbody tr").count() == len(CLAIMS)
    assert page.locator("tbody tr").evaluate_all(HIDDEN) == []


def test_where_colors_are_forced_an_outline_shows_where_a_link_has_led_and_where_is_typed(tabs: Tabs) -> None:
    page = tabs(forced_colors="active")
    page.goto("/background/#annotation-8a")
    expect(page.locator(":target")).to_have_css("outline-style", "solid")
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search__form")).to_have_css("outline-style", "solid")


# --- The keyboard ---


def focused(page: Page) -> str:
    """What has the focus, by its accessible name or its text."""
    name = page.evaluate(
        "(e => e.getAttribute('aria-label') || e.title || e.innerText || e.placeholder || e.id)(document.activeElement)"
    )
    return str(name).strip()


def test_the_tab_key_reaches_a_link_that_skips_to_the_content_the_search_and_the_choice_of_a_scheme(page: Page) -> None:
    page.goto("/issue/")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(focused(page))
        assert page.evaluate(RINGED), reached[-1]
        assert not page.evaluate(UNSEEN), reached[-1]
    assert reached[0].startswith("Skip to content"), reached
    assert any("Search" in name for name in reached), reached
    assert any("scheme" in name for name in reached), reached
    page.locator(".md-skip").focus()
    assert page.locator(".md-skip").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash !== ''")
    assert page.url.endswith("#the-issue")


def test_the_scheme_is_changed_by_the_keyboard_and_kept(page: Page) -> None:
    page.goto("/issue/")
    before = page.locator("body").get_attribute("data-md-color-media")
    page.locator("[data-md-component=palette] input").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => document.body.dataset.mdColorMedia !== before", arg=before)
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.goto("/background/")
    assert page.locator("body").get_attribute("data-md-color-media") == chosen


# Every color behind the text that is painted.
BACKGROUNDS = """() => {
    window.backgrounds = new Set();
    const look = () => {
        if (document.body) backgrounds.add(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
    };
    look();
}"""


class Halting(Handler):
    """Sends of a page first its head and the beginning of its body, and the rest after a pause."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        whole = source.read()
        if begun := re.search(rb"<body[^>]*>", whole):
            outputfile.write(whole[: begun.end()])
            outputfile.flush()
            time.sleep(0.3)
        outputfile.write(whole[begun.end() if begun else 0 :])


PAPER, NIGHT = "rgb(252, 250, 245)", "rgb(25, 23, 20)"  # --paper in stylesheets/edition.css
CHOSEN = {
    "nothing": (None, NIGHT),
    "the system's": ({"index": 0, "color": {"media": "(prefers-color-scheme)", "scheme": "default"}}, NIGHT),
    "light": ({"index": 1, "color": {"media": "(prefers-color-scheme: light)", "scheme": "default"}}, PAPER),
}


@pytest.mark.parametrize("chosen", CHOSEN)
def test_a_page_has_the_scheme_that_was_chosen_or_else_the_systems_before_anything_is_seen(
    chosen: str, new_page: Page, site: Path
) -> None:
    kept, expected = CHOSEN[chosen]
    new_page.emulate_media(color_scheme="dark")
    new_page.add_init_script(f"({BACKGROUNDS})()")
    if kept:
        new_page.add_init_script(f"localStorage.setItem('/.__palette', JSON.stringify({json.dumps(kept)}))")
    with hosting(site, handler=Halting) as address:
        new_page.goto(f"{address}/glossary/")
        assert new_page.evaluate("[...backgrounds]") == [expected]

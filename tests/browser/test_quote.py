"""Quoting with a citation, in a real browser: by mouse, keyboard and touch, and back by the address that was copied."""

import base64
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote as escaped

import pytest
from fixtures.accessible import OF_COLOR, faults
from fixtures.builder import EDITION
from fixtures.extent import ALL
from fixtures.serving import PATIENCE
from fixtures.tabs import CLIPBOARD, COPIED, NARROW, PHONE, WIDE, Tabs, later, open_whole, rectangle
from fixtures.written import SOURCES, TEXT, WRITTEN, opening, phrase, runs
from playwright.sync_api import Browser, Page, expect

PUBLIC = "https://edition.test"
WORK, VERSION, YEAR = EDITION["title"], EDITION["version"], EDITION["date"].year
CONTROL = ".quote:popover-open"
BUTTON = f"{CONTROL} button"
# The place of some words in an element: the text node and the offset of their start and of their end.
FIND = """([scope, words]) => {
    const walker = document.createTreeWalker(document.querySelector(scope), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = "";
    for (let node; (node = walker.nextNode()); all += node.data) nodes.push([node, all.length]);
    const start = all.replace(/\\s/g, " ").indexOf(words);
    if (start < 0) throw new Error(`“${words}” does not stand in ${scope}`);
    const end = start + words.length;
    const [first, at] = nodes.findLast(([, offset]) => offset <= start);
    const [last, by] = nodes.findLast(([, offset]) => offset < end);
    const range = document.createRange();
    range.setStart(first, start - at);
    range.setEnd(last, end - by);
    return range;
}"""
SELECT = f"""([first, last]) => {{
    const [start, end] = [first, last].map({FIND});
    end.endContainer.parentElement.scrollIntoView({{ block: "center", behavior: "instant" }});
    getSelection().setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
}}"""
INTO_VIEW = f"""([place, block]) =>
    ({FIND})(place).startContainer.parentElement.scrollIntoView({{ block, behavior: "instant" }})"""
RECTS = f"""place => {{
    const range = ({FIND})(place);
    return [...range.getClientRects()].map(({{ left, top, right, bottom }}) => [left, top, right, bottom]);
}}"""
# How many pixels of a picture have a color, in each of some boxes.
MARKED = """async ([picture, boxes, color]) => {
    const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return boxes.map(([left, top, right, bottom]) => {
        const { data } = context.getImageData(left, top, right - left, bottom - top);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) count += color.every((part, index) => data[at + index] === part);
        return count;
    });
}"""
# Whether the control is seen, and all of it within the window.
WHOLE = """() => {
    const { left, top, right, bottom, width } =
        document.querySelector(".quote:popover-open")?.getBoundingClientRect() ?? { width: 0 };
    return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""
MARK = {"light": [0xF3, 0xE3, 0xAE], "dark": [0x5B, 0x4A, 0x16]}

Place = tuple[str, str]  # an element and words in it

# Where a test adds to the text: in the page's first paragraph, and in the first of an annotation.
IN_INTRO = re.compile(r'(<p class="facts">.*?</p>\s*<p[^>]*>)', re.DOTALL)
IN_5B = re.compile(r'(id="annotation-5b".*?</p>\s*<p[^>]*>)', re.DOTALL)


def first_words(text: str) -> str:
    return " ".join(text.split()[:2])


def last_words(text: str) -> str:
    return " ".join(text.split()[-2:])


CLAIM = "section[aria-labelledby=claim-8]"
SAID = phrase("8a", 1)
WORDS: Place = ("#annotation-8a", SAID)
DIRECTIVE = f":~:text={escaped(SAID)}"
INTRO = ".md-content__inner > p:not(.facts)"
INTRO_LAST = ".md-content__inner > p:not(.facts):not(:has(~ p))"
TITLE = {claim.number: claim.title for claim in WRITTEN}
TERM, EVENT = SOURCES["glossary/"].terms[0], SOURCES["timeline/"].events[0]
WITHIN = str.maketrans("“”", "‘’")  # how marks stand within a quotation
CITED = ""  # for the first citation of an element, as it is printed


PATH = "/background/"
BY = "Annotated Edition Contributors, "
IN = f" in {WORK}, {VERSION} ed. ({YEAR}), {PUBLIC}"


@pytest.fixture
def opened(page: Page) -> Page:
    page.goto(PATH)
    return page


@pytest.fixture(scope="module")
def unchanged(browser: Browser, server: str) -> Iterator[Page]:
    """The same for those who leave it as it was."""
    context = browser.new_context(base_url=server, viewport=WIDE, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(PATH)
    yield page
    context.close()


def select(page: Page, first: Place, last: Place | None = None) -> None:
    page.evaluate(SELECT, [first, last or first])


def expect_said(page: Page, said: str | re.Pattern[str] = re.compile("^Copied")) -> None:
    """Wait until the control says what came of a press."""
    expect(page.locator(CONTROL).get_by_role("status")).to_have_text(said)


def copy(page: Page) -> dict[str, str]:
    """Press the control, and read what is in the clipboard then."""
    page.locator(BUTTON).click()
    expect_said(page)
    copied: dict[str, str] = page.evaluate(COPIED)
    return copied


def put_away(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator(".quote")).to_have_count(0)


def quote(page: Page, first: Place, last: Place | None = None) -> dict[str, str]:
    """Copy a quotation from the page that is open, and leave nothing of the control."""
    select(page, first, last)
    copied = copy(page)
    put_away(page)
    return copied


def is_offered(page: Page) -> bool:
    """Whether there is a control once all that it waits for has passed."""
    later(page)
    return page.locator(".quote").count() > 0


def selected(page: Page) -> str:
    return str(page.evaluate("getSelection().toString()"))


def drag(page: Page, place: Place) -> None:
    """Select words by the mouse, which is not let go."""
    page.evaluate(INTO_VIEW, [place, "center"])
    left, top, _, bottom = page.evaluate(RECTS, place)[0]
    _, _, right, _ = page.evaluate(RECTS, place)[-1]
    page.mouse.move(left + 1, (top + bottom) / 2)
    page.mouse.down()
    page.mouse.move(right, (top + bottom) / 2, steps=5)


# --- What is copied ---


def test_a_quotation_of_an_annotation_is_copied_with_its_citation_and_its_address(unchanged: Page) -> None:
    copied = quote(unchanged, WORDS)
    quotation, citation, address = copied["text/plain"].split("\n")
    assert quotation == f"“{SAID}”"
    assert citation.startswith(f"{BY}“Annotation 8a (")
    assert citation.endswith(f"{IN}/background/#annotation-8a.")
    assert address == f"{PUBLIC}/background/#annotation-8a{DIRECTIVE}"
    assert f'<a href="{address}">{PUBLIC}/background/#annotation-8a</a>' in copied["text/html"]
    assert f"“{SAID}”" in copied["text/html"]
    assert "class=" not in copied["text/html"]


def test_the_style_is_the_one_that_the_reader_chose_and_its_day_is_today(page: Page) -> None:
    page.goto("/robots.txt")
    page.evaluate("localStorage.setItem('citation-style', 'ieee')")
    page.goto(PATH)
    citation = quote(page, WORDS)["text/plain"].split("\n")[1]
    today = page.evaluate("`${new Date().getDate()}, ${new Date().getFullYear()}`")
    assert f"{VERSION} ed., {YEAR}. Accessed: " in citation
    assert f"{today}. [Online]. Available: {PUBLIC}/background/#annotation-8a" in citation


def first_of_a_section(page: Page) -> Place:
    """The first words of the first paragraph below a heading of its own."""
    anchor, words = page.evaluate("""() => {
        const text = document.querySelector("article > h2[id] + p");
        return [text.previousElementSibling.id, text.textContent.trim().split(/\\s+/).slice(0, 2).join(" ")];
    }""")
    return f"#{anchor} + p", words


@pytest.mark.parametrize(
    ("path", "place", "citation", "anchor"),
    [
        (PATH, (f"{CLAIM} > p:not([class])", phrase("8")), f"{BY}“Claim 8: ", "#claim-8"),
        (PATH, (INTRO, opening("background/")), f"{BY}“Background,”{IN}/background/.", "#"),
        ("/", None, f"{BY}{WORK}, {VERSION} ed. ({YEAR}), {PUBLIC}/.", ""),
        ("/cite/", None, "", ""),
        ("/glossary/", (f"#{TERM.anchor}", runs(TERM.body)[0]), "", f"#{TERM.anchor}"),
        ("/timeline/", (f"#{EVENT.anchor}", runs(EVENT.body)[0]), "", f"#{EVENT.anchor}"),
    ],
    ids=["a claim", "a page", "the edition", "the page on citing", "a term", "an event"],
)
def test_what_is_no_annotation_is_cited_as_what_it_is_and_opened_at_its_own_place(
    page: Page, path: str, place: Place | None, citation: str, anchor: str
) -> None:
    page.goto(path)
    place = place or first_of_a_section(page)
    quotation, cited, address = quote(page, place)["text/plain"].split("\n")
    assert quotation == f"“{place[1]}”"
    assert cited.startswith(citation)
    assert address.startswith(f"{PUBLIC}{path}{anchor or place[0].partition(' ')[0]}:~:text=")
    assert escaped(place[1].rstrip(",")) in address


def test_labels_facts_and_controls_are_not_quoted(opened: Page) -> None:
    """Selected from the number of claim 5 into annotation 5a: the reason for the verdict is quoted, facts are not."""
    words = TITLE[5].split()[0]
    claim = "section[aria-labelledby=claim-5]"
    copied = quote(opened, (claim, f"5 {words}"), ("#annotation-5a", phrase("5a")))
    *lines, last, _, _ = copied["text/plain"].split("\n")
    (because,) = [claim.because for claim in WRITTEN if claim.number == 5]
    assert lines[0] == f"“{TITLE[5]}"
    assert lines[1] == f"“{because}"
    assert runs(lines[2])[0].startswith(phrase("5"))
    assert last.endswith(f"{phrase('5a')}” (claim 5 to annotation 5a)")
    for word in ("Cite", "checked", "Events: ", "In the brief: "):
        assert word not in "".join([*lines, last])
    for path, entries, facts in (
        ("glossary/", SOURCES["glossary/"].terms, ".entry__facts, .entry__kind"),
        ("timeline/", SOURCES["timeline/"].events, ".event__claims"),
    ):
        one, other = entries[:2]
        opened.goto(f"/{path}")
        said = opened.locator(f"#{one.anchor} :is({facts})").all_inner_texts()
        assert said
        copied = quote(opened, (f"#{one.anchor}", runs(one.body)[0]), (f"#{other.anchor}", runs(other.body)[0]))
        quotation = " ".join(copied["text/plain"].split("\n")[:-2])
        assert runs(one.body)[-1] in quotation
        assert not [fact for fact in said if " ".join(fact.split()) in quotation]


# What goes from one passage to another, by the name that it gets.
SEVERAL: dict[str, tuple[Place, Place]] = {
    "(claims 8–9)": ((CLAIM, phrase("8")), ("section[aria-labelledby=claim-9]", phrase("9"))),
    "(annotations 8a–8b)": (WORDS, ("#annotation-8b", phrase("8b"))),
    "(annotation 8a to annotation 9a)": (WORDS, ("#annotation-9a", phrase("9a"))),
    "(in part claim 5)": (
        (INTRO_LAST, opening("background/", -1)),
        ("section[aria-labelledby=claim-5]", phrase("5")),
    ),
}


def test_of_a_figure_its_drawing_is_not_quoted_and_the_cells_of_its_table_stand_apart(page: Page) -> None:
    page.goto("/figures/")
    figure = page.locator(".figure").first
    figure.locator("summary").first.click()
    figure.evaluate("figure => getSelection().selectAllChildren(figure)")
    lines = [line.strip("“”").translate(WITHIN) for line in copy(page)["text/plain"].split("\n")]
    rows = figure.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    assert {" ".join(filter(None, cells)).translate(WITHIN) for cells in rows} <= {*lines}
    drawn = "".join(figure.locator("svg:visible text").all_text_contents())
    assert not any(drawn[:20] in line for line in lines)


def test_several_passages_are_cited_as_the_page_and_named(unchanged: Page) -> None:
    for name, (first, last) in SEVERAL.items():
        select(unchanged, first, last)
        copied = copy(unchanged)
        lines = copied["text/plain"].split("\n")
        assert lines[-3].endswith(f"” {name}")
        assert "“Background,” in" in lines[-2]
        expect(unchanged.get_by_role("status").filter(has_text=name)).to_be_visible()
        assert copied["text/html"].index(name) < copied["text/html"].index("Annotated Edition Contributors")
        put_away(unchanged)


NESTED = {
    'He called it "no limits" twice.': "“He called it ‘no limits’ twice.”",
    "It's \"the party's 'core' aim\", he said": "“It’s ‘the party’s “core” aim’, he said”",
    "He called it “no ‘upper’ limits”": "“He called it ‘no “upper” limits’”",
    'limits" was the word': "“‘limits’ was the word”",
    "called it “no lim": "“called it ‘no lim’”",
    "the states' rights": "“the states’ rights”",
    "one  two\n three\u00a0four": "“one two three four”",
    "says <q>core</q> aim": "“says ‘core’ aim”",
    "<i>Oreanda</i> &amp; <b>a &lt; b</b>": "“Oreanda & a < b”",
}


def test_marks_within_the_quotation_are_nested(opened: Page) -> None:
    for html, expected in NESTED.items():
        opened.evaluate(
            """html => {
                const paragraph = document.querySelector("#annotation-8a > p:last-child");
                paragraph.innerHTML = html;
                getSelection().selectAllChildren(paragraph);
            }""",
            html,
        )
        copied = copy(opened)
        assert copied["text/plain"].split("\n")[0] == expected
        if "<i>" in html:
            assert "“<em>Oreanda</em> &amp; a &lt; b”" in copied["text/html"]
        put_away(opened)


# --- The address opens at the words ---


def assert_marked(page: Page, copied: dict[str, str], first: Place, last: Place, scheme: str = "light") -> None:
    """Open the copied address as a reader would, and see that the words have the color of marked words."""
    page.goto("about:blank")
    page.goto(copied["text/plain"].split("\n")[-1].removeprefix(PUBLIC))
    end = time.monotonic() + PATIENCE
    while min(counts := marked(page, first, last, scheme)) <= 20:
        assert time.monotonic() < end, counts


def marked(page: Page, first: Place, last: Place, scheme: str) -> list[int]:
    """How many points of each line of the words have the color of marked words."""
    # The address names words, and so leaves out a mark after the last.
    boxes = [*page.evaluate(RECTS, first), *page.evaluate(RECTS, [last[0], last[1].rstrip(")")])]
    assert boxes
    picture = base64.b64encode(page.screenshot()).decode()
    counts: list[int] = page.evaluate(MARKED, [picture, boxes, MARK[scheme]])
    return counts


OPENED = [
    (PATH, ("#claim-8", first_words(TITLE[8])), ("#claim-8", last_words(TITLE[8]))),  # also in the contents
    (PATH, (CLAIM, phrase("8")), (CLAIM, phrase("8", -1))),
    (PATH, ("#annotation-5a", phrase("5a")), ("#annotation-5a", CITED)),
    (PATH, ("#annotation-5a", phrase("5a", -1)), ("#annotation-5b", phrase("5b"))),  # of two passages
    (PATH, ("#annotation-8a", SAID[1:-1]), ("#annotation-8a", SAID[1:-1])),  # of parts of words
    ("/glossary/", (f"#{TERM.anchor}", runs(TERM.body)[0]), (f"#{TERM.anchor}", runs(TERM.body)[-1])),
]
MORE = [
    (PATH, WORDS, WORDS),
    (PATH, (INTRO, opening("background/")), (INTRO, opening("background/"))),
    (PATH, ("#annotation-5b", phrase("5b")), ("#annotation-5b", CITED)),
    ("/timeline/", (f"#{EVENT.anchor}", runs(EVENT.body)[0]), (f"#{EVENT.anchor}", runs(EVENT.body)[-1])),
]


def test_the_address_opens_at_the_words_and_marks_them(page: Page) -> None:
    for path, first, last in [*OPENED, *(MORE if ALL else ())]:
        page.goto(path)
        words = str(page.locator(f"{last[0]} .citation").first.inner_text()) if last[1] == CITED else last[1]
        assert_marked(page, quote(page, first, (last[0], words)), first, (last[0], words))


DASHED = "Well-armed attachés – a & b, “half-open”; 50,000–60,000, 'x' - more"


def show(page: Page, site: Path, *words: str) -> None:
    """Open the page with words put before those of the annotation 5b and before those of its first paragraph."""
    html = (site / "background" / "index.html").read_text(encoding="utf-8")
    for place, put in zip((IN_5B, IN_INTRO), words, strict=False):
        html = place.sub(rf"\1{put.replace('&', '&amp;')} ", html, count=1)
    page.route(f"**{PATH}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(PATH)


@pytest.mark.parametrize("length", [len("Well-armed attachés – a & b, “half-open”; 50,000–60,000"), len(DASHED)])
def test_words_with_marks_and_dashes_open_too(page: Page, site: Path, length: int) -> None:
    show(page, site, DASHED)
    place = ("#annotation-5b", DASHED[:length])
    copied = quote(page, place)
    directive = copied["text/plain"].partition(":~:text=")[2]
    assert "Well%2Darmed%20attach%C3%A9s%20%E2%80%93%20a%20%26%20b%2C%20%E2%80%9Chalf%2Dopen%E2%80%9D%3B" in directive
    assert not set("-&'\"“–") & set(directive)
    assert_marked(page, copied, place, place)


@pytest.mark.parametrize(
    ("second", "first"),
    [
        ("Twice told. No more than that.", "Twice told."),
        (
            "This says in so many words: Twice told. No more than that.",
            "That says in so many words: Twice told. No more than that.",
        ),
    ],
    ids=["by the next words", "by words farther away"],
)
def test_words_that_stand_on_the_page_before_are_told_apart(page: Page, site: Path, second: str, first: str) -> None:
    """The second of two like sentences is marked, and the first is not."""
    show(page, site, second, first)
    place = ("#annotation-5b", "Twice told")
    assert_marked(page, quote(page, place), place, place)


def test_marked_words_have_their_color_in_the_dark_scheme_as_well(tabs: Tabs) -> None:
    page = tabs(color_scheme="dark")
    address = f"{PUBLIC}/background/#annotation-8a{DIRECTIVE}"
    assert_marked(page, {"text/plain": address}, WORDS, WORDS, "dark")


# --- Mouse, keyboard, touch ---


def test_nothing_is_offered_before_the_mouse_is_let_go_and_then_below_the_selection(opened: Page) -> None:
    drag(opened, WORDS)
    assert not is_offered(opened)
    opened.mouse.up()
    expect(opened.locator(BUTTON)).to_have_text("Copy with citation")
    box = rectangle(opened.locator(CONTROL))
    _, _, right, bottom = opened.evaluate(RECTS, WORDS)[-1]
    assert 0 < box["y"] - bottom < 20
    assert box["x"] < right < box["x"] + box["width"]
    opened.mouse.click(5, 400)
    expect(opened.locator(".quote")).to_have_count(0)
    select(opened, WORDS)
    assert copy(opened)["text/plain"].startswith(f"“{SAID}”")
    assert selected(opened) == SAID


def test_a_press_on_a_paragraph_that_selects_all_of_it_quotes_it_alone(unchanged: Page) -> None:
    paragraph = unchanged.locator(f"{CLAIM} > p:not([class])").first
    paragraph.click(click_count=3, position={"x": 40, "y": 10})
    lines = copy(unchanged)["text/plain"].split("\n")
    assert len(lines) == 3
    assert lines[1].startswith("Annotated Edition Contributors, “Claim 8: ")
    put_away(unchanged)


def test_by_keyboard_the_control_comes_next_and_escape_leaves_the_selection(opened: Page) -> None:
    opened.evaluate(INTO_VIEW, [WORDS, "center"])
    left, top, _, bottom = opened.evaluate(RECTS, WORDS)[0]
    opened.mouse.dblclick(left + 3, (top + bottom) / 2)
    begun = " ".join(SAID.split()[:2])
    for _ in begun.removeprefix(SAID.split()[0]):
        opened.keyboard.press("Shift+ArrowRight")
    assert selected(opened) == begun
    expect(opened.locator(BUTTON)).to_be_visible()
    assert opened.evaluate("document.activeElement === document.body")
    opened.keyboard.press("Tab")
    expect(opened.locator(BUTTON)).to_be_focused()
    assert selected(opened) == begun
    opened.keyboard.press("Enter")
    expect_said(opened, "Copied with the citation of annotation 8a")
    assert opened.evaluate("navigator.clipboard.readText()").startswith(f"“{begun}”\n")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.matches('a, summary, button:not(.quote__copy), input')")
    opened.keyboard.press("Shift+Tab")
    expect(opened.locator(BUTTON)).to_be_focused()
    opened.keyboard.press("Escape")
    expect(opened.locator(".quote")).to_have_count(0)
    assert selected(opened) == begun
    opened.keyboard.press("Shift+ArrowRight")
    expect(opened.locator(BUTTON)).to_be_visible()
    expect(opened.locator(BUTTON)).not_to_be_focused()
    opened.keyboard.press("Shift+Tab")  # to what is before the words
    expect(opened.locator(BUTTON)).not_to_be_focused()


def test_what_is_said_of_the_key_stays_while_words_are_added_and_is_said_once(opened: Page) -> None:
    hint = "The Tab key leads to “Copy with citation”"
    select(opened, ("#annotation-8a", SAID.split()[0]))
    expect_said(opened, hint)
    opened.evaluate("""() => new Promise(resolve => {
        getSelection().modify("extend", "forward", "word");
        setTimeout(resolve, 300); // begun with the site's own, which ends at 200
    })""")
    expect_said(opened, hint)
    put_away(opened)
    select(opened, WORDS)
    expect_said(opened, "")


def test_words_that_are_added_right_before_the_press_are_copied_too(opened: Page) -> None:
    begun = first_words(SAID)
    select(opened, ("#annotation-8a", begun.split()[0]))
    expect(opened.locator(BUTTON)).to_be_visible()
    opened.evaluate("""() => {
        getSelection().modify("extend", "forward", "word");
        document.querySelector(".quote__copy").click();
    }""")
    expect_said(opened)
    assert selected(opened) == begun
    assert opened.evaluate("navigator.clipboard.readText()").startswith(f"“{begun}”\n")


def test_ordinary_copying_is_as_it_was(opened: Page) -> None:
    place = (WORDS, ("#annotation-8b", phrase("8b")))
    opened.evaluate("document.addEventListener('selectionchange', event => event.stopImmediatePropagation(), true)")
    select(opened, *place)
    opened.keyboard.press("Control+c")
    before = opened.evaluate(COPIED)
    opened.goto(PATH)
    select(opened, *place)
    expect(opened.locator(CONTROL)).to_be_visible()
    opened.keyboard.press("Control+c")
    assert opened.evaluate(COPIED) == before
    opened.keyboard.press("Tab")
    expect(opened.locator(BUTTON)).to_be_focused()
    opened.keyboard.press("Control+c")
    assert opened.evaluate(COPIED) == before
    select(opened, place[0], ("#annotation-8c", phrase("8c")))  # across the place where the control stood
    opened.keyboard.press("Control+c")
    assert "Copy with citation" not in opened.evaluate(COPIED)["text/plain"]


def test_by_touch_the_control_is_large_and_clear_of_the_handles(tabs: Tabs) -> None:
    page = tabs(PHONE, touch=True)
    page.goto(PATH)
    select(page, WORDS)  # a long press selects nothing in this browser
    expect(page.locator(BUTTON)).to_be_visible()
    bottom = page.evaluate(RECTS, WORDS)[-1][3]
    box = rectangle(page.locator(BUTTON))
    assert box["height"] >= 44
    assert box["y"] - bottom >= 30
    page.locator(BUTTON).tap()
    expect_said(page, "Copied with the citation of annotation 8a")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"“{SAID}”\n")
    page.evaluate("getSelection().removeAllRanges()")  # as a tap may do
    later(page)
    expect_said(page, "Copied with the citation of annotation 8a")


def test_the_control_is_whole_at_the_edges_of_a_small_screen(tabs: Tabs) -> None:
    page = tabs(NARROW)
    page.goto(PATH)
    edges = [(".facts", str(len(TEXT["background/"]))), ("#claim-8", TITLE[8].split()[-1])]
    for place in [("#annotation-8a", phrase("8a")), *edges, WORDS]:
        select(page, place)
        for block in ("start", "end", "center"):
            page.evaluate(INTO_VIEW, [place, block])
            page.evaluate("getSelection().modify('extend', 'forward', 'character')")
            later(page)
            page.wait_for_function(WHOLE)
        page.locator(BUTTON).click()
        expect_said(page)
        page.wait_for_function(WHOLE)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


# --- Where nothing is offered, and where little can be had ---


def test_nothing_is_offered_outside_of_the_text_for_the_whole_page_and_in_the_search(opened: Page) -> None:
    for selector in (".md-nav__link--active", ".md-footer", ".cite__string", ".cite__open"):
        opened.evaluate("selector => getSelection().selectAllChildren(document.querySelector(selector))", selector)
        assert not is_offered(opened), selector
    opened.keyboard.press("Control+a")
    assert not is_offered(opened)
    opened.keyboard.press("s")
    opened.keyboard.type("siberia")
    opened.keyboard.press("Control+a")
    assert not is_offered(opened)


def test_what_it_takes_is_asked_for_when_it_is_needed_and_not_before(new_page: Page) -> None:
    asked: list[str] = []
    new_page.on("request", lambda request: asked.append(request.url))
    open_whole(new_page, PATH)
    assert new_page.locator(".quote").count() == 0
    asked.clear()
    with new_page.expect_response("**/quotation.js"):
        select(new_page, WORDS)
    expect(new_page.locator(BUTTON)).to_be_visible()
    files = {url.rpartition("/")[2] for url in asked}
    assert files == {"quote.js", "quote.css", "quotation.js"}
    assert len(asked) == len(files)
    asked.clear()
    with new_page.expect_response("**/c/8a/cite/"):
        new_page.keyboard.press("Tab")
    assert len(asked) == 1


def test_where_the_sheet_cannot_be_fetched_the_page_is_cited_and_the_label_named(new_page: Page) -> None:
    new_page.add_init_script("window.fetch = () => Promise.reject(new TypeError('no network'))")
    new_page.goto(PATH)
    quotation, citation, address = quote(new_page, WORDS)["text/plain"].split("\n")
    assert quotation == f"“{SAID}” (annotation 8a)"
    assert citation.endswith(f"“Background,”{IN}/background/.")
    assert address == f"{PUBLIC}/background/#annotation-8a{DIRECTIVE}"


def test_where_the_script_cannot_be_fetched_the_reader_is_told_and_may_try_again(page: Page) -> None:
    page.route("**/quotation.js", lambda route: route.abort())
    page.goto(PATH)
    select(page, WORDS)
    page.locator(BUTTON).click()
    expect_said(page, "Could not copy: the citation did not load")
    page.unroute("**/quotation.js")
    assert copy(page)["text/plain"].startswith(f"“{SAID}”\n")


def test_where_the_clipboard_is_closed_to_scripts_the_browser_copies(new_page: Page) -> None:
    new_page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    new_page.goto(PATH)
    select(new_page, WORDS)
    new_page.locator(BUTTON).click()
    expect_said(new_page)
    reader = new_page.context.new_page()
    reader.goto(PATH)
    copied = reader.evaluate(COPIED)
    assert copied["text/plain"].startswith(f"“{SAID}”\nAnnotated Edition Contributors")
    assert f"<em>{WORK}</em>" in copied["text/html"]
    new_page.bring_to_front()
    new_page.keyboard.press("Control+c")  # which copies as ever
    reader.bring_to_front()
    assert reader.evaluate(COPIED)["text/plain"] == SAID


def test_from_a_file_a_passage_is_cited_with_its_public_address(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "background" / "index.html").as_uri())
    select(page, WORDS)
    page.locator(BUTTON).click()
    expect_said(page, "Copied with the citation of annotation 8a")
    reader = page.context.new_page()
    reader.goto(PATH)
    lines = reader.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0] == f"“{SAID}”"
    assert lines[2] == f"{PUBLIC}/background/#annotation-8a{DIRECTIVE}"


@pytest.mark.parametrize("scheme", ["light", "dark"] if ALL else ["light"])
def test_the_control_is_accessible(tabs: Tabs, scheme: str) -> None:
    page = tabs(color_scheme=scheme)
    page.goto(PATH)
    select(page, WORDS)
    expect(page.locator(BUTTON)).to_have_accessible_name("Copy with citation")
    copy(page)
    assert faults(page, but=OF_COLOR) == []
    assert faults(page, CONTROL) == []


def test_the_control_is_seen_in_forced_colors_and_not_in_print(tabs: Tabs) -> None:
    page = tabs(forced_colors="active", reduced_motion="reduce")
    page.goto(PATH)
    select(page, WORDS)
    expect(page.locator(CONTROL)).to_have_css("border-top-width", "1px")
    page.emulate_media(media="print")
    expect(page.locator(BUTTON)).to_be_hidden()

"""The search in a real browser, through the theme's own interface, over http and from a copy opened from disk."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import pytest
from fixtures import accessible
from fixtures.accessible import OF_COLOR, SCHEMES, SET_SCHEME
from fixtures.builder import PROJECT, VOCABULARY
from fixtures.extent import ALL
from fixtures.pages import ADDRESS
from fixtures.queries import QUERIES, Query
from fixtures.tabs import NARROW, WIDE, later, rectangle, settle
from fixtures.written import FIGURES, SOURCES, WRITTEN, phrase
from playwright.sync_api import Browser, CDPSession, Page, expect

RESULTS = """() => [...document.querySelectorAll(".md-search-result__article")]
    .filter(article => parseFloat(article.dataset.mdScore) > 0).map(article => article.parentElement.href)"""
CLEAR = """field => {
    field.value = "";
    document.querySelector(".md-search-result__meta").textContent = "";
    document.querySelector(".md-search-result__list").replaceChildren();
}"""
# Of what was asked: as soon as the search is ready, it answers the empty query as well.
SHOWN = f"""() => !/^(Type to search|$)/.test(document.querySelector(".md-search-result__meta").textContent)
    && ({RESULTS})()"""
# What a browser does that fills in a field.
FILL_IN = "field => { field.value = 'border'; field.dispatchEvent(new Event('input', { bubbles: true })); }"
# Whether all results show one word at a mark, where they show any.
ALL_SAY = """([mark, word]) => [...document.querySelectorAll(`.md-search-result__item ${mark}`)]
    .every(each => each.innerText === word)"""
# Whether a mark has the colors of the words at which an address opens, which no page can be asked about by itself.
LIKE_TARGETS = """mark => {
    const [its, others] = [undefined, "::target-text"].map(part => getComputedStyle(mark, part));
    return its.color === others.color && its.backgroundColor === others.backgroundColor;
}"""
# The grounds of marked words that are not the system's own, which is made for the color of their letters.
GROUNDS = """results => {
    const made = results.appendChild(document.createElement("i"));
    made.style.backgroundColor = "Mark";
    const ground = each => getComputedStyle(each).backgroundColor;
    const [own, ...others] = [made, ...results.querySelectorAll("mark")].map(ground);
    made.remove();
    return others.filter(other => other !== own);
}"""
PATH = "/reasons/"  # a short page
FIELD = ".md-search__input"
OPEN = "#__search"
FILTERS = {"Kind": VOCABULARY.kinds, "Verdict": VOCABULARY.verdicts, "Outcome": VOCABULARY.outcomes}
STATUS = ".md-search-result__meta"
MARKS = "mark.found"
NOTHING = "Nothing found"
NOTE_WIDTHS = """{
    const widths = window.widths = new Set();
    const look = () => {
        widths.add(innerWidth);
        requestAnimationFrame(look);
    };
    addEventListener("DOMContentLoaded", look);
}"""
HOSTILE = {
    "markup": "<b>bold</b> <img src=x onerror=alert(1)>",
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "regular expression": r"(((a+)+)+[^$.*?{1000000}|\d\\",
    "ten thousand letters": "a" * 10_000,
    "two thousand words": "trade " * 2_000,
    "right to left": "مرحبا \u202e\u2066 שלום",
    "unbalanced quotation marks": '"high level of',
    "quotation marks alone": '"" " "',
    "operators of lunr": "+gas -oil ~2 ^10 title:trust trade~1 *",
    "filters of nothing": "kind: verdict:<i> outcome:<b> kind:zzz",
    "words of JavaScript": "__proto__ constructor toString",
    "half a character": "\ud83d trade",
    "control characters": "\x00\x07 trade",
    "points alone": "… ' - -- % $ #",
}


@pytest.fixture
def faults(page: Page) -> Iterator[list[str]]:
    """Every error and every dialog of the page; there must be none."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("dialog", lambda dialog: found.append(dialog.message))
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    yield found
    assert not found


@pytest.fixture(scope="module")
def asked(browser: Browser, server: str) -> Iterator[Page]:
    """A page with the search open, for those who do no more than ask it something else."""
    context = browser.new_context(base_url=server, viewport=WIDE)
    page = context.new_page()
    open_search(page)
    yield page
    context.close()


def ask(page: Page, typed: str) -> list[str]:
    """Put other words into the field, and return the addresses of the passages that are shown for them."""
    page.locator(FIELD).evaluate(CLEAR)
    page.locator(FIELD).fill(typed)
    addresses: list[str] = page.wait_for_function(SHOWN).json_value()
    return addresses


def open_search(page: Page, path: str = PATH) -> None:
    page.goto(path)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()


def write(page: Page, words: str) -> None:
    """Write words into the field, until all of them are answered; they stand in the address then."""
    page.keyboard.type(words)
    wait_for_query(page, words)


def wait_for_query(page: Page, words: str) -> None:
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [words])


@pytest.mark.parametrize("is_from_disk", [False, True], ids=["http", "disk"])
def test_what_readers_look_for_is_found(page: Page, unpacked: Path, *, is_from_disk: bool) -> None:
    open_search(page, (unpacked / "index.html").as_uri() if is_from_disk else "/")
    places: list[tuple[Query, int | None]] = []
    for query in QUERIES if ALL else QUERIES[::8]:  # tests/build/test_queries.py asks all, without a browser
        places.append((query, query.place_in(ask(page, query.typed))))
    wrong = "\n".join(f"{query.sort}: {query.typed}: {place}" for query, place in places if place != 0)
    assert sum(place == 0 for _, place in places) >= 0.9 * len(places), wrong
    assert sum(place is not None and place < 3 for _, place in places) >= 0.98 * len(places), wrong


def test_what_is_typed_is_answered_from_our_index_and_by_no_worker_of_the_theme(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page)
    page.keyboard.type("gas")
    page.locator(".md-search-result__link").first.wait_for()
    assert [url for url in asked if url.endswith("search_index.json")]
    assert not [url for url in asked if "/workers/" in url]


def test_where_the_search_cannot_be_loaded_it_says_so(page: Page) -> None:
    page.route("**/search_index.json", lambda route: route.abort())
    open_search(page)
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded")


def test_a_result_opens_at_the_passage_with_its_words_marked_there_alone_and_not_on_paper(page: Page) -> None:
    open_search(page, "/issue/")
    write(page, '"high level of trust"')
    page.wait_for_function(f"() => ({RESULTS})()[0]?.endsWith('#claim-8')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/background/#claim-8")  # what is copied from there is the address of the passage
    marks = page.locator(MARKS)
    expect(marks.first).to_be_visible()
    assert {"high", "level", "trust"} <= {mark.lower() for mark in marks.all_inner_texts()}
    assert page.locator(f"section[aria-labelledby=claim-8] {MARKS}").count() == marks.count()
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top >= 0")
    for scheme in SCHEMES:
        page.evaluate(SET_SCHEME, scheme)
        assert accessible.faults(page, MARKS, rules=OF_COLOR) == []
        assert marks.first.evaluate(LIKE_TARGETS)
    page.emulate_media(media="print")
    assert marks.first.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.goto("/background/?h=HIGH+tru#claim-8")  # of which the second only begins a word
    expect(marks.first).to_be_visible()
    assert {mark.lower() for mark in marks.all_inner_texts()} == {"high"}
    event = next(event for event in SOURCES["timeline/"].events if " the " in event.body)
    for path, anchor in (("glossary", "term-aukus"), ("timeline", event.anchor), ("background", "annotation-8a")):
        page.goto(f"/{path}/?h=the#{anchor}")
        expect(marks.first).to_be_visible()
        assert page.locator(f"#{anchor} {MARKS}").count() == marks.count()
    page.goto("/recommendations/energy-security/?from=afar&h=imports#figure-6")
    expect(marks.first).to_be_visible()
    assert page.locator(f"svg {MARKS}").count() == 0  # a drawing has no such marks, and would lose the words


def test_the_keys_of_the_theme_work_and_the_tab_key_leaves_the_search_behind_its_filters(page: Page) -> None:
    open_search(page)
    write(page, "gas pipeline")
    first = page.locator(".md-search-result__link").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    for name in FILTERS:
        page.keyboard.press("Tab")
        expect(page.get_by_label(name)).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(OPEN)).not_to_be_checked()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(OPEN)).to_be_checked()  # a moment after the focus has come
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).not_to_be_checked()


def test_the_search_opens_however_fast_key_follows_upon_key(page: Page) -> None:
    open_search(page)
    write(page, "gas pipeline")
    for _ in range(5):  # the browser puts timers off after each key, now and then until the last
        for key in [*["Tab"] * (len(FILTERS) + 2), "/"]:
            page.keyboard.press(key)
        expect(page.locator(FIELD)).to_be_focused()
        expect(page.locator(OPEN)).to_be_checked()


def genitive_first(site: Path) -> str:
    """A word that first stands in the index with a genitive's s, and that no other begins like."""
    passages = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["passages"]
    first: dict[str, str] = {}
    for token in re.findall(r"[A-Za-z]+(?:’s)?", " ".join(" ".join(entry[5:9]) for entry in passages)):
        first.setdefault(token.removesuffix("’s").lower(), token)
    genitives = [word for word, token in first.items() if len(word) > 6 and token.endswith("’s")]
    return next(word for word in genitives if sum(other.startswith(word[:-1]) for other in first) == 1)


def test_the_word_begun_is_completed(asked: Page, site: Path) -> None:
    asked.locator(FIELD).fill("")
    asked.keyboard.type("Mearsh")
    expect(asked.locator(".md-search__suggest")).to_have_text("Mearsheimer")
    asked.keyboard.press("ArrowRight")
    expect(asked.locator(FIELD)).to_have_value("Mearsheimer")
    genitive = genitive_first(site)
    asked.locator(FIELD).fill("")
    asked.keyboard.type(genitive[:-1])
    expect(asked.locator(".md-search__suggest")).to_have_text(genitive)


def begun_number() -> str:
    """All but the last digit of a number of some annotation, which are no number of the edition."""
    files = [*(PROJECT / "docs").rglob("*.md"), *(PROJECT / "docs").rglob("*.yml"), PROJECT / "references.bib"]
    numbers = re.findall(r"\d[\d,]*", " ".join(file.read_text(encoding="utf-8") for file in files))
    known = {number.replace(",", "") for number in numbers}
    bodies = " ".join(note.body for source in SOURCES.values() for note in source.annotations)
    begun = (str(number).replace(",", "")[:-1] for number in re.findall(r"\b\d\d+,\d{3}\b", bodies))
    return next(number for number in begun if number not in known)


def test_the_count_is_announced_and_where_nothing_is_found_the_nearest_is_offered(asked: Page) -> None:
    status = asked.locator(STATUS)
    expect(status).to_have_role("status")
    assert len(ask(asked, f'"{phrase("8b")}"')) == 1
    expect(status).to_have_text("1 result")
    count = len(ask(asked, "Mearsheimer"))
    expect(status).to_have_text(f"{count} results")
    assert ask(asked, "Zugzwangerei deterrens")
    for typed in ('"gas of trust"', begun_number()):
        assert ask(asked, typed)
        expect(status).to_have_text("Nothing found. The nearest:")


def test_a_filter_that_is_chosen_leaves_what_has_its_word_and_another_takes_its_place(page: Page) -> None:
    open_search(page)
    write(page, "trade")
    for label, words in FILTERS.items():
        mark = f".{label.lower()}"
        for value, word in list(words.items())[:2]:
            page.get_by_label(label).select_option(value)
            expect(page.locator(FIELD)).to_have_value(f"trade {label.lower()}:{value}")
            # Of an annotation the verdict and the outcome are those of its claim, which it does not show.
            page.wait_for_function(ALL_SAY, arg=[mark, word])
            assert page.locator(f".md-search-result__item {mark}").count() or label != "Kind"
        page.get_by_label(label).select_option("")
        expect(page.locator(FIELD)).to_have_value("trade")
    page.locator(FIELD).fill("trade kind:upd")  # which the search takes for the kind that it begins
    expect(page.get_by_label("Kind")).to_have_value("update")
    page.locator(FIELD).fill("trade KIND:Update")  # as it may be typed
    expect(page.get_by_label("Kind")).to_have_value("update")
    page.get_by_label("Kind").select_option("")
    expect(page.locator(FIELD)).to_have_value("trade")
    page.locator(FIELD).fill("trade kind:none")
    expect(page.get_by_label("Kind")).to_have_js_property("selectedIndex", 0)  # and so not without a word


def test_a_filter_is_chosen_by_the_keyboard_shared_by_its_address_and_opened_again(page: Page) -> None:
    open_search(page)
    write(page, "gas")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.get_by_label("Kind").select_option("update")
    page.wait_for_url("**/?q=gas+kind%3Aupdate")
    page.goto(page.url.replace(PATH, "/changes/"))
    page.locator(".md-search-result__link").first.wait_for()
    expect(page.get_by_label("Kind")).to_have_value("update")
    page.locator(FIELD).focus()
    page.keyboard.press("Escape")
    page.wait_for_url("**/changes/")


def test_every_outcome_can_be_chosen_and_what_has_it_is_counted(asked: Page) -> None:
    """That nothing else is found is seen in tests/build/test_queries.py."""
    assert asked.locator("[data-filter=outcome] option").evaluate_all(
        "options => options.filter(option => option.value).map(option => [option.value, option.text])"
    ) == [list(pair) for pair in VOCABULARY.outcomes.items()]
    for outcome in VOCABULARY.outcomes:
        count = sum(1 + len(claim.annotations) for claim in WRITTEN if claim.outcome == outcome)
        ask(asked, f"outcome:{outcome}")
        expect(asked.locator(STATUS)).to_have_text(f"{count} result{'s' if count != 1 else ''}" if count else NOTHING)
        expect(asked.get_by_label("Outcome")).to_have_value(outcome)


def test_a_claim_that_is_found_shows_its_verdict_its_outcome_and_its_reason_and_an_annotation_its_kind_and_its_claim(
    asked: Page,
) -> None:
    for outcome in VOCABULARY.outcomes:
        for claim in [claim for claim in WRITTEN if claim.outcome == outcome][:1]:
            assert ask(asked, f"claim {claim.number}")[0].endswith(f"#{claim.anchor}")
            result = asked.locator(f".md-search-result__link[href$='#{claim.anchor}']")
            assert result.locator(".verdict, .outcome").all_text_contents() == claim.words
            assert result.locator(".found__because").text_content() == claim.because
            assert result.locator(".found__label").text_content() == f"Claim {claim.number}"
    for kind, word in VOCABULARY.kinds.items():
        for note in [note for source in SOURCES.values() for note in source.annotations if note.kind == kind][:1]:
            assert ask(asked, f"note {note.label}")[0].endswith(f"#{note.anchor}")
            result = asked.locator(f".md-search-result__link[href$='#{note.anchor}']")
            said = result.locator(".found__label, .kind, .found__about").all_text_contents()
            (title,) = [claim.title for claim in WRITTEN if note.label in claim.annotations]
            assert said == [f"Annotation {note.label}", word, title]
            heading = asked.locator(".md-search-result__item").first.locator("h1")
            expect(heading).to_have_text(
                next(source.title for source in SOURCES.values() if note in source.annotations)
            )
    for label, path in list(FIGURES.items())[:1]:
        assert ask(asked, f"figure {label}")[0].partition("?")[0].endswith(f"/{path}")
        expect(asked.locator(f".md-search-result__link[href$='#figure-{label}'] .found__label")).to_have_text(
            f"Figure {label}"
        )


def test_a_text_that_is_shown_whole_has_no_mark_of_what_is_left_out_and_a_part_begins_before_its_words(
    asked: Page,
) -> None:
    event = min(SOURCES["timeline/"].events, key=lambda event: len(event.body))
    assert ask(asked, str(event.when))[0].endswith(f"#{event.anchor}")
    assert "…" not in asked.locator(f".md-search-result__link[href$='#{event.anchor}']").inner_text()
    note = max((note for source in SOURCES.values() for note in source.annotations), key=lambda note: len(note.body))
    ask(asked, f'"{phrase(note.label, 6)}"')
    before = asked.locator(f".md-search-result__link[href$='#{note.anchor}'] mark").first.evaluate(
        "mark => mark.previousSibling.data"
    )
    assert before.startswith("… ")
    assert len(before.split()) > 1, "and some of the words before"


def test_a_part_of_a_text_does_not_end_with_a_mark_that_opens_something(asked: Page) -> None:
    cut: list[str] = []
    for kind in ("claim", *VOCABULARY.kinds):
        ask(asked, f"kind:{kind}")
        cut += (text[:-2] for text in asked.locator(".md-search-result__link").all_inner_texts() if text.endswith(" …"))
    assert cut
    assert not [text for text in cut if text.endswith(("(", "“", "‘", " "))]


def test_of_a_long_text_the_part_is_shown_that_has_most_of_the_words_and_not_one_of_them_most_often(
    page: Page, site: Path
) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    (note,) = (passage for passage in index["passages"] if passage[1] == "annotation-8a")
    between = "and " * 60
    note[7] = f"zugzwang {'zugzwang ' * 5}{between}quorum zugzwang {between}"
    page.route("**/search_index.json", lambda route: route.fulfill(json=index))
    open_search(page)
    ask(page, "zugzwang quorum")
    marked = page.locator(".md-search-result__link[href$='#annotation-8a'] mark").all_inner_texts()
    assert marked == ["quorum", "zugzwang"]


def test_only_words_of_what_is_asked_are_said_to_be_missing(asked: Page) -> None:
    one, other = (max(claim.title.split(), key=len) for claim in (WRITTEN[0], WRITTEN[-1]))
    ask(asked, f"is {one} actually instead {other}")
    missing = asked.locator(".md-search-result__terms del").all_inner_texts()
    assert {one.lower(), other.lower()} & {word.lower() for word in missing}
    assert not {"is", "actually", "instead"} & set(missing)
    marked = {word.lower() for word in asked.locator(".md-search-result__item mark").all_inner_texts()}
    assert {one.lower(), other.lower()} & marked
    assert "is" not in marked, "what is in nearly every passage"


@pytest.fixture(scope="module")
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A page on a small phone, which notes every width that the window takes."""
    context = browser.new_context(base_url=server, viewport=NARROW, has_touch=True, is_mobile=True)
    context.add_init_script(NOTE_WIDTHS)
    yield context.new_page()
    context.close()


def open_on(phone: Page) -> None:
    phone.locator("header label[for=__search]").first.tap()
    expect(phone.locator(FIELD)).to_be_focused()


def press(phone: Page, x: float, y: float) -> None:
    """Press with a finger, which rests on the screen for a moment, as a tap of Playwright's does not."""
    touch = phone.context.new_cdp_session(phone)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    phone.wait_for_timeout(80)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_while_the_search_opens_on_a_phone_the_window_stays_as_wide_as_it_was(phone: Page) -> None:
    phone.goto("/background/")
    open_on(phone)
    assert ask(phone, "genocide")
    later(phone)  # once the theme has slid it in
    assert phone.evaluate("[...widths]") == [NARROW["width"]]
    assert phone.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    for control in phone.locator("[data-filter], .md-search__options > :visible").all():
        box = rectangle(control)
        assert box["x"] + box["width"] <= NARROW["width"]


@pytest.mark.parametrize("after", [50, 150, 250, 350, 450, 600] if ALL else [50, 250, 450])
def test_a_finger_opens_the_result_below_it_however_soon_it_comes(after: int, phone: Page) -> None:
    phone.goto("/background/")
    open_on(phone)
    assert ask(phone, "genocide")
    phone.locator(".md-search__form label[for=__search]").tap()
    expect(phone.locator(OPEN)).not_to_be_checked()
    later(phone)  # once the theme has slid it out
    open_on(phone)  # with the results of before
    phone.wait_for_timeout(after)
    result = phone.locator(".md-search-result__link[href*='#']").first
    box = rectangle(result)
    target = urlsplit(result.get_attribute("href") or "")
    press(phone, box["x"] + 60, box["y"] + 20)
    phone.wait_for_url(f"**{target.path}#{target.fragment}")


@pytest.mark.parametrize("scheme", ["light", "dark"] if ALL else ["dark"])
def test_axe_finds_no_fault_with_results_open(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    open_search(page)
    ask(page, "gas pipeline Chna")
    settle(page)  # once the theme has faded it in
    assert accessible.faults(page, but=OF_COLOR) == []
    assert accessible.faults(page, ".md-search") == []
    page.emulate_media(forced_colors="active")
    assert page.locator(".md-search-result").evaluate(GROUNDS) == []


def test_what_is_typed_is_only_ever_text(page: Page, faults: list[str]) -> None:
    open_search(page)
    tags = "a, article, h1, h2, div, span, mark, p, del, li, details, summary"
    for kind, typed in HOSTILE.items():
        ask(page, typed)
        harmful = f".md-search-result__list :not({tags}), .md-search-result :is([onerror], [onmouseover])"
        assert page.locator(harmful).count() == 0, kind
        assert faults == [], kind
        assert ask(page, "Skripal"), kind  # it goes on working


def test_what_an_address_would_have_marked_is_only_ever_text(page: Page, faults: list[str]) -> None:
    for kind, typed in HOSTILE.items():
        page.goto(f"{PATH}?h={quote(typed[:2000], errors='replace')}#claim-11")
        page.wait_for_function("() => !location.search")
        assert faults == [], kind


# --- Every way in: what is pasted by the mouse, dictated, filled in or composed comes without a key ---


def test_what_comes_without_a_key_is_found(page: Page) -> None:
    open_search(page)
    page.keyboard.insert_text("gas")
    page.wait_for_url("**/?q=gas")
    all_of_gas = page.locator(STATUS).inner_text()
    page.keyboard.insert_text(" pipeline")
    page.wait_for_url("**/?q=gas+pipeline")
    assert page.locator(STATUS).inner_text() != all_of_gas
    page.locator(FIELD).evaluate(FILL_IN)
    page.wait_for_url("**/?q=border")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.fixture
def keyboard(page: Page) -> CDPSession:
    """What an input method does: it composes text, in which keys are its own, and puts it in at the end."""
    open_search(page)
    return page.context.new_cdp_session(page)


def compose(keyboard: CDPSession, text: str) -> None:
    keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def press_composing(keyboard: CDPSession, key: str) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        keyboard.send("Input.dispatchKeyEvent", {"type": kind, "key": key, "windowsVirtualKeyCode": 229})


# Each as it is typed, and what is chosen for it at the end; the first is pinyin.
COMPOSED = {"新疆": ["x", "xin", "xin jiang"], "путин": ["п", "пут", "путин"], "gasoline": ["g", "gas"]}


def test_what_is_composed_is_asked_while_it_is_and_when_it_is_done(page: Page, keyboard: CDPSession) -> None:
    field, status = page.locator(FIELD), page.locator(STATUS)
    for text, steps in COMPOSED.items():
        for step in steps:
            compose(keyboard, step)
            wait_for_query(page, step)
            expect(field).to_have_value(step)
            expect(status).to_have_text(re.compile(r"^\d+ results?$|^Nothing found"))
        keyboard.send("Input.insertText", {"text": text})
        wait_for_query(page, text)
        expect(field).to_have_value(text)
        compose(keyboard, "gas")  # and goes on where it ended
        expect(field).to_have_value(f"{text}gas")
        compose(keyboard, "")
        field.fill("")


def test_no_key_of_a_composition_opens_or_closes_anything(page: Page, keyboard: CDPSession) -> None:
    for key in ("Enter", "ArrowDown", "Tab", "Escape"):
        page.locator(FIELD).fill("")
        compose(keyboard, "gas")
        page.locator(".md-search-result__link").first.wait_for()
        press_composing(keyboard, key)
        keyboard.send("Input.insertText", {"text": "gas"})
        press_composing(keyboard, "Enter")  # which ends it, and in Safari comes after its end
        page.wait_for_url(f"**{PATH}?q=gas")
        later(page)  # once a result would have opened
        assert urlsplit(page.url).path == PATH, key
        expect(page.locator(OPEN)).to_be_checked()
        expect(page.locator(FIELD)).to_be_focused()
        page.locator(".md-search-result__link").first.wait_for()  # for it has been asked again
    page.keyboard.press("Enter")  # which is the reader's own, and opens the best result, on another page
    page.wait_for_url(lambda url: urlsplit(url).path != PATH and not urlsplit(url).query)


def test_a_browser_that_was_told_how_searches_by_the_address(page: Page, server: str, site: Path) -> None:
    root = ElementTree.parse(site / "opensearch.xml").getroot()
    (template,) = [str(url.get("template")) for url in root if url.get("type") == "text/html"]
    page.goto(template.replace("{searchTerms}", quote("price cap & “oil”")).replace(ADDRESS, f"{server}/"))
    page.locator(".md-search-result__link").first.wait_for()
    expect(page.locator(FIELD)).to_have_value("price cap & “oil”")
    assert page.evaluate(RESULTS)[0].partition("#")[2].startswith(("term-price-cap", "annotation-39c"))


def test_the_cross_empties_field_results_and_address(page: Page) -> None:
    open_search(page)
    write(page, "gas kind:update")
    expect(page.get_by_label("Kind")).to_have_value("update")
    page.get_by_role("button", name="Clear").click()
    page.wait_for_url(lambda url: not urlsplit(url).query)
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text(re.compile("^Type to search"))
    expect(page.get_by_label("Kind")).to_have_value("")

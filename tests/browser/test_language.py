"""An edition in another language speaks it in all that scripts show, and is searched in it."""

import re
from collections.abc import Iterator

import pytest
from fixtures.second import release
from fixtures.serving import hosting
from fixtures.sharing import once
from fixtures.tabs import CLIPBOARD, COPIED, rectangle
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def german(browser: Browser) -> Iterator[Page]:
    """A tab on the page of points, which has met no error when it is left."""
    errors: list[str] = []
    with hosting(once("second", release) / "site") as address:
        context = browser.new_context(base_url=address, permissions=CLIPBOARD)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        yield page
        context.close()
    assert errors == []


@pytest.mark.parametrize(
    ("typed", "said", "found"),
    [
        ("", "Suchen Sie nach Wörtern, „Wendungen“, Nummern wie 8a", ""),
        ("verschlossenen", "1 Treffer", "Aussage 2 Verträge sollen offen sein und offen geschlossen werden"),
        ("grossbritannien", "1 Treffer", "Anmerkung 3a Dokument"),
        ("kind:claim quantenphysik", "Nichts gefunden", ""),
        ("Anmerkung 2b", "2 Treffer", "Anmerkung 2b Einwand"),
        ("verdict:aim kind:claim", "3 Treffer", "Aussage 2"),
    ],
)
def test_the_search_finds_words_and_labels_and_says_how_many(german: Page, typed: str, said: str, found: str) -> None:
    german.goto("/points/")
    german.keyboard.press("/")
    field = german.get_by_role("textbox", name="Suche")
    field.fill(typed)
    expect(german.locator(".md-search-result__meta")).to_have_text(said)
    if found:
        expect(german.locator(".md-search-result__link:has(.found__label)").first).to_contain_text(found)


def test_a_preview_leads_on_in_its_words(german: Page) -> None:
    german.goto("/points/")
    german.locator(".claim a[href='#claim-2']").first.hover()
    expect(german.locator(".preview")).to_contain_text("Zu Aussage 2")
    german.locator(".annotation a[href*=wilson1918]").first.hover()
    expect(german.locator(".preview")).to_contain_text("Quelle, ")


def test_a_citation_is_copied_in_its_words(german: Page) -> None:
    german.goto("/points/")
    german.locator("section[aria-labelledby=claim-2] a.cite__open").click()
    panel = german.locator(".cite-panel")
    expect(panel).to_contain_text("Aussage 2 zitieren")
    panel.get_by_role("button", name="Kopieren").first.click()
    expect(panel.locator(".cite__status")).to_have_text("Kopiert: Quellenangabe, Chicago, notes")
    expect(panel.get_by_role("button", name="Schließen")).to_be_visible()
    german.keyboard.press("Escape")


def test_a_quotation_is_copied_with_its_marks_and_the_name_of_its_claim(german: Page) -> None:
    german.goto("/points/")
    german.locator("#claim-2").evaluate(
        "heading => getSelection().selectAllChildren(heading.closest('section').lastElementChild)"
    )
    german.get_by_role("button", name="Mit Quellenangabe kopieren").click()
    expect(german.locator(".quote__status")).to_have_text("Kopiert mit der Quellenangabe für Aussage 2")
    copied = german.evaluate(COPIED)
    assert copied["text/plain"].startswith("„Die Rede verlangt Diplomatie vor aller Augen.“")
    # The address in the citation leads to the words that are quoted, so it is not given again.
    (address,) = re.findall(r'<a href="[^"]*#claim-2:~:text=[^"]*">([^<]*)</a>', copied["text/html"])
    assert address.endswith("/points/#claim-2")
    german.locator("#claim-2").evaluate(
        "heading => getSelection().selectAllChildren(heading.closest('section').querySelector('.claim__at'))"
    )
    german.get_by_role("button", name="Mit Quellenangabe kopieren").click()
    german.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('„Rede')")
    quoted = german.evaluate("() => navigator.clipboard.readText()").partition("\n")[0]
    assert quoted == "„Rede: Punkt I, bei „Open covenants of peace, openly arrived at““"


def test_the_offer_to_copy_is_whole_where_the_lines_of_its_block_hang(german: Page) -> None:
    german.goto("/points/")
    german.locator(".reference").first.evaluate("entry => getSelection().selectAllChildren(entry)")
    button, control = (rectangle(german.locator(part)) for part in (".quote__copy", ".quote"))
    assert control["x"] < button["x"]
    assert button["x"] + button["width"] < control["x"] + control["width"]

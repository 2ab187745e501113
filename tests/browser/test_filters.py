"""Each filter beside the field writes its word into the query, and what is found then has it."""

import pytest
from fixtures.builder import VOCABULARY
from playwright.sync_api import Page, expect

FILTERS = {
    "Kind": ("kind", VOCABULARY.kinds, ".kind"),
    "Verdict": ("verdict", VOCABULARY.verdicts, ".verdict"),
    "Outcome": ("outcome", VOCABULARY.outcomes, ".outcome"),
}


@pytest.mark.parametrize("label", FILTERS)
def test_a_filter_that_is_chosen_leaves_what_has_its_word_and_another_takes_its_place(label: str, page: Page) -> None:
    name, words, mark = FILTERS[label]
    page.goto("/")
    page.keyboard.press("/")
    field = page.locator("[name=query]")
    expect(field).to_be_focused()
    page.keyboard.type("trade")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    for value, word in list(words.items())[:2]:
        page.get_by_label(label).select_option(value)
        expect(field).to_have_value(f"trade {name}:{value}")
        # Of an annotation the verdict and the outcome are those of its claim, which it does not show.
        shown = page.locator(f".md-search-result__item {mark}")
        page.wait_for_function(
            "([mark, word]) => [...document.querySelectorAll(`.md-search-result__item ${mark}`)]"
            ".every(each => each.innerText === word)",
            arg=[mark, word],
        )
        if label == "Kind":
            assert shown.count() > 0

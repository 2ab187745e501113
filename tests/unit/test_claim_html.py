"""Claims and annotations in Markdown, by what they are in HTML."""

import datetime

import pytest
from annotated_edition.text.dates import spoken_date
from bs4 import BeautifulSoup, Tag
from fixtures.reading import blocks
from markdown import markdown

PAGE = """\
# Page

/// claim | 8
    title: "The *move* west: trust"
    at: p. 1, Background, par. 2
    words: high level of trust
    verdict: partly-supported
    because: "The 'trust' is real, and has bounds."

The brief's **text**.
///

/// annotation | 8a
    kind: counterpoint
    date: 2026-02-04

A note.
///

/// annotation | 8b
    kind: update
    date: 2026-11-24

Another.
///

Prose between.

/// claim | 9
    title: Next
    at: p. 2
    verdict: judgment
    because: It is a matter of opinion.

Text.
///

/// claim | 10
    title: Later
    at: p. 2
    verdict: forecast
    outcome: held-so-far
    because: It has held.

Text.
///
"""


@pytest.fixture
def soup() -> BeautifulSoup:
    return render(PAGE)


def render(text: str, *extensions: str) -> BeautifulSoup:
    return BeautifulSoup(markdown(text, extensions=[blocks(), *extensions]), "html.parser")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    (element,) = soup.select(selector)
    return element


def text(soup: BeautifulSoup | Tag, selector: str) -> str:
    return " ".join(one(soup, selector).get_text().split())


def test_a_claim_is_a_section_with_a_heading_that_carries_its_number(soup: BeautifulSoup) -> None:
    assert text(soup, "section.claim[aria-labelledby=claim-8]:not([id]) > h2#claim-8") == "8 The move west: trust"


def test_the_number_of_a_claim_is_its_permalink(soup: BeautifulSoup) -> None:
    assert text(soup, "h2#claim-8 > a.claim__number[href='#claim-8']") == "8"


def test_a_title_may_hold_inline_markup(soup: BeautifulSoup) -> None:
    assert text(soup, "h2#claim-8 em") == "move"


def test_a_claim_says_the_reason_for_its_verdict_between_the_verdict_and_the_place(soup: BeautifulSoup) -> None:
    section = one(soup, "section[aria-labelledby=claim-8]")
    assert text(section, ".claim__facts + .claim__because") == "The 'trust' is real, and has bounds."
    assert one(section, ".claim__because + .claim__at")


def test_only_a_claim_with_an_outcome_says_one_in_words_beside_its_verdict(soup: BeautifulSoup) -> None:
    facts = one(soup, "section[aria-labelledby=claim-10] .claim__facts")
    assert text(facts, ".verdict[data-verdict=forecast] + .outcome[data-outcome=held-so-far]") == "Held so far"
    assert len(soup.select(".outcome")) == 1


def test_a_claim_says_where_it_stands_in_the_brief(soup: BeautifulSoup) -> None:
    place = text(soup, "section[aria-labelledby=claim-8] .claim__at")
    assert place == "In the brief: p. 1, Background, par. 2, at high level of trust"
    assert text(soup, "q.claim__words") == "high level of trust"


def test_a_claim_without_words_quotes_none(soup: BeautifulSoup) -> None:
    assert text(soup, "section[aria-labelledby=claim-9] .claim__at") == "In the brief: p. 2"
    assert not soup.select("section[aria-labelledby=claim-9] q")


def test_the_text_of_a_claim_is_markdown(soup: BeautifulSoup) -> None:
    assert text(soup, "section[aria-labelledby=claim-8] p strong") == "text"


def test_an_annotation_is_an_aside_with_its_own_id_and_name(soup: BeautifulSoup) -> None:
    aside = one(soup, "aside.annotation#annotation-8a[data-kind=counterpoint]")
    assert aside["role"] == "note"
    assert aside["aria-label"] == "Annotation 8a: Counterpoint"


def test_an_annotation_shows_its_label_as_a_permalink_its_kind_and_its_day(soup: BeautifulSoup) -> None:
    aside = one(soup, "#annotation-8a")
    assert text(aside, "a.annotation__label[href='#annotation-8a']") == "8a"
    assert text(aside, ".kind[data-kind=counterpoint]") == "Counterpoint"
    assert text(aside, ".annotation__date") == "checked February 4, 2026"
    assert one(aside, "time")["datetime"] == "2026-02-04"


def test_a_claim_and_its_annotations_are_joined_in_one_passage(soup: BeautifulSoup) -> None:
    first, second, _ = soup.select(".passage")
    assert [aside["id"] for aside in first.select(".annotations > aside")] == ["annotation-8a", "annotation-8b"]
    assert one(first, ".passage > section.claim")["aria-labelledby"] == "claim-8"
    assert not second.select("aside")


def test_prose_stays_outside_the_passages(soup: BeautifulSoup) -> None:
    prose = next(p for p in soup.select("p") if p.get_text() == "Prose between.")
    assert prose.parent is soup


def test_an_annotation_after_prose_is_not_taken_into_a_passage() -> None:
    soup = render(PAGE.replace("/// annotation | 8b", "Prose.\n\n/// annotation | 8b"))
    assert not one(soup, "#annotation-8b").find_parent(class_="passage")


def test_a_claim_is_in_the_table_of_contents_with_its_number() -> None:
    md = markdown("[TOC]\n\n" + PAGE, extensions=[blocks(), "toc"])
    link = one(BeautifulSoup(md, "html.parser"), ".toc a[href='#claim-8']")
    assert " ".join(link.get_text().split()) == "8 The move west: trust"


@pytest.mark.parametrize(
    "code", [f"```\n{PAGE}```", "Text.\n\n" + "".join(f"    {line}\n" for line in PAGE.splitlines())]
)
def test_a_block_in_code_stays_code(code: str) -> None:
    soup = render(code, "pymdownx.superfences")
    assert not soup.select("section, aside")
    assert "/// claim | 8" in soup.get_text()


@pytest.mark.parametrize("old", ["    verdict: judgment\n", "    kind: update\n", "    date: 2026-11-24\n"])
def test_a_block_without_what_it_must_have_stays_text(old: str) -> None:
    assert len(render(PAGE.replace(old, "")).select("section, aside")) == 4


def test_a_date_is_spoken_as_americans_write_it() -> None:
    assert spoken_date(datetime.date(2022, 2, 4)) == "February 4, 2022"

"""Claims and annotations in Markdown, by what they are in HTML."""

import pytest
from bs4 import BeautifulSoup
from fixtures.reading import rendered

PAGE = """\
# Page

/// claim | 8
    title: "The move west: trust"
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


# Of each the only element that a selector finds, and its text.
SAID = {
    "a claim is a section with a heading that carries its number": (
        "section.claim[aria-labelledby=claim-8]:not([id]) > h2#claim-8",
        "8 The move west: trust",
    ),
    "the number of a claim is its permalink": ("h2#claim-8 > a.claim__number[href='#claim-8']", "8"),
    "the reason for a verdict stands between the verdict and the place": (
        "[aria-labelledby=claim-8] .claim__facts + .claim__because:has(+ .claim__at)",
        "The 'trust' is real, and has bounds.",
    ),
    "an outcome stands beside its verdict": (
        "[aria-labelledby=claim-10] .verdict[data-verdict=forecast] + .outcome[data-outcome=held-so-far]",
        "Held so far",
    ),
    "only a claim with an outcome says one": (".outcome", "Held so far"),
    "a claim says where it stands in the brief": (
        "[aria-labelledby=claim-8] .claim__at",
        "In the brief: p. 1, Background, par. 2, at high level of trust",
    ),
    "a claim without words quotes none": ("[aria-labelledby=claim-9] .claim__at", "In the brief: p. 2"),
    "only words of the brief are quoted": ("q", "high level of trust"),
    "the text of a claim is Markdown": ("[aria-labelledby=claim-8] p strong", "text"),
    "an annotation is an aside with its own name and kind": (
        "aside#annotation-8a[role=note][aria-label='Annotation 8a: Counterpoint'] .kind[data-kind=counterpoint]",
        "Counterpoint",
    ),
    "the label of an annotation is its permalink": (
        "aside.annotation[data-kind=counterpoint] a.annotation__label[href='#annotation-8a']",
        "8a",
    ),
    "an annotation says its day": (
        "#annotation-8a .annotation__date:has(time[datetime='2026-02-04'])",
        "checked February 4, 2026",
    ),
}


def text(soup: BeautifulSoup, selector: str) -> str:
    (element,) = soup.select(selector)
    return " ".join(element.get_text().split())


@pytest.mark.parametrize(("selector", "said"), SAID.values(), ids=SAID)
def test_what_is_said_of_a_claim_and_an_annotation_stands_in_its_place(selector: str, said: str) -> None:
    assert text(rendered(PAGE), selector) == said


def test_a_claim_and_its_annotations_are_joined_in_one_passage() -> None:
    first, second, _ = rendered(PAGE).select(".passage")
    assert [aside["id"] for aside in first.select(".annotations > aside")] == ["annotation-8a", "annotation-8b"]
    assert first.select(":scope > section.claim[aria-labelledby=claim-8]")
    assert not second.select("aside")


def test_prose_stays_outside_the_passages() -> None:
    (prose,) = (p for p in rendered(PAGE).find_all("p", recursive=False))
    assert prose.get_text() == "Prose between."


def test_an_annotation_after_prose_is_not_taken_into_a_passage() -> None:
    soup = rendered(PAGE.replace("/// annotation | 8b", "Prose.\n\n/// annotation | 8b"))
    assert soup.select("#annotation-8b")
    assert not soup.select(".passage #annotation-8b")


def test_a_claim_is_in_the_table_of_contents_with_its_number() -> None:
    assert text(rendered("[TOC]\n\n" + PAGE, "toc"), ".toc a[href='#claim-8']") == "8 The move west: trust"


@pytest.mark.parametrize(
    "code", [f"```\n{PAGE}```", "Text.\n\n" + "".join(f"    {line}\n" for line in PAGE.splitlines())]
)
def test_a_block_in_code_stays_code(code: str) -> None:
    soup = rendered(code, "pymdownx.superfences")
    assert not soup.select("section, aside")
    assert "/// claim | 8" in soup.get_text()

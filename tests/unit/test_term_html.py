"""Terms become entries of the glossary, and the first use of each on a page a link to it."""

import pytest
from annotated_edition.blocks.term import Term
from annotated_edition.blocks.term_links import Finder, TermLinksExtension
from bs4 import BeautifulSoup
from fixtures.labelled import claim
from fixtures.reading import rendered

TERMS = [
    Term("nato", "glossary.md", range(1, 2), "", "NATO", "body", ("North Atlantic Treaty Organization",), ""),
    Term("wedge", "glossary.md", range(1, 2), "", "wedge strategy", "term", (), ""),
]
LABELS = {form: term.label for term in TERMS for form in term.forms}


def render(markdown: str, uses: dict[str, list[tuple[str, str]]] | None = None) -> BeautifulSoup:
    links = TermLinksExtension(Finder(LABELS).find, "../glossary.md")
    return rendered(markdown, links, "tables", known={"term": uses or {}})


def linked(markdown: str) -> list[str]:
    return [link.text for link in render(markdown).select("a.term")]


def test_the_first_use_of_a_term_is_linked_and_no_later_one() -> None:
    html = render("NATO and NATO.\n\nNATO again, and the North Atlantic Treaty Organization.")
    (link,) = html.select("a.term")
    assert link["href"] == "../glossary.md#term-nato"
    assert html.select("p")[0].text == "NATO and NATO."
    assert html.text.count("NATO") == 3


@pytest.mark.parametrize(
    "unlinked",
    [
        "# NATO",
        "[NATO](x.md)",
        "[on *NATO*](x.md)",
        "*NATO*",
        "`NATO`",
        "    NATO",
        "> NATO",
        'the article "Why NATO Grows"',
    ],
)
def test_headings_links_code_and_titles_are_left_as_they_are(unlinked: str) -> None:
    assert linked(unlinked) == []
    assert linked(f"{unlinked}\n\nThen NATO.") == ["NATO"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("The sources differ.", "Papers on NATO differ."), ("p. 1", "p. 1, On NATO"), ("Claim of", "NATO's")],
)
def test_what_is_said_around_the_text_of_a_claim_is_left_as_it_is(old: str, new: str) -> None:
    text = claim("8", "Held.").replace(old, new)
    assert "NATO" in text
    assert linked(text) == []
    assert linked(f"{text}Then NATO.") == ["NATO"]


def test_what_stands_around_a_link_stays_in_its_place() -> None:
    html = render("Before *that* NATO, after `this` wedge strategy **end**.")
    assert html.text == "Before that NATO, after this wedge strategy end."
    assert [link.text for link in html.select("a.term")] == ["NATO", "wedge strategy"]


def test_terms_are_linked_in_tables_and_lists() -> None:
    assert linked("| A |\n| --- |\n| NATO |") == ["NATO"]
    assert linked("- one\n- NATO") == ["NATO"]


ENTRIES = """\
/// term | wedge
    name: wedge strategy
    kind: term
    variants: wedge strategies, wedging

A wedge strategy against NATO, and NATO once more.
///

/// term | nato
    name: NATO
    kind: body

An alliance with no wedge strategy.
///
"""


def test_entries_stand_in_the_order_of_the_alphabet_under_their_letters_and_link_to_others() -> None:
    html = render(ENTRIES)
    assert [heading.text for heading in html.select("h2")] == ["N", "W"]
    assert [entry["id"] for entry in html.select("dl.glossary > .entry")] == ["term-nato", "term-wedge"]
    assert [name.text for name in html.select("dt dfn")] == ["NATO", "wedge strategy"]
    assert [kind.text for kind in html.select(".entry__kind")] == ["Body", "Term"]
    assert [link["href"] for link in html.select("#term-wedge a.term")] == ["../glossary.md#term-nato"]
    assert [link["href"] for link in html.select("#term-nato a.term")] == ["../glossary.md#term-wedge"]


def test_an_entry_says_where_it_is_used() -> None:
    uses = {"nato": [("8", "page.md#claim-8"), ("9", "page.md#annotation-9a"), ("About", "about.md")], "wedge": []}
    html = render(ENTRIES, uses)
    assert [facts.text for facts in html.select(".entry__facts")] == [
        "Used in claims 8, 9; on About",
        "Also: wedge strategies, wedging",
    ]
    assert [link["href"] for link in html.select(".entry__facts a")] == [
        "page.md#claim-8",
        "page.md#annotation-9a",
        "about.md",
    ]


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ([("8", "page.md#claim-8")], "Used in claim 8"),
        ([("8", "page.md#claim-8"), ("About", "about.md")], "Used in claim 8; on About"),
        ([("About", "about.md"), ("Cite", "cite.md")], "Used on About, Cite"),
    ],
)
def test_one_claim_is_named_as_one_and_pages_by_themselves(uses: list[tuple[str, str]], told: str) -> None:
    assert render(ENTRIES, {"nato": uses}).select("#term-nato .entry__facts")[0].text == told


def test_an_entry_that_is_used_nowhere_says_why_it_is_listed() -> None:
    html = render(ENTRIES.replace("    kind: body\n", "    kind: body\n    unused: for readers\n"))
    assert html.select("#term-nato .entry__facts")[0].text == "Not used in the text: for readers"

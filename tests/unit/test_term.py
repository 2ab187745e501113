"""Blocks become terms, or mistakes with a name, and terms are found where a text uses them."""

import pytest
from annotated_edition.blocks.term import Term
from annotated_edition.blocks.term_links import Finder
from annotated_edition.figures.tables import read_tables
from annotated_edition.structure.glossary import Glossary
from annotated_edition.structure.timeline import with_events
from fixtures.builder import VOCABULARY
from fixtures.edits import TIMELINE
from fixtures.illustrated import FIGURE, ROWS, SPEC
from fixtures.reading import read_page

BLOCK = """\
/// term | wedge-strategy
    name: wedge strategy
    kind: term
    variants: wedge strategies, wedge

A policy of splitting a coalition [@smith2020].
///
"""
NOWHERE = "is used nowhere; say under unused: why it is listed, or, if no edition has had it, delete it"


def term(label: str, name: str, *variants: str, unused: str = "") -> Term:
    return Term(label, "glossary.md", range(1, 5), "A definition.", name, "term", variants, unused)


def mistakes(markdown: str) -> list[str]:
    read = read_page("glossary.md", "glossary/", markdown)
    return [f"{problem.subject}: {problem.wrong}; {problem.remedy}" for problem in read.problems]


def found(text: str, *terms: Term) -> list[tuple[str, str]]:
    labels = {form: term.label for term in terms for form in term.forms}
    return [(text[start:end], label) for start, end, label in Finder(labels).find(text)]


def test_a_term_is_read_with_all_that_is_said_of_it() -> None:
    page = read_page("glossary.md", "glossary/", BLOCK)
    assert page.problems == ()
    (read,) = page.terms
    assert read.anchor == "term-wedge-strategy"
    assert read.variants == ("wedge strategies", "wedge")
    assert read.body == "A policy of splitting a coalition [@smith2020]."
    assert [(use.label, use.id) for use in page.uses] == [("term-wedge-strategy", "use-smith2020-term-wedge-strategy")]


def test_a_person_is_sorted_by_the_last_name_and_called_by_both() -> None:
    assert term("putin", "Putin, Vladimir").title == "Vladimir Putin"
    assert term("xi", "Xi Jinping").title == "Xi Jinping"


def test_a_term_without_a_definition_is_named() -> None:
    text = BLOCK.replace("A policy of splitting a coalition [@smith2020].\n", "")
    wrong = "has no definition; write it between the options and the closing ///"
    assert mistakes(text) == [f"term wedge-strategy: {wrong}"]


def test_a_label_of_another_form_is_named() -> None:
    assert mistakes(BLOCK.replace("| wedge-strategy", "| Wedge")) == [
        "term Wedge: its label is not of small letters, digits and hyphens; "
        "write /// term | balance-of-power, with such a label"
    ]


def test_a_term_outside_the_glossary_is_named() -> None:
    outside = read_page("issue.md", "issue/", BLOCK)
    for home, remedy in (
        ("glossary.md", "move it to glossary.md"),
        ("", "delete it: no page has the role of the glossary"),
    ):
        assert [str(problem) for problem in Glossary([outside], home).problems()] == [
            f"issue.md: term wedge-strategy: stands outside the glossary; {remedy}"
        ]


def test_a_form_with_a_capital_is_found_as_it_is_written() -> None:
    quad = term("quad", "Quad")
    assert found("The Quad and a quad.", quad) == [("Quad", "quad")]
    assert found("NATO, Nato and nato.", term("nato", "NATO")) == [("NATO", "nato")]


def test_a_form_without_one_is_found_at_the_beginning_of_a_sentence_too() -> None:
    wedge = term("wedge", "wedge strategy")
    assert found("Wedge strategy. A wedge\nstrategy.", wedge) == [
        ("Wedge strategy", "wedge"),
        ("wedge\nstrategy", "wedge"),
    ]


def test_of_several_terms_at_one_place_the_longest_is_found() -> None:
    siberia = (term("one", "Power of Siberia"), term("two", "Power of Siberia 2"))
    assert [label for _, label in found("Power of Siberia 2, Power of Siberia", *siberia)] == ["two", "one"]


def test_a_term_is_a_whole_word() -> None:
    assert found("Xinjiang, Xi's and Xi", term("xi", "Xi")) == [("Xi", "xi"), ("Xi", "xi")]
    assert found("C5+1 and C5+10", term("c5-1", "C5+1")) == [("C5+1", "c5-1")]


def test_a_term_is_not_found_in_a_title_but_in_other_quotations() -> None:
    terms = (term("nato", "NATO"), term("entente", "no limits"))
    text = 'He wrote "Why NATO Has Become a Danger" on a friendship with "no limits" and on "the growth of NATO".'
    assert [label for _, label in found(text, *terms)] == ["entente", "nato"]


def glossary(*terms: Term, **pages: str) -> Glossary:
    texts = [read_page(f"{name}.md", f"{name}/", text) for name, text in pages.items()]
    block = "\n".join(
        f"/// term | {term.label}\n    name: {term.name}\n    kind: term\n"
        + (f"    variants: {', '.join(term.variants)}\n" if term.variants else "")
        + (f"    unused: {term.unused}\n" if term.unused else "")
        + "\nA definition with NATO.\n///\n"
        for term in terms
    )
    return Glossary([*texts, read_page("glossary.md", "glossary/", block)], "glossary.md")


CLAIM = """\
# On NATO

The page itself speaks of Quad.

/// claim | 8
    title: On Quad
    at: p. 1, on Quad
    verdict: judgment

No [Quad](#claim-8), *Quad* or `Quad` here.
///

/// annotation | 8a
    kind: context
    date: 2026-11-24

Here is NATO [@quad2021].
///
"""


def test_a_use_is_that_of_a_claim_or_of_the_page_where_no_claim_has_it() -> None:
    read = glossary(term("nato", "NATO"), term("quad", "Quad"), page=CLAIM)
    assert read.links == {"nato": [("8", "page.md#annotation-8a")], "quad": [("On NATO", "page.md")]}
    assert list(read.problems()) == []


def test_a_use_in_an_event_or_a_figure_leads_there() -> None:
    data = TIMELINE.replace("An assembly", "NATO")
    tables = read_tables({"data/harvest.csv": ROWS, "data/harvest.vl.yml": SPEC})
    pages = [
        with_events(read_page("timeline.md", "timeline/", "# Timeline"), data, VOCABULARY),
        read_page("second.md", "second/", f"# Remedies\n{FIGURE.replace('a paper', 'NATO')}", tables),
    ]
    read = Glossary([*pages, *glossary(term("nato", "NATO")).pages], "glossary.md")
    assert read.links == {"nato": [("Timeline", "timeline.md#event-count"), ("Remedies", "second.md#figure-1")]}


@pytest.mark.parametrize(
    ("terms", "problems"),
    [
        ([term("csto", "CSTO", unused="for readers")], []),
        ([term("csto", "CSTO")], [f"csto: {NOWHERE}"]),
        ([term("nato", "NATO", unused="for readers")], ["nato: has unused, but page.md uses it; delete unused"]),
        ([term("a", "NATO"), term("b", "Quad", "Nato")], ["b: “Nato” is a form of term a too; keep it in one place"]),
    ],
    ids=["listed", "unused", "used", "shared"],
)
def test_a_term_that_no_text_uses_a_reason_for_one_that_is_used_and_a_shared_form_are_named(
    terms: list[Term], problems: list[str]
) -> None:
    found = glossary(*terms, page=CLAIM).problems()
    assert [str(problem).removeprefix("glossary.md: term ") for problem in found] == problems

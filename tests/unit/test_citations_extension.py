"""Citations in Markdown, by what they are in HTML."""

import pytest
from annotated_edition.structure.kinds import use_label
from annotated_edition.text.citations import CitationsExtension
from bs4 import BeautifulSoup
from fixtures.labelled import annotation, claim
from fixtures.reading import rendered

FORMATTED = {
    "@smith2020, p. 3": '(<a href="#ref-smith2020">Smith 2020, 3</a>)',
    "see @smith2020; @gazette2021": '(see <a href="#ref-smith2020">Smith 2020</a>; '
    '<a href="#ref-gazette2021">Gazette *2021*</a>)',
}

SAID = "First [@smith2020, p. 3], then [see @smith2020; @gazette2021]."


def render(text: str, *extensions: str) -> BeautifulSoup:
    return rendered(text, CitationsExtension(FORMATTED, label_of=use_label), *extensions)


def ids(soup: BeautifulSoup) -> list[str]:
    return [str(link["id"]) for link in soup.select(".citation a")]


@pytest.mark.parametrize(
    ("cited", "said", "keys"),
    [
        ("@smith2020, p. 3", "(Smith 2020, 3)", ["smith2020"]),
        ("see @smith2020; @gazette2021", "(see Smith 2020; Gazette *2021*)", ["smith2020", "gazette2021"]),
        ("@unknown; @smith2020", "(unknown; smith2020)", ["unknown", "smith2020"]),
    ],
    ids=["locator", "prefix", "unformatted"],
)
def test_a_citation_is_its_formatted_text_or_its_keys_with_a_link_for_each(
    cited: str, said: str, keys: list[str]
) -> None:
    soup = render(f"A fact [{cited}].")
    assert soup.get_text() == f"A fact {said}."
    assert [citation.get_text() for citation in soup.select("span.citation")] == [said]
    assert [link["href"] for link in soup.select("a[role=doc-biblioref]")] == [f"#reference-{key}" for key in keys]


@pytest.mark.parametrize(
    "code",
    ["`[@smith2020, p. 3]`", "```\n[@smith2020, p. 3]\n```", "Text.\n\n    [@smith2020, p. 3]"],
    ids=["span", "fence", "indented"],
)
def test_a_citation_in_code_is_left_alone(code: str) -> None:
    soup = render(code, "pymdownx.superfences")
    assert not soup.select(".citation")
    assert "[@smith2020, p. 3]" in soup.get_text()


@pytest.mark.parametrize("text", ["[text](https://example.org)", "[us@example.org]", "[plain]"])
def test_another_bracket_is_left_to_markdown(text: str) -> None:
    assert not render(text).select(".citation")


def test_a_use_has_its_key_in_its_id_the_label_of_its_passage_and_its_count_there() -> None:
    assert ids(render("[@smith2020, p. 3] and [@smith2020, p. 3]")) == ["use-smith2020", "use-smith2020-2"]
    uses = ("use-smith2020-{}", "use-smith2020-{}-2", "use-gazette2021-{}")
    expected = [use.format(label) for label in ("8a", "8b") for use in uses]
    assert ids(render(annotation("8a", SAID) + annotation("8b", SAID))) == expected
    assert ids(render(claim("8", "Text [@smith2020, p. 3]."))) == ["use-smith2020-8"]


def test_a_citation_may_stand_in_a_list_a_table_and_a_heading() -> None:
    text = "# Head [@smith2020, p. 3]\n\n- Item [@smith2020, p. 3]\n\n| A |\n|---|\n| [@smith2020, p. 3] |\n"
    soup = render(text, "tables")
    parents = [citation.parent for citation in soup.select(".citation")]
    assert [element.name for element in parents if element] == ["h1", "li", "td"]


def test_no_mark_of_the_build_is_left_in_the_html() -> None:
    assert "data-reference" not in str(render(annotation("8a", SAID)))

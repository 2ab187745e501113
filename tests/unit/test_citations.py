"""Citations are found in brackets of one line, and in no code."""

import pytest
from annotated_edition.text.citations import keys_of, read_citations
from annotated_edition.text.code import without_code


def keys(markdown: str) -> list[tuple[str, ...]]:
    citations, problems = read_citations("page.md", without_code(markdown))
    assert problems == []
    return [citation.keys for citation in citations]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("@key", ("key",)),
        ("@key, p. 3", ("key",)),
        ("see @key, sec. 2; @other", ("key", "other")),
        ("see also @key", ("key",)),
        ("see, for one, @key, p. 3; but, then, @other", ("key", "other")),
        ("@key, pp. 3–5, 8; compare @other, par. 2", ("key", "other")),
        ("@key p. 3", None),
        ("key", None),
        ("@key;", None),
        ("@key, ", None),
    ],
)
def test_a_bracket_cites_its_keys_in_order(bracket: str, expected: tuple[str, ...] | None) -> None:
    assert keys_of(bracket) == expected


def test_a_citation_knows_its_page_and_line() -> None:
    ((citation,), _) = read_citations("page.md", "One.\n\nTwo [see @key, p. 3].")
    assert (citation.text, citation.keys, citation.page, citation.line) == ("see @key, p. 3", ("key",), "page.md", 3)


@pytest.mark.parametrize(
    "markdown",
    [
        "`[@key]`",
        "``a ` [@key]``",
        "```\n[@key]\n```",
        "Text.\n\n    [@key]\n",
        "---\nauthor: '[@key]'\n---\n",
        "Write to someone@example.org or [us](mailto:us@example.org).",
        "[An account](https://example.org/@key)",
    ],
)
def test_what_is_code_an_address_or_a_link_is_no_citation(markdown: str) -> None:
    assert keys(markdown) == []


@pytest.mark.parametrize("bracket", ["[@ key]", "[-@key]", "[see \uff20key, p. 3]", "[\uff20key]", "[@key\u200b2020]"])
def test_what_is_nearly_a_citation_is_named_once(bracket: str) -> None:
    citations, (problem,) = read_citations("page.md", f"So {bracket}.")
    assert citations == []
    assert problem.wrong == "is not of the form of a citation"


def test_a_citation_after_a_code_span_is_found() -> None:
    assert keys("Write `[@key]` for [@other].") == [("other",)]

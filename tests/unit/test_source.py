"""Blocks are found by the rules of pymdownx.blocks, and code is left alone."""

import pytest
from annotated_edition.text.code import without_code
from fixtures.reading import read_page, scan

CLAIM = """\
/// claim | 8
    title: A title
    at: p. 1
    verdict: disputed

Its text.
///
"""


def names(markdown: str) -> list[str]:
    blocks, problems = scan(markdown)
    assert problems == []
    return [block.subject for block in blocks]


def test_a_block_has_its_name_label_options_and_text() -> None:
    (block,), problems = scan(f"Before.\n\n{CLAIM}")
    assert problems == []
    assert (block.name, block.label, block.subject, block.anchor) == ("claim", "8", "claim 8", "claim-8")
    assert block.options == {"title": "A title", "at": "p. 1", "verdict": "disputed"}
    assert (block.line, block.body, block.end) == (3, "Its text.", 9)


def test_a_text_may_follow_the_options_without_an_empty_line() -> None:
    (block,), _ = scan("/// claim | 8\n    title: T\nIts text.\n///")
    assert block.body == "Its text."


def test_a_block_may_be_indented_by_up_to_three_spaces() -> None:
    assert names("   /// claim|8\n    title: T\n\nText.\n   ///  ") == ["claim 8"]


@pytest.mark.parametrize(
    "code",
    [
        f"```\n{CLAIM}```",
        f"~~~ markdown\n{CLAIM}~~~",
        f"````\n```\n{CLAIM}```\n````",
        "Text.\n\n" + "".join(f"    {line}\n" for line in CLAIM.splitlines()),
        "Text.\n\n" + "".join(f"\t{line}\n" for line in CLAIM.splitlines()),
        "Text with `/// claim | 8` in it.",
        f"---\ncomment: |\n  none\n{CLAIM}---\n",
    ],
    ids=["fence", "tildes", "longer-fence", "indented", "tabs", "span", "front-matter"],
)
def test_a_block_in_code_or_front_matter_is_not_read(code: str) -> None:
    assert names(code) == []


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_that_is_not_closed_is_named_and_what_follows_it_is_read_as_it_will_be_rendered(fence: str) -> None:
    page = read_page("page.md", "page/", f"Text.\n\n{fence}\n{CLAIM}")
    assert [problem for problem in map(str, page.problems) if "code" in problem] == [
        f"page.md: line 3: {fence} opens code that is not closed; end it with a line that is {fence} alone"
    ]
    assert [block.subject for block in page.blocks] == ["claim 8"]


def test_a_block_after_code_is_read() -> None:
    assert names(f"```\n{CLAIM}```\n\n{CLAIM}") == ["claim 8"]


def test_code_is_blanked_out_with_every_line_and_column_in_place() -> None:
    markdown = "---\na: 1\n---\nAn `@a` [@b].\n\n    @c\n\n```\n@d\n```\n[@e]"
    assert without_code(markdown) == "\n\n\nAn      [@b].\n\n\n\n\n\n\n[@e]"


@pytest.mark.parametrize(
    "text",
    ["1. Item\n\n    Its second paragraph [@key].", "A paragraph\n    goes on [@key].", "Text.\n\n---\n\n[@key]\n"],
    ids=["a paragraph of a list", "a line that continues one", "what follows a rule"],
)
def test_what_is_no_code_and_no_front_matter_stays(text: str) -> None:
    assert "[@key]" in without_code(text)


def test_an_unclosed_block_ends_where_the_next_begins() -> None:
    blocks, (problem,) = scan(CLAIM.replace("\n///\n", "\n\n") + CLAIM.replace("8", "9"))
    assert [(block.subject, block.body) for block in blocks] == [("claim 8", "Its text."), ("claim 9", "Its text.")]
    assert problem.subject == "claim 8"

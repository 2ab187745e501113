"""A page is read as the editor wrote it."""

import pytest
from annotated_edition.blocks.links import Link
from annotated_edition.structure.front_matter import front_matter_problems
from annotated_edition.structure.reading import Source, edition_problems, in_order
from annotated_edition.structure.rendering import with_facts
from annotated_edition.text.problems import decoded
from fixtures.citable import small_edition
from fixtures.reading import edition_of, read_page


def test_a_heading_in_front_matter_or_code_is_no_title() -> None:
    assert read_page("a.md", "a/", "---\n# No\n---\n\n```\n# Nor this\n```\n\n# Title #\n").title == "Title"


def test_links_are_found_with_the_text_in_which_they_stand() -> None:
    page = read_page("reasons/a.md", "reasons/a/", "[5](../background.md#claim-5), [7](#claim-7), [x](b.md#other)")
    assert page.links == (
        Link("reasons/a.md", 1, "", "background.md", "claim-5"),
        Link("reasons/a.md", 1, "", "reasons/a.md", "claim-7"),
    )
    assert [link.source for link in small_edition().pages["index.md"].links] == ["", "claim-1", "claim-2"]


def test_pages_stand_in_the_order_of_the_nav_and_others_are_named() -> None:
    pages = [read_page(name, "", "") for name in ("a.md", "b.md", "c.md")]
    ordered, (problem,) = in_order(pages, [{"C": "c.md"}, {"Section": ["a.md"]}])
    assert [page.name for page in ordered] == ["c.md", "a.md", "b.md"]
    assert (problem.page, problem.wrong) == ("b.md", "is not in the nav of mkdocs.yml")


UNQUOTED = "the title “2014” is read as a number, a date or yes or no; put it in quotation marks"
WRONG_NAVS: dict[str, tuple[list[str], list[object], list[str]]] = {
    "what is no page, with the page that is nearest": (
        ["issue.md", "about.md"],
        ["isue.md", "about.md", "issue.md", "gone.md", {"Elsewhere": "https://example.org/a.md"}, "/absolute.md"],
        ["isue.md is no page; write issue.md", "gone.md is no page; correct its path or delete it"],
    ),
    "a page that stands in it twice, and a title that is no text": (
        ["a.md", "b.md"],
        [{"A": "a.md"}, {"Section": [{2014: "b.md"}, "a.md"]}],
        ["a.md is in it 2 times; keep one of them", UNQUOTED],
    ),
    "what ends otherwise": (["a.md"], ["a.md", "b.MD"], ["b.MD is no page; write the path of a file that ends in .md"]),
}


@pytest.mark.parametrize(("names", "nav", "problems"), WRONG_NAVS.values(), ids=WRONG_NAVS)
def test_what_is_wrong_in_the_nav_is_named(names: list[str], nav: list[object], problems: list[str]) -> None:
    pages = [read_page(name, "", "") for name in names]
    assert list(map(str, in_order(pages, nav)[1])) == [f"mkdocs.yml: nav: {problem}" for problem in problems]


def test_a_page_whose_address_another_has_is_named() -> None:
    sources = [Source(name, "# A\n", "a/") for name in ("a.md", "a/index.md")]
    edition = edition_of([read_page(source.name, "a/", source.text) for source in sources])
    (problem,) = (str(problem) for problem in edition_problems(edition, sources) if problem.page != "references.bib")
    assert problem == "a/index.md: page: has the address of a.md, a/; give one of the two another name"


def test_a_site_without_a_nav_has_no_page_outside_it() -> None:
    pages = [read_page("a.md", "", "")]
    assert in_order(pages, None) == (pages, [])


def test_a_page_without_claims_is_left_as_it_is() -> None:
    assert with_facts("# A", read_page("a.md", "a/", "# A")) == "# A"


@pytest.mark.parametrize("character", ["\x0b", "\x92", "\uffff"])
def test_a_character_that_yaml_refuses_is_named_and_left_out(character: str) -> None:
    text, (problem,) = decoded("a.md", f"A dog{character}s life".encode)
    assert text == "A dogs life"
    assert str(problem) == f"a.md: line 1: has the control character [U+{ord(character):04X}] after “dog”; delete it"


# --- Above its text, where MkDocs would take a mistake for something else ---

WHOLE = "put the whole value in quotation marks"
MISPLACED = "is to begin a description and does not; write --- in the first line of the file"
REMEDY = 'cannot be read as YAML, here or above; put the whole value in quotation marks, as in name: "value"'


def named(markdown: str) -> list[str]:
    return list(map(str, front_matter_problems("a.md", markdown, 155)))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('---\ntemplate: a.html\ndescription: "One\n---', f"line 4: {REMEDY}"),
        ("---\nOne sentence.\n---", f"line 2: {REMEDY}"),
        ("---\ndescription: One # two.\n---", f"description: its description is read as “One” and no more; {WHOLE}"),
        ("---\ndescription: A\ndescription: B\n---", "description: description is given twice; keep one of them"),
        ("---\ndescripton: One.\n---", "descripton: is not known; write description"),
        ("---\ndescription: [One]\n---", f'description: is no text; {WHOLE}, as in name: "value"'),
        ("---\ndescription:\n---", "description: is empty; write its text after the colon, or delete the line"),
        ("\n---\ndescription: One.\n---", f"line 2: {MISPLACED}"),
        ("----\ndescription: One.\n----", f"line 1: {MISPLACED}"),
        ("---\ndescription: One.", "line 1: begins a description that is not closed; end it with a line that is ---"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(lines: str, problem: str) -> None:
    assert named(f"{lines}\n\n# Title\n") == [f"a.md: {problem}"]


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "---\ndescription: One.\n---\n\n",
        "---\ndescription: One.\ntags: [a]\n...\n\n",
        f"---\ndescription: {'A' * 155}\n---\n\n",
    ],
)
def test_what_can_be_read_is_no_mistake(lines: str) -> None:
    assert named(f"{lines}# Title\n\n---\n\nText: more.\n\n---\n") == []

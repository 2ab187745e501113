"""Figures and their data are read as written, and every mistake in them is named with its remedy."""

import pytest
from annotated_edition.figures.figures import data_problems, read_tables
from annotated_edition.figures.tables import Table, read_table
from fixtures.reading import blocks, read_page
from markdown import Markdown

NAME = "power-of-siberia-flows.csv"
PAGE = "index.md"
HEADER = "year,series,bcm,note,source\n"
ROWS = (
    '2020,flow,4.1,,smith2020\n2021,flow,10.39,"about, not exactly",smith2020; gazette2021\n,contract,38,,gazette2021\n'
)
FIGURE = f"""\
/// figure | 2
    title: Gas flows
    data: {NAME}
    claims: [1, 3]

Deliveries by year [@smith2020].
///
"""


def table(content: str) -> Table:
    return read_tables({f"data/{NAME}": content})[NAME]


def named(markdown: str, content: str | None = HEADER + ROWS) -> list[str]:
    """What is named as wrong in a block and its data, where claims 1 and 3 and the sources in KNOWN exist."""
    tables = {} if content is None else read_tables({f"data/{NAME}": content})
    page = read_page(PAGE, "", markdown, tables)
    found = data_problems(page.figures, KNOWN.__contains__, {"1", "3"})
    return [str(problem) for problem in [*page.problems, *found]]


KNOWN = {"smith2020", "gazette2021"}


def test_a_figure_is_read_with_its_options_and_data() -> None:
    page = read_page(PAGE, "", FIGURE, {NAME: table(HEADER + ROWS)})
    (figure,) = page.figures
    assert page.problems == ()
    assert (figure.label, figure.anchor, figure.title, figure.claims) == ("2", "figure-2", "Gas flows", ("1", "3"))
    assert figure.lines == range(1, 8)
    assert figure.bracket == "@smith2020; @gazette2021"
    assert figure.alt.startswith("Columns of the gas")


def test_a_row_has_its_line_its_values_as_written_and_its_sources() -> None:
    first, second, third = table(HEADER + ROWS).rows
    assert (first.line, first["bcm"], first.number("bcm"), first.sources) == (2, "4.1", 4.1, ("smith2020",))
    assert (second["note"], second.sources) == ("about, not exactly", ("smith2020", "gazette2021"))
    assert (third["year"], third.line) == ("", 4)


def test_a_sound_figure_has_no_mistake() -> None:
    assert named(FIGURE) == []


WRONG_BLOCKS = {
    "a label that is no number": (
        ("figure | 2", "figure | flows"),
        "index.md: figure flows: its label is not a number; write /// figure | 2, with the figure's permanent number",
    ),
    "a missing option": (
        ("    claims: [1, 3]\n", ""),
        "index.md: figure 2: the option claims is missing; add claims: and its value",
    ),
    "a misspelt option": (
        ("claims:", "claim:"),
        "index.md: figure 2: the option “claim” is not known; write claims",
    ),
    "claims that are no list": (
        ("[1, 3]", "all"),
        "index.md: figure 2: claims “all” is not a list of claims; write it as [24, 29]",
    ),
    "an unknown data file": (
        ("siberia-flows", "siberia-flow"),
        "index.md: figure 2: data “power-of-siberia-flow.csv” is no file that a chart is known for; "
        "write power-of-siberia-flows.csv",
    ),
    "no text": (
        ("\nDeliveries by year [@smith2020].\n", "\n"),
        "index.md: figure 2: is empty; "
        "say between the options and the closing /// how to read it and what is estimated",
    ),
    "a claim that does not exist": (
        ("[1, 3]", "[1, 99]"),
        "index.md: figure 2: bears on claim 99, which does not exist; correct the number",
    ),
    "a misspelt block": (
        ("/// figure", "/// figur"),
        "index.md: line 1: “/// figur | 2” opens no block that is known; "
        "write /// figure | 2, from the start of the line",
    ),
}


@pytest.mark.parametrize(("change", "warning"), WRONG_BLOCKS.values(), ids=WRONG_BLOCKS)
def test_a_mistake_in_a_block_is_named_once(change: tuple[str, str], warning: str) -> None:
    assert warning in named(FIGURE.replace(*change))


def test_a_data_file_that_is_not_there_is_named() -> None:
    warning = f"index.md: figure 2: data “{NAME}” is not in docs/data/; put the file there"
    assert named(FIGURE, None) == [warning]


FILE = f"data/{NAME}"
WRONG_DATA = {
    "a row without source": (
        (",smith2020\n2021", ",\n2021"),
        f"{FILE}: line 2: has no source; cite an entry of references.bib",
    ),
    "a source of blanks": (
        (",smith2020\n2021", ",  \n2021"),
        f"{FILE}: line 2: has no source; cite an entry of references.bib",
    ),
    "an unknown source": (
        ("4.1,,smith2020", "4.1,,smith2021"),
        f"{FILE}: source smith2021 in line 2: is not in references.bib; add it, or correct the key",
    ),
    "a source that is no key": (
        ("4.1,,smith2020", "4.1,,Smith 2020"),
        f"{FILE}: line 2: its source “Smith 2020” is not a key; "
        "write the key of an entry, and a semicolon between several",
    ),
    "a wrong header": (
        ("bcm,note", "cubic,note"),
        f"{FILE}: line 1: “year,series,cubic,note,source” is not its header; write year,series,bcm,note,source",
    ),
    "a value that is no number": (
        ("4.1", "4.1 bcm"),
        f"{FILE}: line 2: its bcm “4.1 bcm” is not a number; write it as 1234.5, without unit, space or comma",
    ),
    "a number that is infinite": (
        ("4.1", "inf"),
        f"{FILE}: line 2: its bcm “inf” is not a number; write it as 1234.5, without unit, space or comma",
    ),
    "a value that is missing": (
        ("4.1", ""),
        f"{FILE}: line 2: has no bcm; fill it in or delete the row",
    ),
    "an unknown word": (
        ("contract", "deal"),
        f"{FILE}: line 4: its series “deal” is not known; use one of flow, contract",
    ),
    "a comma without quotation marks": (
        ('"about, not exactly"', "about, not exactly"),
        f"{FILE}: line 3: has 6 values for 5 columns; "
        "write as many commas as the header has, and put a value with a comma in quotation marks",
    ),
    "a quotation mark that is not closed": (
        ('exactly"', "exactly"),
        f"{FILE}: line 4: is not CSV (unexpected end of data); put a value with a comma or a quotation mark in "
        'quotation marks, and double those in it: "a ""b"", c"',
    ),
    "no rows": (
        (ROWS, ""),
        f"{FILE}: file: has no rows; add at least one below the header",
    ),
}


@pytest.mark.parametrize(("change", "warning"), WRONG_DATA.values(), ids=WRONG_DATA)
def test_a_mistake_in_the_data_is_named_once(change: tuple[str, str], warning: str) -> None:
    assert named(FIGURE, (HEADER + ROWS).replace(*change)) == [warning]


def test_several_mistakes_in_the_data_are_all_named() -> None:
    content = (HEADER + ROWS).replace("4.1,,smith2020", "much,,").replace("38", "")
    assert len(named(FIGURE, content)) == 3


def test_a_file_of_an_editor_of_tables_is_read_too() -> None:
    content = "\ufeff" + (HEADER + ROWS).replace("\n", "\r\n")
    assert table(content).problems == ()
    assert len(table(content).rows) == 3


def test_a_word_is_shown_to_readers_in_full() -> None:
    read = table(HEADER + ROWS)
    assert [read.shown("series", row) for row in read.rows] == ["Delivered", "Delivered", "Contract"]
    assert read_table(NAME, HEADER, {}).rows == ()


def test_a_block_becomes_a_figure_with_its_text_and_the_citation_of_its_sources() -> None:
    html = Markdown(extensions=[blocks({"figure": {"2": "@smith2020; @gazette2021"}})]).convert(FIGURE)
    assert html == (
        '<figure class="figure" id="figure-2">\n'
        "<figcaption>Figure 2: Gas flows</figcaption>\n"
        '<div class="figure__text">\n<p>Deliveries by year [@smith2020].</p>\n</div>\n'
        '<p class="figure__sources">[@smith2020; @gazette2021]</p>\n'
        "</figure>"
    )

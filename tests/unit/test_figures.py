"""Figures, their data and their specifications are read as written, and every mistake is named with its remedy."""

import pytest
from annotated_edition.figures.figures import data_problems
from annotated_edition.figures.tables import Table, read_tables
from fixtures.reading import blocks, read_page
from markdown import Markdown

NAME = "harvest.csv"
SPEC = "harvest.vl.yml"
PAGE = "index.md"
HEADER = "year,fruit,tons,note,source\n"
ROWS = '2020,apple,4.1,,smith2020\n2021,apple,<10,"about, not exactly",smith2020; gazette2021\n,pear,38,,gazette2021\n'
GRAMMAR = """\
data:
  format: {parse: {year: number}}
usermeta:
  columns:
    year: {title: Harvest of, optional: true}
    fruit: {words: {apple: Apples, pear: Pears}}
encoding:
  x: {field: year, type: ordinal}
layer:
  - mark: {type: bar, style: main}
    encoding:
      y: {field: tons, type: quantitative}
  - transform: [{filter: datum.fruit == 'apple'}, {calculate: datum.tons + ' t', as: words}]
    mark: text
    encoding:
      text: {field: words}
"""
FIGURE = f"""\
/// figure | 2
    title: A harvest
    data: {NAME}
    unit: tons
    claims: [1, 3]
    alt: "Columns: 4 tons in 2020, less than 10 in 2021, and 38 without a year."

As growers count it [@smith2020].
///
"""


def tables(content: str = HEADER + ROWS, grammar: str = GRAMMAR) -> dict[str, Table]:
    return read_tables({f"data/{NAME}": content, f"data/{SPEC}": grammar, "data/coast.geojson": "{}"})


def table(content: str = HEADER + ROWS, grammar: str = GRAMMAR) -> Table:
    return tables(content, grammar)[NAME]


def named(markdown: str = FIGURE, content: str = HEADER + ROWS, grammar: str = GRAMMAR) -> list[str]:
    """What is named as wrong in a block and its files, where claims 1 and 3 and the sources in KNOWN exist."""
    page = read_page(PAGE, "", markdown, tables(content, grammar))
    found = data_problems(page.figures, KNOWN.__contains__, {"1", "3"})
    return [str(problem) for problem in [*page.problems, *found]]


KNOWN = {"smith2020", "gazette2021"}


def test_a_figure_is_read_with_its_options_and_data() -> None:
    page = read_page(PAGE, "", FIGURE, tables())
    (figure,) = page.figures
    assert page.problems == ()
    assert (figure.label, figure.anchor, figure.title, figure.claims) == ("2", "figure-2", "A harvest", ("1", "3"))
    assert (figure.unit, figure.lines) == ("tons", range(1, 10))
    assert figure.bracket == "@smith2020; @gazette2021"
    assert figure.alt.startswith("Columns: 4 tons")


def test_a_row_has_its_line_its_values_as_written_and_its_sources() -> None:
    first, second, third = table().rows
    assert (first.line, first["tons"], first.number("tons"), first.sources) == (2, "4.1", 4.1, ("smith2020",))
    assert (second["note"], second.sources) == ("about, not exactly", ("smith2020", "gazette2021"))
    assert (third["year"], third.line) == ("", 4)


def test_a_limit_is_a_number_with_its_sign() -> None:
    first, second, _ = table().rows
    assert (second["tons"], second.number("tons"), second.limit("tons")) == ("<10", 10, "<")
    assert first.limit("tons") == ""


def test_what_a_column_is_comes_from_the_specification() -> None:
    read = table()
    assert [(column.heading, column.number, column.optional) for column in read.columns.values()] == [
        ("Harvest of", True, True),
        ("Fruit", False, False),
        ("Tons", True, False),
        ("Note", False, True),
        ("Source", False, False),
    ]
    assert read.shown_values == ["tons"]
    assert [read.columns["fruit"].shown(row["fruit"]) for row in read.rows] == ["Apples", "Apples", "Pears"]


def test_the_columns_that_are_drawn_can_be_listed() -> None:
    grammar = GRAMMAR.replace("usermeta:\n", "usermeta:\n  values: [year, tons]\n")
    assert table(grammar=grammar).shown_values == ["year", "tons"]


def test_a_sound_figure_has_no_mistake() -> None:
    assert named() == []


WRONG_BLOCKS = {
    "a label that is no number": (
        ("figure | 2", "figure | apples"),
        "figure apples: its label is not a number; write /// figure | 2, with the figure's permanent number",
    ),
    "a missing option": (("    claims: [1, 3]\n", ""), "the option claims is missing; add claims: and its value"),
    "no unit": (("    unit: tons\n", ""), "the option unit is missing; add unit: and its value"),
    "no words for those who do not see it": (
        ('    alt: "Columns: 4 tons in 2020, less than 10 in 2021, and 38 without a year."\n', ""),
        "the option alt is missing; add alt: and its value",
    ),
    "an alt that names a number which the data do not have": (
        ("4 tons in", "5 tons in"),
        "its alt names 5, which data/harvest.csv does not have; correct it",
    ),
    "a misspelt option": (("claims:", "claim:"), "the option “claim” is not known; write claims"),
    "claims that are no list": (("[1, 3]", "all"), "claims “all” is not a list of claims; write it as [24, 29]"),
    "a misspelt data file": (
        ("harvest.csv", "harvst.csv"),
        "data “harvst.csv” is not in docs/data/, or has no harvst.vl.yml beside it; write harvest.csv",
    ),
    "an unknown data file": (
        ("harvest.csv", "rain.csv"),
        "data “rain.csv” is not in docs/data/, or has no rain.vl.yml beside it; "
        "put both files there, as CONTRIBUTING shows",
    ),
    "no text": (
        ("\nAs growers count it [@smith2020].\n", "\n"),
        "is empty; say between the options and the closing /// how to read it and what is estimated",
    ),
    "a claim that does not exist": (
        ("[1, 3]", "[1, 99]"),
        "bears on claim 99, which does not exist; correct or delete the number",
    ),
    "a misspelt block": (
        ("/// figure", "/// figur"),
        "line 1: “/// figur | 2” opens no block that is known; write /// figure | 2, from the start of the line",
    ),
}


@pytest.mark.parametrize(("change", "warning"), WRONG_BLOCKS.values(), ids=WRONG_BLOCKS)
def test_a_mistake_in_a_block_is_named_once(change: tuple[str, str], warning: str) -> None:
    whole = warning if warning.startswith(("figure ", "line ")) else f"figure 2: {warning}"
    assert named(FIGURE.replace(*change)).count(f"{PAGE}: {whole}") == 1


FILE = f"data/{NAME}"
WRONG_DATA = {
    "a row without source": ((",smith2020\n2021", ",\n2021"), "line 2: has no source; cite an entry of references.bib"),
    "a source of blanks": ((",smith2020\n2021", ",  \n2021"), "line 2: has no source; cite an entry of references.bib"),
    "an unknown source": (
        ("4.1,,smith2020", "4.1,,smith2021"),
        "source smith2021 in line 2: is not in references.bib; add it, or correct the key",
    ),
    "a source that is no key": (
        ("4.1,,smith2020", "4.1,,Smith 2020"),
        "line 2: its source “Smith 2020” is not a key; write the key of an entry, and a semicolon between several",
    ),
    "a header without source": (
        ("note,source\n", "note\n"),
        "line 1: “year,fruit,tons,note” is not a header; "
        "name each column, each once, with commas between, the last note,source",
    ),
    "a value that is no number": (
        ("4.1", "4.1 t"),
        "line 2: its tons “4.1 t” is not a number; write it as 1234.5 or <1234.5, without unit, space or comma",
    ),
    "a number that is infinite": (
        ("4.1", "inf"),
        "line 2: its tons “inf” is not a number; write it as 1234.5 or <1234.5, without unit, space or comma",
    ),
    "a value that is missing": (("4.1", ""), "line 2: has no tons; fill it in or delete the row"),
    "an unknown word": (("pear", "peach"), "line 4: its fruit “peach” is not known; use one of apple, pear"),
    "a comma without quotation marks": (
        ('"about, not exactly"', "about, not exactly"),
        "line 3: has 6 values for 5 columns; "
        "write as many commas as the header has, and put a value with a comma in quotation marks",
    ),
    "a quotation mark that is not closed": (
        ('exactly"', "exactly"),
        "line 4: is not CSV (unexpected end of data); put a value with a comma or a quotation mark in "
        'quotation marks, and double those in it: "a ""b"", c"',
    ),
    "nothing": (
        (HEADER + ROWS, ""),
        "line 1: “” is not a header; name each column, each once, with commas between, the last note,source",
    ),
    "no rows": ((ROWS, ""), "file: has no rows; add at least one below the header"),
}


@pytest.mark.parametrize(("change", "warning"), WRONG_DATA.values(), ids=WRONG_DATA)
def test_a_mistake_in_the_data_is_named_once(change: tuple[str, str], warning: str) -> None:
    assert named(content=(HEADER + ROWS).replace(*change)) == [f"{FILE}: {warning}"]


FORM = f"data/{SPEC}"
ANY = "the field “{}” is not in the data; "
WRONG_GRAMMAR = {
    "YAML that cannot be read": (
        ("{field: year, type", "{field: year, [type"),
        "line 8: cannot be read as YAML (did not find expected ',' or ']'); "
        "indent by spaces, and put a value with a colon, a bracket or a quotation mark in quotation marks",
    ),
    "no YAML of parts": (
        (GRAMMAR, "a bar"),
        "line 1: is no specification of Vega-Lite; write a mark and an encoding, as CONTRIBUTING shows",
    ),
    "nothing": (
        (GRAMMAR, ""),
        "line 1: is no specification of Vega-Lite; write a mark and an encoding, as CONTRIBUTING shows",
    ),
    "an unknown field": (("field: tons", "field: tonnes"), f"line 12: {ANY.format('tonnes')}write tons"),
    "a field that is like none": (
        ("field: tons", "field: height"),
        f"line 12: {ANY.format('height')}use one of year, fruit, tons, note, source",
    ),
    "an unknown field of a filter": (("datum.fruit", "datum.fruits"), f"line 13: {ANY.format('fruits')}write fruit"),
    "an unknown column": (
        ("    fruit: {words", "    fruits: {words"),
        "line 6: the column “fruits” is not in the data; use year, fruit, tons, note, source",
    ),
    "a misspelt property": (("    mark: text", "    marc: text"), "line 13: has no mark; write mark: and one of "),
    "an unknown property": (
        ("encoding:\n  x", "titel: Fruit\nencoding:\n  x"),
        "line 7: the property “titel” is not known; use one of ",
    ),
    "a misspelt channel": (
        ("      text: {field", "      txt: {field"),
        "line 16: the channel “txt” is not known; write text",
    ),
    "a misspelt mark": (("{type: bar,", "{type: bars,"), "line 10: the mark “bars” is not known; write bar"),
    "a misspelt style": (("style: main", "style: mane"), "line 10: the style “mane” is not known; write main"),
    "an encoding that has no parts": (
        ("\n  x: {field: year, type: ordinal}", " x"),
        "line 7: “x” cannot stand here; write below it its parts, each as name: value",
    ),
    "a channel without parts": (
        ("x: {field: year, type: ordinal}", "x: year"),
        "line 8: “year” cannot stand here; write below it its parts, each as name: value",
    ),
    "an unknown entry of ours": (
        ("  columns:", "  colums:"),
        "line 4: the entry of usermeta “colums” is not known; write columns",
    ),
    "a file that is not there": (
        ("  - mark: {", "  - data: {url: cost.geojson}\n    mark: {"),
        "line 10: “cost.geojson” is not in docs/data; write coast.geojson",
    ),
}


@pytest.mark.parametrize(("change", "warning"), WRONG_GRAMMAR.values(), ids=WRONG_GRAMMAR)
def test_a_mistake_in_a_specification_is_named_with_its_line(change: tuple[str, str], warning: str) -> None:
    assert change[0] in GRAMMAR
    found = named(grammar=GRAMMAR.replace(*change))
    assert found[0].startswith(f"{FORM}: {warning}")


def test_a_file_of_outlines_that_is_no_json_is_named() -> None:
    grammar = GRAMMAR.replace("  - mark: {", "  - data: {url: coast.geojson}\n    mark: {")
    read = read_tables({FILE: HEADER + ROWS, FORM: grammar, "data/coast.geojson": "{"})[NAME]
    assert [str(problem).partition(" (")[0] for problem in read.problems] == [
        f"{FORM}: line 10: “coast.geojson” cannot be read as JSON"
    ]


def test_several_mistakes_in_the_data_are_all_named() -> None:
    content = (HEADER + ROWS).replace("4.1,,smith2020", "much,,").replace("38", "")
    assert len(named(content=content)) == 3


def test_a_file_of_an_editor_of_tables_is_read_too() -> None:
    content = "\ufeff" + (HEADER + ROWS).replace("\n", "\r\n")
    assert table(content).problems == ()
    assert len(table(content).rows) == 3


def test_a_block_becomes_a_figure_with_its_text_and_the_citation_of_its_sources() -> None:
    html = Markdown(extensions=[blocks({"figure": {"2": "@smith2020; @gazette2021"}})]).convert(FIGURE)
    assert html == (
        '<figure class="figure" id="figure-2">\n'
        "<figcaption>Figure 2: A harvest</figcaption>\n"
        '<div class="figure__text">\n<p>As growers count it [@smith2020].</p>\n</div>\n'
        '<p class="figure__sources">[@smith2020; @gazette2021]</p>\n'
        "</figure>"
    )

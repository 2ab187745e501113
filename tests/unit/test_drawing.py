"""Drawings hold every value of their data, each in its place, and nothing that could clash or keep a color."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from annotated_edition.figures import drawing
from annotated_edition.figures.drawing import Drawing, NotDrawn, cleaned, draw, drawn
from annotated_edition.figures.drawn_checks import drawing_problems, rounds_to
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.figures.ready import merged, ready
from annotated_edition.figures.tables import Table, read_tables
from annotated_edition.figures.theme import SIZES, Spec
from annotated_edition.files.kept import Kept

DOCS = Path(__file__).parents[2] / "docs"
FILES = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in (DOCS / "data").iterdir()}
TABLES = read_tables(FILES)
MAPS = {name for name, table in TABLES.items() if "projection" in table.spec.body}
NUMBERS = TABLES.keys() - MAPS
Drawings = dict[tuple[str, str], Drawing]  # by the name of the file and of the size


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Drawings:
    kept = Kept(tmp_path_factory.mktemp("drawings") / "kept")
    return {(name, size): drawn(kept, ready(table, "units", size)) for name, table in TABLES.items() for size in SIZES}


def tree(drawing: Drawing) -> Element:
    return ElementTree.fromstring(f"<svg>{drawing['inside']}</svg>")


def cases(names: set[str]) -> list[tuple[str, str]]:
    return [(name, size) for name in sorted(names) for size in SIZES]


every = pytest.mark.parametrize(("name", "size"), cases({*TABLES}), ids=str)
with_numbers = pytest.mark.parametrize(("name", "size"), cases({*NUMBERS}), ids=str)
with_maps = pytest.mark.parametrize(("name", "size"), cases(MAPS), ids=str)


@every
def test_every_value_of_the_data_is_drawn_and_nothing_else(name: str, size: str, drawings: Drawings) -> None:
    table, found = TABLES[name], drawings[name, size]
    written = {(row.line, column, row.number(column)) for row in table.rows for column in table.shown_values}
    values = [(mark["line"], *pair) for mark in found["marks"] for pair in mark["values"].items()]
    assert {(line, column, float(value)) for line, column, value in values} == written
    assert list(drawing_problems(table, size, found)) == []


@with_numbers
def test_every_value_stands_where_its_size_says(name: str, size: str, drawings: Drawings) -> None:
    """The place of a mark is a straight function of its value, to a rounding of half a stroke."""
    marks = [mark for mark in drawings[name, size]["marks"] if not mark["text"]]
    sideways = len({mark["x"] for mark in marks}) > len({mark["y"] for mark in marks})
    is_sideways = TABLES[name].spec.body["encoding"].get("y", {}).get("type") == "ordinal"
    assert sideways or not is_sideways
    found = [(float(value), mark["x" if is_sideways else "y"]) for mark in marks for value in mark["values"].values()]
    (low, start), (high, end) = min(found), max(found)
    slope = (end - start) / (high - low)
    for value, place in found:
        assert place == pytest.approx(start + (value - low) * slope, abs=1.1)
    assert slope > 0 if is_sideways else slope < 0


@with_maps
def test_every_place_of_a_map_lies_as_on_a_globe(name: str, size: str, drawings: Drawings) -> None:
    rows = {row.line: row for row in TABLES[name].rows}
    places = {mark["line"]: (mark["x"], mark["y"]) for mark in drawings[name, size]["marks"]}
    assert places.keys() == rows.keys()
    for first, second in combinations(rows.values(), 2):
        east, north = (first.number(name) - second.number(name) for name in ("longitude", "latitude"))
        if abs(east) < 1 < north:
            assert places[first.line][1] < places[second.line][1]


@every
def test_the_first_mark_of_each_value_can_be_read_out(name: str, size: str, drawings: Drawings) -> None:
    table = TABLES[name]
    found = [
        (int(element.get("data-line", 0)), int(element.get("data-column", 0)))
        for element in tree(drawings[name, size]).iter()
        if "data-line" in element.attrib
    ]
    columns = list(table.columns)
    read_by = ["place"] if name in MAPS else table.shown_values
    assert sorted(found) == sorted((row.line, columns.index(column)) for row in table.rows for column in read_by)


@every
def test_a_drawing_has_real_text_and_no_ids(name: str, size: str, drawings: Drawings) -> None:
    root = tree(drawings[name, size])
    assert len([text for text in root.iter("text") if text.text or len(text)]) > 5
    assert [element for element in root.iter() if "id" in element.attrib or "class" in element.attrib] == []
    assert "url(" not in drawings[name, size]["inside"]
    assert {element.tag for element in root.iter()} <= {"svg", "g", "path", "line", "rect", "text", "tspan"}


@every
def test_every_color_is_a_variable_of_the_stylesheet(name: str, size: str, drawings: Drawings) -> None:
    sheet = (DOCS.parent / "overrides" / "assets" / "stylesheets" / "figures.css").read_text(encoding="utf-8")
    for element in tree(drawings[name, size]).iter():
        for attribute in ("fill", "stroke"):
            color = element.get(attribute, "none")
            assert color == "none" or f"{color.removeprefix('var(').removesuffix(')')}: " in sheet, color


@every
def test_the_letters_of_a_drawing_are_large_enough(name: str, size: str, drawings: Drawings) -> None:
    """In units of the drawing; the narrow one is shown at 0.85 of its width on the smallest telephones."""
    sizes = [float(text.get("font-size", 0)) for text in tree(drawings[name, size]).iter("text")]
    assert min(sizes) >= (10 if name in MAPS else 12)


def test_outlines_take_little_room(drawings: Drawings) -> None:
    for name, size in cases(MAPS):
        assert len(drawings[name, size]["inside"]) < 22_000


# --- A specification of which each part is known ---

ROWS = "year,tons,goal,note,source\n2021,10,12,,smith2020\n2022,<15.4,12,,smith2020\n"
GRAMMAR = """\
encoding:
  x: {field: year, type: ordinal}
  y: {field: tons, type: quantitative, scale: {domain: [0, 20]}}
layer:
  - mark: bar
  - mark: {type: text, style: [main, above], text: {expr: "datum.tons_limit + format(datum.tons, '.0f')"}}
"""


def table(rows: str = ROWS, grammar: str = GRAMMAR) -> Table:
    return read_tables({"data/harvest.csv": rows, "data/harvest.vl.yml": grammar})["harvest.csv"]


def said(grammar: str, rows: str = ROWS) -> list[str]:
    """What is wrong with the wide drawing."""
    read = table(rows, grammar)
    assert read.problems == ()
    return [str(problem) for problem in drawing_problems(read, "wide", cleaned(draw(ready(read, "tons", "wide"))))]


def texts(spec: Spec) -> list[str]:
    return [str(text.text) for text in tree(cleaned(draw(spec))).iter("text")]


def test_a_sound_specification_draws_what_it_says() -> None:
    assert said(GRAMMAR) == []
    assert texts(ready(table(), "tons a year", "wide"))[-3:] == ["Tons a year", "10", "<15"]


WRONG = {
    "a value that a filter takes away": (
        ("layer:", "transform: [{filter: datum.year > 2021}]\nlayer:"),
        "data/harvest.csv: line 2: its tons 10 is not within the wide drawing; "
        "mend filters and scales in data/harvest.vl.yml",
    ),
    "a value beyond its scale": (
        ("[0, 20]", "[0, 5]"),
        "data/harvest.csv: line 2: its tons 10 is not within the wide drawing; "
        "mend filters and scales in data/harvest.vl.yml",
    ),
    "a value that is changed before it is drawn": (
        ("layer:", "transform: [{calculate: datum.tons + 1, as: tons}]\nlayer:"),
        "data/harvest.csv: line 2: its tons 10 is drawn as 11; draw the column itself",
    ),
    "a number that is no value of its row": (
        ("format(datum.tons, '.0f')", "format(datum.tons + 1, '.0f')"),
        "data/harvest.csv: line 2: “11” is written on its mark; write a number of the row",
    ),
    "a limit without its sign": (
        ("datum.tons_limit + ", ""),
        "data/harvest.csv: line 3: its tons <15.4 is written as 15; "
        "write datum.tons_limit before the number in data/harvest.vl.yml",
    ),
    "nothing drawn": (
        ("layer:", "transform: [{filter: datum.year > 2050}]\nlayer:"),
        "data/harvest.vl.yml: line 1: draws no value in its wide drawing; "
        "encode a column of numbers, and look at its filters",
    ),
}


@pytest.mark.parametrize(("change", "warning"), WRONG.values(), ids=WRONG)
def test_a_drawing_that_does_not_show_its_data_is_named(change: tuple[str, str], warning: str) -> None:
    assert change[0] in GRAMMAR
    assert warning in said(GRAMMAR.replace(*change))


def test_a_specification_that_vega_lite_refuses_is_not_drawn() -> None:
    spec = ready(table(grammar=GRAMMAR.replace("datum.tons_limit +", "datum.tons_limit + (")), "tons", "wide")
    with pytest.raises(NotDrawn, match="parse error"):
        draw(spec)


@pytest.mark.parametrize(
    ("value", "written", "is_rounded"),
    [(24.65, "25", True), (24.65, "24.7", True), (24.65, "24", False), (1234.5, "1,234.5", True), (-72, "72", True)],
)
def test_a_number_is_known_by_what_it_rounds_to(value: float, written: str, is_rounded: bool) -> None:
    assert rounds_to(value, written) is is_rounded


@pytest.mark.parametrize(
    ("patch", "made"),
    [
        ({"a": 2}, {"a": 2, "b": {"c": [1]}}),
        ({"a": None}, {"a": None, "b": {"c": [1]}}),
        ({"b": {"d": 3}}, {"a": 1, "b": {"c": [1], "d": 3}}),
        ({"b": {"c": [2]}}, {"a": 1, "b": {"c": [2]}}),
    ],
)
def test_the_narrow_drawing_differs_by_what_is_said_of_it(patch: Mapping[str, object], made: dict[str, object]) -> None:
    assert merged({"a": 1, "b": {"c": [1]}}, patch) == made


def test_the_narrow_drawing_can_have_another_height_and_ask_which_it_is() -> None:
    grammar = GRAMMAR + "  - mark: {type: text, text: {expr: \"narrow ? 'slim' : 'broad'\"}}\n"
    wide, narrow = (
        ready(table(grammar="usermeta: {narrow: {height: 90}}\n" + grammar), "tons", size) for size in SIZES
    )
    assert (wide["height"], narrow["height"]) == (220, 90)
    assert [texts(spec)[-1] for spec in (wide, narrow)] == ["broad", "slim"]


def test_each_number_of_an_axis_has_a_hairline_through_the_drawing_and_each_year_a_tick() -> None:
    spec = ready(table(grammar=GRAMMAR.replace("[0, 20]}", "[0, 20]}, axis: {values: [0, 10, 20]}")), "tons", "wide")
    lines = [line.attrib for line in tree(cleaned(draw(spec))).iter("line")]
    across = [float(line.get("x2", 0)) for line in lines if line["stroke"] == "var(--figure-rule)"]
    assert across == [spec["width"]] * 3
    assert len([line for line in lines if "y2" in line]) == 2


def test_an_axis_of_years_has_no_title_and_one_of_its_own_stays() -> None:
    assert "Year" not in texts(ready(table(), "tons", "wide"))
    grammar = GRAMMAR.replace("domain: [0, 20]}", "domain: [0, 20]}, axis: {title: Weight}")
    assert "Weight" in texts(ready(table(grammar=grammar), "tons", "wide"))


def test_a_style_can_make_a_bar_hollow() -> None:
    grammar = GRAMMAR.replace("mark: bar", "mark: {type: bar, style: [hollow, estimate]}")
    bar = next(path for path in tree(cleaned(draw(ready(table(grammar=grammar), "t", "wide")))).iter("path"))
    assert (bar.get("fill"), bar.get("stroke")) == ("var(--figure-paper)", "var(--figure-main)")
    assert bar.get("stroke-dasharray") == "3,2.5"


# --- Cleaning and keeping ---

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" class="marks"><defs><clipPath id="clip0"/></defs>
<g fill="none" stroke-miterlimit="10" transform="translate(1,2)"><path class="background" aria-hidden="true"
d="M0,0h9v9h-9Z"/><g class="mark-text"><text opacity="0">hidden</text><text aria-label="5|2|tons=2.50"
transform="translate(1.26,3.04)" font-family="serif" font-size="13px" fill="var(--figure-ink)">2.5</text><text
aria-label="5|2|tons=2.50">again</text></g></g></svg>"""


def test_only_what_is_seen_stays_and_its_first_mark_carries_row_and_column() -> None:
    made = cleaned(SVG)
    first, second = ElementTree.fromstring(made["inside"])
    assert (made["box"], first.tag, first.text, second.attrib) == ("0 0 10 10", "text", "2.5", {})
    assert first.attrib == {
        "transform": "translate(1.3,3)",
        "font-size": "13",
        "fill": "var(--figure-ink)",
        "data-line": "5",
        "data-column": "2",
    }


def test_a_long_outline_keeps_its_corners_in_whole_units_and_is_closed_where_it_was() -> None:
    square, line = "M0.2,0.4L100.3,0L100,50.4L0,50Z", "M0.2,0.4" + "L100.3,0L100,50.4" * 15
    for path, made in {
        square * 2: "M0,0l100,0 0,50 -100,0z" * 2,
        line: f"M0,0l100,0 0,50{' 0,-50 0,50' * 14}",
    }.items():
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="{path}"/></svg>'
        assert cleaned(svg)["inside"] == f'<path d="{made}" />'


def test_a_mark_is_known_with_its_values_its_place_and_its_words() -> None:
    assert cleaned(SVG)["marks"][0] == {
        "line": 5,
        "values": {"tons": "2.50"},
        "x": pytest.approx(2.26),
        "y": pytest.approx(5.04),
        "text": "2.5",
    }


def test_a_drawing_is_made_once_and_again_when_a_value_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Spec] = []

    def draw_once(spec: Spec) -> str:
        made.append(spec)
        return SVG

    monkeypatch.setattr(drawing, "draw", draw_once)
    kept = Kept(tmp_path / "kept")
    for _ in range(2):
        drawn(kept, ready(table(), "tons", "wide"))
    assert len(made) == 1
    drawn(kept, ready(table(ROWS.replace("15.4", "15.5")), "tons", "wide"))
    assert len(made) == 2


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("#annotation-29a", "../reasons/economic-lifeline/#annotation-29a"),
        ("../europe-first/#claim-18", "../reasons/europe-first/#claim-18"),
        ("../../issue/", "../issue/"),
        ("#reference-smith2020", "#reference-smith2020"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_the_links_of_a_figure_lead_to_the_same_place_from_another_page(link: str, moved: str) -> None:
    figure = Illustration(None, {}, f'<a href="{link}" id="use-smith2020">x</a>', "")  # type: ignore[arg-type]
    there = figure.seen_from("reasons/economic-lifeline/", "figures/")
    assert there.text == f'<a href="{moved}">x</a>'


def test_another_process_draws_once_the_first_has_ended() -> None:
    spec = ready(table(), "tons", "wide")
    before = draw(spec)
    assert drawing.VEGA.process
    drawing.VEGA.process.kill()
    with pytest.raises(NotDrawn, match="the process that draws has ended"):
        draw(spec)
    assert draw(spec) == before

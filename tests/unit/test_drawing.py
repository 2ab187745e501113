"""Drawings hold every value of their data, each in its place, and nothing that could clash or keep a color."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from annotated_edition.figures import drawing
from annotated_edition.figures.charts import CHARTS
from annotated_edition.figures.drawing import Drawing, cleaned, draw, drawn
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.figures.marks import SIZES, Size, Spec
from annotated_edition.figures.tables import Table, read_table

DATA = Path(__file__).parents[2] / "docs" / "data"
NUMBERS = {  # the columns that are drawn, by the name of the file
    "trade-turnover.csv": ["usd_billion"],
    "power-of-siberia-flows.csv": ["bcm"],
    "asymmetry-shares.csv": ["percent"],
    "nato-two-percent.csv": ["allies", "members"],
    "eu-russian-gas-share.csv": ["percent"],
    "gas-price-gap.csv": ["china", "europe", "gap_percent"],
}
MAP = "pipeline-routes.csv"
SIDEWAYS = {"asymmetry-shares.csv", "gas-price-gap.csv"}  # whose values go from left to right


def read(name: str) -> Table:
    return read_table(name, (DATA / name).read_text(encoding="utf-8"), CHARTS[name].columns)


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Drawing]:
    """Every drawing, by the name of its file and of its size."""
    folder = tmp_path_factory.mktemp("drawings")
    return {
        (name, size.name): drawn(folder, f"{name}-{size.name}", chart.draw(read(name), size))
        for name, chart in CHARTS.items()
        for size in SIZES
    }


def tree(drawing: Drawing) -> Element:
    return ElementTree.fromstring(f"<svg>{drawing['inside']}</svg>")


def placed(element: Element, x: float = 0, y: float = 0) -> Iterator[tuple[Element, float, float]]:
    """Every element with the place of its origin in the drawing."""
    if moved := re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    yield element, x, y
    for child in element:
        yield from placed(child, x, y)


def marks(drawing: Drawing) -> list[tuple[int, str, float, float]]:
    """The line, the value and the place of each mark of a value; of a column, that of its upper end."""
    found = []
    for element, x, y in placed(tree(drawing)):
        if line := element.get("data-line"):
            # The path of a column is given as it lies; other marks are shapes around their place.
            column = re.match(r"M([-\d.]+),([-\d.]+)h", element.get("d", ""))
            if column and "transform" not in element.attrib:
                x, y = x + float(column[1]), y + float(column[2])
            found.append((int(line), element.get("data-value", ""), x, y))
    return found


every = pytest.mark.parametrize(("name", "size"), [(name, size) for name in CHARTS for size in SIZES], ids=str)
with_numbers = pytest.mark.parametrize(("name", "size"), [(name, size) for name in NUMBERS for size in SIZES], ids=str)


@with_numbers
def test_every_value_of_the_data_is_drawn_and_nothing_else(
    name: str, size: Size, drawings: dict[tuple[str, str], Drawing]
) -> None:
    written = {(row.line, row[column]) for row in read(name).rows for column in NUMBERS[name]}
    drawn_values = {(line, value) for line, value, _, _ in marks(drawings[name, size.name])}
    assert drawn_values == written


@with_numbers
def test_every_value_stands_where_its_size_says(
    name: str, size: Size, drawings: dict[tuple[str, str], Drawing]
) -> None:
    """The place of a mark is a straight function of its value, to a rounding of 0.1 unit and half a stroke."""
    found = [mark for mark in marks(drawings[name, size.name]) if mark[1] not in gaps(name)]
    points = [(float(value), x if name in SIDEWAYS else y) for _, value, x, y in found]
    (low, start), (high, end) = min(points), max(points)
    slope = (end - start) / (high - low)
    for value, place in points:
        assert place == pytest.approx(start + (value - low) * slope, abs=1.1)
    assert slope > 0 if name in SIDEWAYS else slope < 0


def gaps(name: str) -> set[str]:
    """What is written in words and stands between two marks."""
    return {row["gap_percent"] for row in read(name).rows} if name == "gas-price-gap.csv" else set()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_place_of_the_map_is_a_point_and_lies_as_on_a_globe(
    size: Size, drawings: dict[tuple[str, str], Drawing]
) -> None:
    rows = {row.line: row for row in read(MAP).rows}
    found = marks(drawings[MAP, size.name])
    assert {(line, value) for line, value, _, _ in found} == {
        (line, f"{row['longitude']} {row['latitude']}") for line, row in rows.items()
    }
    places = {line: (x, y) for line, _, x, y in found}
    for first, second in combinations(rows.values(), 2):
        east, north = (first.number(name) - second.number(name) for name in ("longitude", "latitude"))
        if abs(east) < 1 < north:
            assert places[first.line][1] < places[second.line][1]


@every
def test_a_drawing_has_real_text_and_no_ids(name: str, size: Size, drawings: dict[tuple[str, str], Drawing]) -> None:
    root = tree(drawings[name, size.name])
    assert len([text for text in root.iter("text") if text.text or len(text)]) > 5
    assert [element for element in root.iter() if "id" in element.attrib or "class" in element.attrib] == []
    assert "url(" not in drawings[name, size.name]["inside"]
    assert {element.tag for element in root.iter()} <= {"svg", "g", "path", "line", "rect", "text", "tspan"}


@every
def test_every_color_is_a_variable_of_the_stylesheet(
    name: str, size: Size, drawings: dict[tuple[str, str], Drawing]
) -> None:
    sheet = (DATA.parents[1] / "overrides" / "assets" / "stylesheets" / "figures.css").read_text(encoding="utf-8")
    for element in tree(drawings[name, size.name]).iter():
        for attribute in ("fill", "stroke"):
            color = element.get(attribute, "none")
            assert color == "none" or f"{color.removeprefix('var(').removesuffix(')')}: " in sheet, color


@every
def test_the_letters_of_a_drawing_are_large_enough(
    name: str, size: Size, drawings: dict[tuple[str, str], Drawing]
) -> None:
    """In units of the drawing; the narrow one is shown at 0.85 of its width on the smallest telephones."""
    sizes = [float(text.get("font-size", 0)) for text in tree(drawings[name, size.name]).iter("text")]
    assert min(sizes) >= (10 if name == MAP else 12)


def test_outlines_take_little_room(drawings: dict[tuple[str, str], Drawing]) -> None:
    for size in SIZES:
        assert len(drawings[MAP, size.name]["inside"]) < 22_000


# --- Cleaning and keeping ---

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" class="marks"><defs><clipPath id="clip0"/></defs>
<g fill="none" stroke-miterlimit="10"><path class="background" aria-hidden="true" d="M0,0h9v9h-9Z"/>
<g class="mark-text"><text opacity="0">hidden</text><text aria-label="5|2.50" transform="translate(1.26,3.04)"
font-family="serif" font-size="13px" fill="var(--figure-ink)">2.5</text></g></g></svg>"""


def test_only_what_is_seen_stays_and_carries_its_row_and_value() -> None:
    made = cleaned(SVG)
    text = ElementTree.fromstring(made["inside"])
    assert (made["box"], text.tag, text.text) == ("0 0 10 10", "text", "2.5")
    assert text.attrib == {
        "transform": "translate(1.3,3)",
        "font-size": "13",
        "fill": "var(--figure-ink)",
        "data-line": "5",
        "data-value": "2.50",
    }


def test_a_drawing_is_made_once_and_again_when_a_value_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Spec] = []

    def draw_once(spec: Spec) -> str:
        made.append(spec)
        return SVG

    monkeypatch.setattr(drawing, "draw", draw_once)
    name = "eu-russian-gas-share.csv"
    for _ in range(2):
        drawn(tmp_path, name, CHARTS[name].draw(read(name), SIZES[0]))
    assert len(made) == 1
    content = (DATA / name).read_text(encoding="utf-8").replace("24.65", "24.7")
    drawn(tmp_path, name, CHARTS[name].draw(read_table(name, content, CHARTS[name].columns), SIZES[0]))
    assert len(made) == 2


def test_the_same_data_are_drawn_the_same_way_each_time() -> None:
    name = "gas-price-gap.csv"
    spec = CHARTS[name].draw(read(name), SIZES[1])
    assert cleaned(draw(spec)) == cleaned(draw(spec))


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

"""Figure of the trade turnover: a line by year, with the brief's figure and the targets of the two governments."""

from collections.abc import Callable

from annotated_edition.figures.marks import (
    ESTIMATE,
    MAIN,
    OTHER,
    PAPER,
    Size,
    Spec,
    datum,
    drawing,
    label,
    layer,
    number_axis,
    year_axis,
)
from annotated_edition.figures.tables import Column, Row, Table

COLUMNS = {
    "year": Column("Year", number=True, optional=True),
    "series": Column("Series", words={"turnover": "Turnover", "brief": "The brief", "target": "Target"}),
    "usd_billion": Column("Billion U.S. dollars", number=True),
}
ALT = (
    "Line of the yearly trade between China and Russia from 2013 to 2025 in billion U.S. dollars, with the brief’s "
    "figure for 2021 and the targets that the two governments set as marks."
)

YEARS = [2012.5, 2025.8]  # from where to where the drawing goes
TOP = 262.0
# Where the numbers of turning points stand from their points; the narrow drawing has room for fewer.
WIDE = {2014: (-2, -13), 2015: (0, 15), 2022: (-19, -5), 2023: (-19, -3), 2024: (0, -12), 2025: (5, 15)}
NARROW = {2015: (0, 15), 2024: (0, -12), 2025: (0, 15)}


def draw(table: Table, size: Size) -> Spec:
    place = _place(size)
    numbers = NARROW if size.narrow else WIDE
    turnover = table.where("series", "turnover")
    points = [datum(row, "usd_billion", x=row.number("year"), y=row.number("usd_billion")) for row in turnover]
    line = [{"x": point["x"], "y": point["y"]} for point in points]
    layers = [
        layer("line", line, place, color=MAIN, strokeWidth=2.5, strokeJoin="round"),
        layer("point", points, place, color=MAIN, filled=True, size=34, opacity=1),
        *(_number(row, numbers[int(row["year"])]) for row in turnover if int(row["year"]) in numbers),
    ]
    others: dict[str, Callable[[Row, Spec, Size], list[Spec]]] = {"brief": _brief, "target": _target}
    layers += [
        mark
        for name, marks in others.items()
        for row in table.where("series", name)
        for mark in marks(row, place, size)
    ]
    return drawing(size, 240 if size.narrow else 290, layers)


def _place(size: Size) -> Spec:
    years = year_axis(range(2013, 2026, 4 if size.narrow else 2))
    axis = number_axis("Billion U.S. dollars", range(0, 251, 50))
    return {
        "x": {"field": "x", "type": "quantitative", "scale": {"domain": YEARS, "nice": False}, "axis": years},
        "y": {"field": "y", "type": "quantitative", "scale": {"domain": [0, TOP], "nice": False}, "axis": axis},
    }


def _number(row: Row, place: tuple[float, float]) -> Spec:
    value = row.number("usd_billion")
    return label(f"{value:.0f}", row.number("year"), value, place=place, color=MAIN, fontWeight=600)


def _brief(row: Row, place: Spec, size: Size) -> list[Spec]:
    year, value = row.number("year"), row.number("usd_billion")
    ring = layer(
        "point", [datum(row, "usd_billion", x=year, y=value)], place, color=MAIN, size=190, strokeWidth=1.5, opacity=1
    )
    words = f"The brief, {row['year']}:{chr(10) if size.narrow else ' '}almost {row['usd_billion']}"
    return [ring, label(words, year, value, place=(13, 10), align="left", fontWeight=600)]


def _target(row: Row, place: Spec, size: Size) -> list[Spec]:
    value = row.number("usd_billion")
    if not row["year"]:
        start = YEARS[1] - 4
        mark = datum(row, "usd_billion", x=start, x2=YEARS[1], y=value)
        rule = layer(
            "rule", [mark], {**place, "x2": {"field": "x2"}}, color=OTHER, strokeDash=ESTIMATE, strokeWidth=1.5
        )
        words = f"Target without{chr(10) if size.narrow else ' '}a year: {value:.0f}"
        return [rule, label(words, start, value, place=(-5, 0), align="right", color=OTHER)]
    year = row.number("year")
    look = {"shape": "diamond", "color": OTHER, "fill": PAPER, "size": 75, "strokeWidth": 1.5, "opacity": 1}
    diamond = layer("point", [datum(row, "usd_billion", x=year, y=value)], place, **look)
    return [diamond, _words(int(year), value, size)]


def _words(year: int, value: float, size: Size) -> Spec:
    """What a target is; where the line leaves room for it."""
    words = f"Target {year}: {value:.0f}"
    if year == 2024:
        if size.narrow:
            return label(f"Target {year}:\n{value:.0f}", year, value, place=(32, 18), align="right", color=OTHER)
        return label(words, year, value, place=(0, 17), color=OTHER)
    if year == 2015 and not size.narrow:
        return label(words, year, value, place=(-6, -20), align="left", color=OTHER)
    return label(
        words,
        year,
        value,
        place=(12 if size.narrow and year > 2015 else 0, -15),
        align="right" if year > 2015 else "center",
        color=OTHER,
    )

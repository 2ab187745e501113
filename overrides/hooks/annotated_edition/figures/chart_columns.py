"""Figures with a column for each year: gas to China, Russia's share of the gas of Europe, and allies at two percent."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotated_edition.figures.marks import (
    ESTIMATE,
    MAIN,
    OTHER,
    PALE,
    PAPER,
    SOFT,
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

YEAR = Column("Year", number=True)

FLOWS = {
    "year": Column("Year", number=True, optional=True),
    "series": Column("Series", words={"flow": "Delivered", "contract": "Contract"}),
    "bcm": Column("Billion cubic meters", number=True),
}
FLOWS_ALT = (
    "Columns of the gas delivered through Power of Siberia in each year from 2020 to 2025 in billion cubic meters, "
    "with a line at the yearly volume of the contract."
)

SHARE = {
    "year": YEAR,
    "percent": Column("Percent of gas imports", number=True),
    "status": Column("Status", words={"reported": "Reported", "estimate": "Estimate"}),
}
SHARE_ALT = (
    "Columns of Russia’s share of the European Union’s gas imports in each year from 2021 to 2025 in percent, "
    "the last an estimate."
)

NATO = {"year": YEAR, "allies": Column("Allies at 2 percent", number=True), "members": Column("Members", number=True)}
NATO_ALT = (
    "Columns of the number of NATO allies at 2 percent in 2014 and in each year from 2021 to 2025, before columns "
    "of the number of all members."
)

BOLD: Spec = {"place": (0, -9), "color": MAIN, "fontWeight": 600}
WIDEST = 42  # units: no column is wider


def draw_flows(table: Table, size: Size) -> Spec:
    flows, height = table.where("series", "flow"), 220
    place = _place(flows, number_axis("Billion cubic meters a year", range(0, 41, 10)), 42)
    layers = [_columns(flows, "bcm", place, size, color=MAIN)]
    layers += [label(f"{row.number('bcm'):.1f}", row.number("year"), row.number("bcm"), **BOLD) for row in flows]
    for row in table.where("series", "contract"):
        start, end = place["x"]["scale"]["domain"]
        mark = datum(row, "bcm", x=start, x2=end - 0.98, y=row.number("bcm"))
        look: Spec = {"color": OTHER, "strokeDash": ESTIMATE, "strokeWidth": 1.5}
        layers.append(layer("rule", [mark], {**place, "x2": {"field": "x2"}}, **look))
        layers.append(
            label(f"Contract: {row['bcm']} a year", start, row.number("bcm"), place=(0, 12), align="left", color=OTHER)
        )
    return drawing(size, height, layers)


def draw_share(table: Table, size: Size) -> Spec:
    place = _place(table.rows, number_axis("Percent of gas imports", range(0, 51, 10)), 50)
    estimates = table.where("status", "estimate")
    outline: Spec = {"color": PAPER, "stroke": MAIN, "strokeDash": ESTIMATE, "strokeWidth": 1.5}
    layers = [_columns(table.where("status", "reported"), "percent", place, size, color=MAIN)]
    layers.append(_columns(estimates, "percent", place, size, **outline))
    layers += [
        label(f"{row.number('percent'):.0f}", row.number("year"), row.number("percent"), **BOLD) for row in table.rows
    ]
    layers += [
        label("estimate", row.number("year"), row.number("percent"), place=(0, -24), color=SOFT) for row in estimates
    ]
    return drawing(size, 220, layers)


def draw_nato(table: Table, size: Size) -> Spec:
    """Between 2014 and 2021 the axis is broken, since there is no count of those years."""
    first = table.rows[0]
    at = {row.line: row.number("year") for row in table.rows} | {first.line: table.rows[1].number("year") - 1.6}
    place = _place(table.rows, number_axis("Number of allies", range(0, 31, 10)), 35, at)
    place["x"]["axis"]["labelExpr"] = f"datum.value % 1 ? '{first['year']}' : format(datum.value, 'd')"
    layers = [
        _columns(table.rows, name, place, size, at, color=color)
        for name, color in (("members", PALE), ("allies", MAIN))
    ]
    for row in table.rows:
        allies, members = f"{row.number('allies'):.0f}", f"{row.number('members'):.0f}"
        layers.append(label(allies, at[row.line], row.number("allies"), **BOLD, stroke=None))
        if allies != members:
            layers.append(label(f"of {members}", at[row.line], row.number("members"), place=(0, -9), color=SOFT))
    layers.append(label("…", at[first.line] + 0.8, 0, place=(0, 8), color=SOFT))
    return drawing(size, 220, layers)


def _place(rows: Sequence[Row], axis: Spec, top: float, at: Mapping[int, float] | None = None) -> Spec:
    years = list(at.values()) if at else [row.number("year") for row in rows]
    ends = [min(years) - 0.6, max(years) + 0.6]
    return {
        "x": {"field": "x", "type": "quantitative", "scale": {"domain": ends, "nice": False}, "axis": year_axis(years)},
        "y": {"field": "y", "type": "quantitative", "scale": {"domain": [0, top], "nice": False}, "axis": axis},
    }


def _columns(
    rows: Sequence[Row], value: str, place: Spec, size: Size, at: Mapping[int, float] | None = None, **look: Any
) -> Spec:
    start, end = place["x"]["scale"]["domain"]
    width = min(WIDEST, 0.62 * (size.width - 38) / (end - start))
    data = [datum(row, value, x=at[row.line] if at else row.number("year"), y=row.number(value)) for row in rows]
    return layer("bar", data, place, size=width, **look)

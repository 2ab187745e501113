"""Figures of two values that lie apart, year by year: the weights of trade, and the prices of gas."""

from collections.abc import Iterable, Sequence

from annotated_edition.figures.marks import (
    ESTIMATE,
    MAIN,
    OTHER,
    PAPER,
    SOFT,
    Datum,
    Size,
    Spec,
    datum,
    drawing,
    label,
    layer,
)
from annotated_edition.figures.tables import Column, Row, Table

SHARES = {
    "year": Column("Year", number=True),
    "series": Column("Share", words={"china": "China in Russia’s trade", "russia": "Russia in China’s trade"}),
    "percent": Column("Percent of goods trade", number=True),
}
SHARES_ALT = (
    "China’s share of Russia’s trade and Russia’s share of China’s in five years from 2013 to 2023, in percent, as "
    "marks on one scale."
)

PRICES = {
    "year": Column("Year", number=True),
    "china": Column("China, U.S. dollars per thousand cubic meters", number=True),
    "europe": Column("Europe and Turkey, U.S. dollars per thousand cubic meters", number=True),
    "gap_percent": Column("Gap, percent", number=True),
    "status": Column("Status", words={"reported": "Reported", "forecast": "Forecast"}),
}
PRICES_ALT = (
    "Average prices of Russian gas for China and for Europe and Turkey in 2022, 2024 and 2025, in U.S. dollars per "
    "thousand cubic meters, as pairs of marks on one scale."
)

SQUARE: Spec = {"shape": "square", "color": MAIN, "filled": True, "size": 90, "opacity": 1}
CIRCLE: Spec = {"shape": "circle", "color": OTHER, "fill": PAPER, "size": 100, "strokeWidth": 2, "opacity": 1}
BOLD: Spec = {"fontWeight": 600}
LEFT: Spec = {"place": (-11, 0), "align": "right", **BOLD}  # of a mark
RIGHT: Spec = {"place": (11, 0), "align": "left", **BOLD}


def draw_shares(table: Table, size: Size) -> Spec:
    china, russia = table.where("series", "china"), table.where("series", "russia")
    place = _place(table.rows, "Percent of goods trade", range(0, 21, 5), 22.5)
    lows = {row["year"]: row.number("percent") for row in russia}
    both = [row for row in china if row["year"] in lows]
    links = [{"y": row["year"], "x": lows[row["year"]], "x2": row.number("percent")} for row in both]
    layers = [
        layer("rule", links, {**place, "x2": {"field": "x2"}}, color=SOFT),
        layer("point", _points(russia, "percent"), place, **CIRCLE),
        layer("point", _points(china, "percent"), place, **SQUARE),
        *(label(row["percent"], row.number("percent"), row["year"], color=OTHER, **LEFT) for row in russia),
        *(label(row["percent"], row.number("percent"), row["year"], color=MAIN, **RIGHT) for row in china),
    ]
    start, align = (22.5, "right") if size.narrow else (10.75, "left")
    head: Spec = {"place": (0, -18), "align": align, "color": MAIN, **BOLD}
    layers.append(label("China’s share of Russia’s trade", start, china[0]["year"], **head))
    foot: Spec = {"place": (14, 0), "align": "left", "color": OTHER, **BOLD}
    layers.append(label("Russia’s share of China’s trade", russia[-1].number("percent"), russia[-1]["year"], **foot))
    return drawing(size, 210, layers, left=42, top=4, bottom=44)


def draw_prices(table: Table, size: Size) -> Spec:
    place = _place(table.rows, "U.S. dollars per thousand cubic meters", range(0, 1001, 250), 1120)
    ends = {**place, "x2": {"field": "x2"}}
    first = table.rows[0]
    layers = [
        layer("rule", _links(table.where("status", "reported")), ends, color=SOFT),
        layer("rule", _links(table.where("status", "forecast")), ends, color=SOFT, strokeDash=ESTIMATE),
        layer("point", _points(table.rows, "europe"), place, **CIRCLE),
        layer("point", _points(table.rows, "china"), place, **SQUARE),
        layer("text", map(_gap, table.rows), {**place, "text": {"field": "text"}}, dy=13, color=SOFT),
    ]
    for row in table.rows:
        layers.append(label(f"{row.number('china'):.0f}", row.number("china"), row["year"], color=MAIN, **LEFT))
        layers.append(label(_price(row), row.number("europe"), row["year"], color=OTHER, **RIGHT))
    china: Spec = {"place": (0, -18), "color": MAIN, **BOLD}
    europe: Spec = {"place": (30, -18), "align": "right", "color": OTHER, **BOLD}
    layers.append(label("China", first.number("china"), first["year"], **china))
    layers.append(label("Europe and Turkey", first.number("europe"), first["year"], **europe))
    return drawing(size, 180, layers, left=42, top=4, bottom=44)


def _links(rows: Iterable[Row]) -> list[Datum]:
    return [{"y": row["year"], "x": row.number("china"), "x2": row.number("europe")} for row in rows]


def _gap(row: Row) -> Datum:
    middle = (row.number("china") + row.number("europe")) / 2
    text = f"\N{MINUS SIGN}{row.number('gap_percent'):.0f} percent"
    return datum(row, "gap_percent", x=middle, y=row["year"], text=text)


def _price(row: Row) -> str:
    return f"{row.number('europe'):.0f}" + (", forecast" if row["status"] == "forecast" else "")


def _points(rows: Iterable[Row], value: str) -> list[Datum]:
    return [datum(row, value, x=row.number(value), y=row["year"]) for row in rows]


def _place(rows: Sequence[Row], unit: str, values: Iterable[int], end: float) -> Spec:
    """A scale of numbers from left to right, with its unit below, and the years from top to bottom."""
    years = list(dict.fromkeys(row["year"] for row in rows))
    plain = {"domain": False, "ticks": False}
    below = {
        **plain,
        "values": list(values),
        "title": unit,
        "titleAlign": "right",
        "titleAnchor": "end",
        "titlePadding": 6,
        "grid": True,
        "labelFlush": False,
    }
    return {
        "x": {"field": "x", "type": "quantitative", "scale": {"domain": [0, end], "nice": False}, "axis": below},
        "y": {
            "field": "y",
            "type": "ordinal",
            "scale": {"type": "point", "domain": years, "padding": 0.7},
            "axis": {**plain, "title": None, "labelPadding": 8},
        },
    }

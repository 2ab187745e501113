"""The parts of a drawing, in the grammar of Vega-Lite 6, and how they look.

Colors are variables of CSS, so that a drawing follows the scheme, the printer and the system's own colors. Lengths are
in units of the drawing, which are pixels at its natural width. Every mark of a value says which row it shows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotated_edition.figures.tables import Row

Spec = dict[str, Any]
Datum = Mapping[str, object]

INK, SOFT, RULE, PAPER = (f"var(--figure-{name})" for name in ("ink", "soft", "rule", "paper"))
MAIN, OTHER, PALE = (f"var(--figure-{name})" for name in ("main", "other", "pale"))

FONT = 13  # the size of the letters
MARK = "mark"  # the field of a datum that says which value its mark stands for
ESTIMATE = [3, 2.5]  # dashes: what is estimated has a broken outline
# Around words; behind their letters by paint-order in CSS.
HALO: Spec = {"stroke": PAPER, "strokeWidth": 3, "strokeJoin": "round"}


@dataclass(frozen=True)
class Size:
    """One of the two drawings of a figure."""

    name: str
    width: int

    @property
    def narrow(self) -> bool:
        return self.name == "narrow"


SIZES = (Size("wide", 560), Size("narrow", 340))


def datum(row: Row, value: str, **fields: object) -> Datum:
    """What a mark is drawn from; `value` is the name of the column that it shows."""
    return {**fields, MARK: f"{row.line}|{row[value]}"}


def layer(kind: str, data: Iterable[Datum], encoding: Spec, **look: Any) -> Spec:
    """Marks of one kind. Those of values say which; others are decoration."""
    values = list(data)
    if any(MARK in value for value in values):
        encoding = {**encoding, "description": {"field": MARK}}
    return {"data": {"values": values}, "mark": {"type": kind, **look}, "encoding": encoding}


def label(
    text: str, x: object, y: object, *, place: tuple[float, float] = (0, 0), align: str = "center", **look: Any
) -> Spec:
    """Words at a place given in the units of the scales, moved by so many units of the drawing."""
    encoding = {"x": {"datum": x}, "y": {"datum": y}}
    style = {
        "fontSize": FONT,
        "color": INK,
        "baseline": "middle",
        "align": align,
        "dx": place[0],
        "dy": place[1],
        **HALO,
        **look,
    }
    return {"data": {"values": [{}]}, "mark": {"type": "text", "text": text.split("\n"), **style}, "encoding": encoding}


def number_axis(unit: str, values: Sequence[float], **more: Any) -> Spec:
    """An axis from bottom to top with its unit above it, and hairlines through the drawing."""
    return {
        "values": list(values),
        "title": unit,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "end",
        "titleX": 0,
        "titleY": -14,
        "grid": True,
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        **more,
    }


def year_axis(years: Sequence[float]) -> Spec:
    """An axis of years without a title, since years need none."""
    return {
        "values": list(years),
        "format": "d",
        "title": None,
        "grid": False,
        "domain": True,
        "tickSize": 4,
        "labelPadding": 4,
        "labelFlush": False,
    }


def drawing(
    size: Size,
    height: int,
    layers: Sequence[Spec],
    *,
    left: int = 30,
    right: int = 8,
    top: int = 30,
    bottom: int = 24,
    **more: Any,
) -> Spec:
    """A whole drawing of the size's width. The room for axes is given, so that drawings below each other align."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": size.width - left - right,
        "height": height,
        "autosize": {"type": "none"},
        "padding": {"left": left, "right": right, "top": top, "bottom": bottom},
        "background": None,
        "layer": list(layers),
        "config": CONFIG,
        **more,
    }


CONFIG: Spec = {
    "view": {"stroke": None},
    "axis": {
        "labelColor": SOFT,
        "labelFontSize": FONT,
        "titleColor": SOFT,
        "titleFontSize": FONT,
        "titleFontWeight": "normal",
        "gridColor": RULE,
        "domainColor": SOFT,
        "tickColor": SOFT,
        "labelLimit": 300,
    },
    "text": {"fontSize": FONT},
}

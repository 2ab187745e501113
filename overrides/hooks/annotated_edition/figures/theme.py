"""How every figure looks: the configuration of Vega-Lite that specifications are drawn with, and the two sizes.

Colors are variables of CSS (figures.css), so that a drawing follows the scheme, the printer and the system's colors.
Lengths are in units of the drawing, which are pixels at its natural width. The room for axes is given and not measured,
so that drawings below each other align and are the same whatever fonts the machine has.
"""

from typing import Any

Spec = dict[str, Any]

INK, SOFT, RULE, PAPER = (f"var(--figure-{name})" for name in ("ink", "soft", "rule", "paper"))
MAIN, OTHER, PALE, LAND = (f"var(--figure-{name})" for name in ("main", "other", "pale", "land"))

FONT = 13  # the size of the letters
HEIGHT = 220
PADDING = {"left": 30, "right": 8, "top": 30, "bottom": 24}
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
SIZES = {"wide": 560, "narrow": 340}  # the width of each of the two drawings of a figure

AXIS = {
    "labelColor": SOFT,
    "labelFontSize": FONT,
    "titleColor": SOFT,
    "titleFontSize": FONT,
    "titleFontWeight": "normal",
    "gridColor": RULE,
    "domainColor": SOFT,
    "tickColor": SOFT,
    "labelLimit": 300,
    "grid": False,
}
# Of numbers: hairlines through the drawing and the unit at the end of the axis.
NUMBERS = {"grid": True, "domain": False, "ticks": False, "labelFlush": False, "titleAnchor": "end"}
UPRIGHT = {"titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -14, "labelPadding": 6}

CONFIG: Spec = {
    "view": {"stroke": None},
    "range": {"category": [MAIN, OTHER, PALE, SOFT], "symbol": ["circle", "square", "diamond", "triangle-up"]},
    "scale": {"bandPaddingInner": 0.42, "bandPaddingOuter": 0.28, "pointPadding": 0.5},
    "axis": AXIS,
    "axisXDiscrete": {"tickSize": 4, "labelPadding": 4, "labelAngle": 0},
    "axisYDiscrete": {"domain": False, "ticks": False, "labelPadding": 8},
    "axisXQuantitative": {**NUMBERS, "titleAlign": "right", "titlePadding": 6},
    "axisYQuantitative": {**NUMBERS, **UPRIGHT},
    "legend": {"labelFontSize": FONT, "labelColor": SOFT, "title": None, "orient": "bottom"},
    "bar": {"color": MAIN},
    "area": {"color": PALE},
    "line": {"color": MAIN, "strokeWidth": 2.5, "strokeJoin": "round"},
    "point": {"color": MAIN, "opacity": 1, "strokeWidth": 2, "size": 90},
    "circle": {"color": MAIN, "opacity": 1},
    "square": {"color": MAIN, "opacity": 1, "size": 90},
    "tick": {"color": MAIN, "thickness": 2},
    "rule": {"color": SOFT},
    "geoshape": {"color": LAND, "stroke": PAPER, "strokeWidth": 0.75},
    # Around the letters of words is a seam of paper, which lies behind them by figures.css.
    "text": {"fontSize": FONT, "color": INK, "baseline": "middle", "stroke": PAPER, "strokeWidth": 3},
}

# What marks name in `style`; of several the last wins. In Vega-Lite's own configuration a style cannot change a fill.
STYLES: dict[str, Spec] = {
    "main": {"color": MAIN},
    "other": {"color": OTHER},
    "pale": {"color": PALE},
    "soft": {"color": SOFT},
    "strong": {"fontWeight": 600},
    "above": {"dy": -9},
    "hollow": {"filled": False, "fill": PAPER},
    "estimate": {"strokeDash": [3, 2.5], "strokeWidth": 1.5},
}

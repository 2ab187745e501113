"""Make a specification ready to be drawn: with the rows, the theme, the size, and a name for each mark of a value."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotated_edition.figures.grammar import below
from annotated_edition.figures.tables import Row, Table
from annotated_edition.figures.theme import CONFIG, HEIGHT, PADDING, SCHEMA, SIZES, STYLES, Spec

OF_ROWS = {"arc", "bar", "circle", "image", "point", "rect", "rule", "square", "text", "tick"}  # one mark for a row
PLACES = ("x", "x2", "y", "y2", "longitude", "latitude", "theta", "radius", "size")  # channels that show a value
WORDS = ("text", "tooltip")  # and those that say it


def ready(table: Table, unit: str, size: str) -> Spec:
    """The whole specification of one drawing, in Vega-Lite alone; `size` is one of SIZES.

    The mark of a value has as its description the line of its row, the column that it is read by, which is that of its
    tooltip if it has one, and its values as they are drawn: `4|2|bcm=38.8`. So it can be checked against the row, and
    found by the script that reads it out.
    """
    is_narrow = size == "narrow"
    body = merged(table.spec.body, (table.spec.ours.get("narrow") or {}) if is_narrow else {})
    body.pop("usermeta", None)
    padding = {**PADDING, **body.pop("padding", {})}
    return {
        **_view(table, unit, {"data": None, **body}, {}),
        "$schema": SCHEMA,
        "width": SIZES[size] - padding["left"] - padding["right"],
        "height": body.get("height", HEIGHT),
        "autosize": {"type": "none"},
        "padding": padding,
        "background": None,
        "params": [{"name": "narrow", "value": is_narrow}, *body.get("params", [])],
        "config": CONFIG,
    }


def merged(whole: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """What a specification is with some parts of it changed, as RFC 7396 (JSON Merge Patch) has it."""
    made = dict(whole)
    for name, value in patch.items():
        before = made.get(name)
        made[name] = merged(before if isinstance(before, dict) else {}, value) if isinstance(value, dict) else value
    return made


def _values(row: Row, table: Table) -> Iterator[tuple[str, Any]]:
    """The fields of a row: its line, its numbers as numbers, and of one that is a limit its sign."""
    yield "line", row.line
    for name, column in table.columns.items():
        if column.number:
            yield name, row.number(name) if row[name] else None
            yield f"{name}_limit", row.limit(name)
        else:
            yield name, row[name]


def _data(table: Table, data: Any) -> Spec:
    """Rows in the place of the address of the data; other files, such as outlines, by their content."""
    given = data if isinstance(data, dict) else {}
    if (name := given.get("url", table.name)) != table.name:
        return {"values": json.loads(table.files[name]), **({"format": given["format"]} if "format" in given else {})}
    if "values" in given or "sequence" in given:
        return given
    return {"values": [dict(_values(row, table)) for row in table.rows]}


def _view(table: Table, unit: str, view: Mapping[str, Any], inherited: Mapping[str, Any]) -> Spec:
    """A view with its layers, of which each has its whole encoding, so that every axis can be given its title."""
    made = dict(view)
    encoding = below(inherited, made.pop("encoding", {}))
    if "data" in view:
        made["data"] = _data(table, view["data"])
    if "layer" in view:
        made["layer"] = [_view(table, unit, layer, encoding) for layer in view["layer"]]
        return made
    mark = view.get("mark")
    made["mark"] = _mark(table, mark if isinstance(mark, dict) else {"type": mark}, encoding)
    made["encoding"] = {channel: _channel(table, unit, channel, given) for channel, given in encoding.items()}
    return made


def _channel(table: Table, unit: str, channel: str, given: Any) -> Any:
    """An axis of values has their unit for its title unless it says its own; one of words or years needs none."""
    is_axis = channel in ("x", "y") and given and "field" in given
    axis = given.get("axis", {}) if is_axis else None
    if axis is None or "title" in given:
        return given
    is_value = given["field"] in table.shown_values or given["field"] not in table.columns
    said = unit[:1].upper() + unit[1:] if is_value and given.get("type") == "quantitative" else None
    return {**given, "axis": {"title": said, **axis}}


def _mark(table: Table, mark: Mapping[str, Any], encoding: Mapping[str, Any]) -> Spec:
    """A mark with the styles that it names, and, if it is that of a value, with the name of its row."""
    styles = mark.get("style", [])
    look: Spec = {}
    for name in [styles] if isinstance(styles, str) else styles:
        look |= STYLES[name]
    look |= {name: value for name, value in mark.items() if name != "style"}
    fields = [_field(encoding, channel) for channel in (*PLACES, *WORDS)]
    shown = [name for name in table.shown_values if name in fields]
    is_link = any(_field(encoding, end) in shown for end in ("x2", "y2"))  # between values that have marks of their own
    if mark.get("type") in OF_ROWS and shown and not is_link:
        said = _field(encoding, "tooltip")
        column = list(table.columns).index(said if said in table.columns else shown[0])
        pairs = "".join(f" + '|{name}=' + datum['{name}']" for name in shown)
        look["description"] = {"expr": f"datum.line + '|{column}'{pairs}"}
    return look


def _field(encoding: Mapping[str, Any], channel: str) -> str:
    return str((encoding.get(channel) or {}).get("field", ""))

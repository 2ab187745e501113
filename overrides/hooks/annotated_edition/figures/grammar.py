"""Ways through a specification of Vega-Lite, and the names in it that are known, its own and ours.

Vega-Lite passes over all others without a word. Its grammar is that of https://vega.github.io/vega-lite/docs/; under
`usermeta`, which it leaves alone, is what is ours.
"""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from annotated_edition.figures.theme import STYLES

Path = tuple[str | int, ...]  # of names and numbers, from the whole to a part
Fault = tuple[Path, str, str]  # where, what is wrong, and the remedy

VIEW = {"mark", "encoding", "layer", "transform", "data", "projection", "resolve", "name", "description"}
TOP = VIEW | {"$schema", "height", "padding", "params", "usermeta"}
OURS: dict[str, type] = {"columns": dict, "values": list, "narrow": dict}
SHAPES: dict[str, type] = {
    "encoding": dict,
    "layer": list,
    "transform": list,
    "data": dict,
    "projection": dict,
    "padding": dict,
}
REMEDIES: dict[type, str] = {
    dict: "write below it its parts, each as name: value",
    list: "write below it its parts, each after a dash",
}
PRIMITIVES = "arc area bar circle geoshape image line point rect rule square text tick trail"
PLACES = "x y x2 y2 xOffset yOffset xError yError longitude latitude longitude2 latitude2 theta theta2 radius radius2"
LOOKS = "color fill stroke opacity fillOpacity strokeOpacity strokeWidth strokeDash size shape angle text"
OTHERS = "tooltip detail order key description facet row column href url"
MARKS = {*PRIMITIVES.split()}
CHANNELS = {*PLACES.split(), *LOOKS.split(), *OTHERS.split()}


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every part of a specification with its path, the whole first."""
    yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from walk(part, (*path, name))


def views(body: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A view and the layers in it that are mappings, with their paths."""
    yield path, body
    layers = body.get("layer")
    for number, part in enumerate(layers if isinstance(layers, list) else ()):
        if isinstance(part, dict):
            yield from views(part, (*path, "layer", number))


def encodings(body: Mapping[str, Any], inherited: Mapping[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    """The encoding of each view without layers; what it does not say itself of a channel it has from above."""
    encoding = below(inherited or {}, body.get("encoding", {}))
    if "layer" not in body:
        yield encoding
    for layer in body.get("layer", ()):
        yield from encodings(layer, encoding)


def below(above: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """An encoding within another, as Vega-Lite has it: property by property where both are those of a channel."""
    made = {**above, **own}
    for channel in set(above) & set(own):
        if isinstance(above[channel], dict) and isinstance(own[channel], dict) and "value" not in own[channel]:
            made[channel] = {**above[channel], **own[channel]}
    return made


def shape_faults(body: Mapping[str, Any]) -> Iterator[Fault]:
    """Parts that are not of the form that all else relies on."""
    for path, view in views(body):
        yield from _misshapen(path, view, SHAPES if path else SHAPES | {"usermeta": dict, "params": list})
        for name in ("layer", "transform"):
            parts = view[name] if isinstance(view.get(name), list) else []
            yield from _misshapen((*path, name), dict(enumerate(parts)), {}, each=dict)
        channels = view["encoding"] if isinstance(view.get("encoding"), dict) else {}
        given = {name: channel for name, channel in channels.items() if channel is not None}  # as null takes one away
        yield from _misshapen((*path, "encoding"), given, {}, each=dict)
        if "layer" not in view and not isinstance(view.get("mark"), str | dict):
            yield path, "has no mark", f"write mark: and one of {', '.join(sorted(MARKS))}"
    ours = body.get("usermeta")
    yield from _misshapen(("usermeta",), ours if isinstance(ours, dict) else {}, OURS)


def name_faults(body: Mapping[str, Any]) -> Iterator[Fault]:
    """Names that mean nothing."""
    for path, view in views(body):
        yield from _unknown(path, view, VIEW if path else TOP, "property")
        yield from _unknown((*path, "encoding"), view.get("encoding", {}), CHANNELS, "channel")
        mark = view.get("mark", {})
        look = mark if isinstance(mark, dict) else {"type": mark}
        styles = look.get("style", [])
        yield from _unknown((*path, "mark"), [str(look["type"])] if "type" in look else [], MARKS, "mark")
        yield from _unknown((*path, "mark"), [styles] if isinstance(styles, str) else styles, STYLES, "style")
    yield from _unknown(("usermeta",), body.get("usermeta", {}), OURS, "entry of usermeta")


def nearest(name: object, known: Collection[str], otherwise: Collection[str]) -> str:
    """What to write instead of a name: one that is like it, or any that could be meant."""
    near = get_close_matches(str(name), known, n=1)
    return f"write {near[0]}" if near else f"use one of {', '.join(otherwise)}"


def _unknown(path: Path, names: Collection[Any], known: Collection[str], what: str) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield (*path, name), f"the {what} “{name}” is not known", nearest(name, known, sorted(known))


def _misshapen(
    path: Path, parts: Mapping[Any, Any], shapes: Mapping[str, type], each: type | None = None
) -> Iterator[Fault]:
    for name, part in parts.items():
        shape = shapes.get(name, each)
        if shape and not isinstance(part, shape):
            yield (*path, name), f"“{part}” cannot stand here", REMEDIES[shape]

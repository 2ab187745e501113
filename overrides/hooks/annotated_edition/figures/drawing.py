"""Draw a specification as SVG, and clean it so that it can stand in a page.

vl-convert runs Vega-Lite itself, without a browser or Node; it is imported only when something has to be drawn.
"""

import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TypedDict
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from annotated_edition.figures.marks import Spec
from annotated_edition.figures.outlines import outlines
from annotated_edition.files.cache import cached

LIBRARY = "vl-convert-python"
DIALECT = "6.4"  # of Vega-Lite, which vl-convert carries in several versions
KEPT = {
    *("d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform", "text-anchor", "font-size", "font-weight"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-style", "dy"),
}
DEFAULTS = {("text-anchor", "start"), ("font-weight", "normal"), ("transform", "translate(0,0)"), ("stroke-width", "0")}
# Areas, and lines so long that it is worth it; the rounded borders of neighbors are still the same.
STRAIGHT = re.compile(r"(?=.{40})(M[-\d.,L]+Z)+|M[-\d.,MLZ]{200,}")
NUMBER = re.compile(r"-?\d+\.\d+")


class Drawing(TypedDict):
    """A drawing without its outermost element, which a template writes."""

    box: str
    inside: str


def drawn(folder: Path, name: str, spec: Spec) -> Drawing:
    """The drawing of a specification, kept in the folder until it, this module or the library changes."""
    content = [json.dumps(spec), version(LIBRARY), DIALECT, Path(__file__).read_text(encoding="utf-8")]
    return cached(folder, name, content, lambda: cleaned(draw(spec)))


def draw(spec: Spec) -> str:
    """The SVG as Vega makes it. A specification that names outlines in `usermeta` gets them as data."""
    import vl_convert

    if needed := spec.get("usermeta", {}).get("outlines"):
        spec = {**spec, "datasets": {"countries": outlines(tuple(needed["frame"]), needed["tolerance"])}}
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=DIALECT)
    return svg


def cleaned(svg: str) -> Drawing:
    """What is seen, with values as data on their marks, but without ids, classes, fonts and what is hidden."""
    root = ElementTree.fromstring(svg)
    seen = [element for child in root for element in _seen(child)]
    text = "".join(ElementTree.tostring(element, "unicode") for element in seen)
    return {"box": root.attrib["viewBox"], "inside": text}


def _seen(element: Element) -> Iterator[Element]:
    """The element without namespaces and what is hidden in it; of a group that does nothing, what stands in it."""
    tag = element.tag.rpartition("}")[2]
    frame = element.get("class") in ("background", "foreground") and element.get("fill") in (None, "none")
    empty = tag == "path" and not element.get("d")
    if tag == "defs" or frame or empty or element.get("opacity") == "0" or element.get("display") == "none":
        return
    children = [seen for child in element for seen in _seen(child)]
    attributes = dict(_attributes(element))
    if tag != "g" or (attributes and children):
        made = Element(tag, attributes)
        made.text = element.text
        made.extend(children)
        yield made
    else:
        yield from children


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name == "d" and STRAIGHT.fullmatch(value):
            yield name, _relative(value)
        elif name in KEPT and (name, value) not in DEFAULTS and not (name == "fill" and element.tag.endswith("}g")):
            rounded = NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
            yield name, rounded.removesuffix("px") if name == "font-size" else rounded
    line, bar, value = element.get("aria-label", "").partition("|")
    if bar and line.isdigit():
        yield from (("data-line", line), ("data-value", value))


def _relative(path: str) -> str:
    """A long path of straight lines in whole units, each point given from the one before: in a map a third as long."""
    parts = []
    for part in path.split("M")[1:]:
        points = [[round(float(number)) for number in point.split(",")] for point in part.rstrip("Z").split("L")]
        steps = [f"{x - a},{y - b}" for (a, b), (x, y) in pairwise(points) if (a, b) != (x, y)]
        if steps:
            parts.append(f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}{'z' if part.endswith('Z') else ''}")
    return "".join(parts)

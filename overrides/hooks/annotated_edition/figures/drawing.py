"""Draw a specification, clean the drawing so that it can stand in a page, and know the marks of its values.

vl-convert runs Vega-Lite itself, without a browser or Node. It holds up whatever else its process does, so it has one
of its own.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import TypedDict
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from annotated_edition.figures.theme import Spec
from annotated_edition.figures.written import locales
from annotated_edition.files.kept import Kept
from annotated_edition.workers import Worker

DIALECT = "6.4"  # of Vega-Lite, which vl-convert carries in several versions
# Draws each line of its input, a specification and its locales, and answers with a line: the SVG, and what is wrong.
DRAW = """
import json, sys, vl_convert
for line in sys.stdin:
    try:
        answer = [vl_convert.vegalite_to_svg(vl_version=sys.argv[1], **json.loads(line)), ""]
    except ValueError as error:
        answer = ["", str(error)]
    print(json.dumps(answer), flush=True)
"""
VEGA = Worker(lambda: [sys.executable, "-c", DRAW, DIALECT])

KEPT = {
    *("d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform", "text-anchor", "font-size", "font-weight"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-style", "dy"),
}
DEFAULTS = {
    *(("text-anchor", "start"), ("font-weight", "normal"), ("transform", "translate(0,0)")),
    *(("stroke-width", "1"), ("x2", "0"), ("y2", "0")),
}
# Areas, and lines so long that it is worth it; the rounded borders of neighbors are still the same.
STRAIGHT = re.compile(r"(?=.{40})(M[-\d.,L]+Z)+|M[-\d.,MLZ]{200,}")
NUMBER = re.compile(r"-?\d+\.\d+")
MOVED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
COLUMN = re.compile(r"M([-\d.]+),([-\d.]+)h")  # the path of a bar, which starts at its upper left corner
DESCRIPTION = re.compile(r"(\d+)\|(\d+)((?:\|\w+=[^|]*)+)")


class Mark(TypedDict):
    """What shows the values of a row: its line, values and place, and the words that it is."""

    line: int
    values: dict[str, str]  # as drawn, by the name of the column
    x: float
    y: float
    text: str


class Drawing(TypedDict):
    """A drawing without its outermost element, which a template writes."""

    box: str
    inside: str
    marks: list[Mark]


def drawn(kept: Kept, spec: Spec) -> Drawing:
    """The drawing of a specification. Raises NotDrawn where Vega-Lite cannot draw it."""
    return kept.get(__name__, spec, lambda: cleaned(draw(spec)))


class NotDrawn(ValueError):
    """Vega-Lite's own words for why it cannot draw a specification."""


def draw(spec: Spec) -> str:
    """The SVG as Vega makes it. Raises NotDrawn."""
    try:
        made, error = VEGA.ask({"vl_spec": spec, **locales()})
    except EOFError:
        raise NotDrawn("the process that draws has ended") from None
    if error:
        said = error.partition("\n")[2].partition("\n")[0] or error
        raise NotDrawn(said.partition("Error: ")[2] or said)
    return str(made)


def cleaned(svg: str) -> Drawing:
    """What is seen, with values as data on their marks, but without ids, classes, fonts and what is hidden."""
    root = ElementTree.fromstring(svg)
    seen: set[tuple[str, ...]] = set()
    shown = [element for child in root for element in _seen(child, seen)]
    text = "".join(ElementTree.tostring(element, "unicode") for element in shown)
    return {"box": root.attrib["viewBox"], "inside": text, "marks": list(_marks(root))}


def _marks(element: Element, x: float = 0, y: float = 0) -> Iterator[Mark]:
    """Every mark of a value, in the units of the drawing."""
    if moved := MOVED.match(element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if found := DESCRIPTION.fullmatch(element.get("aria-label", "")):
        column = COLUMN.match(element.get("d", "")) if not moved else None
        left, top = (float(column[1]), float(column[2])) if column else (0, 0)
        values = dict(pair.split("=") for pair in found[3].strip("|").split("|"))
        yield Mark(line=int(found[1]), values=values, x=x + left, y=y + top, text=" ".join(element.itertext()).strip())
    for child in element:
        yield from _marks(child, x, y)


def _seen(element: Element, marked: set[tuple[str, ...]]) -> Iterator[Element]:
    """The element without namespaces and what is hidden in it; of a group that does nothing, what stands in it."""
    tag = element.tag.rpartition("}")[2]
    frame = element.get("class") in ("background", "foreground") and element.get("fill") in (None, "none")
    empty = tag == "path" and not element.get("d")
    if tag == "defs" or frame or empty or element.get("opacity") == "0" or element.get("display") == "none":
        return
    attributes = dict(_attributes(element, marked))
    children = [seen for child in element for seen in _seen(child, marked)]
    if tag != "g" or (attributes and children):
        made = Element(tag, attributes)
        made.text = element.text
        made.extend(children)
        yield made
    else:
        yield from children


def _attributes(element: Element, marked: set[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """What is kept of an element. The first mark of a value has its row and column, by which it is read out."""
    for name, value in element.attrib.items():
        if name == "d" and STRAIGHT.fullmatch(value):
            yield name, _relative(value)
        elif name in KEPT and (name, value) not in DEFAULTS and not (name == "fill" and element.tag.endswith("}g")):
            rounded = NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
            yield name, rounded.removesuffix("px") if name == "font-size" else rounded
    found = DESCRIPTION.fullmatch(element.get("aria-label", ""))
    if found and found.groups()[:2] not in marked:
        marked.add(found.groups()[:2])
        yield from (("data-line", found[1]), ("data-column", found[2]))


def _relative(path: str) -> str:
    """A long path of straight lines in whole units, each point given from the one before: in a map a third as long."""
    parts = []
    for part in path.split("M")[1:]:
        points = [[round(float(number)) for number in point.split(",")] for point in part.rstrip("Z").split("L")]
        steps = [f"{x - a},{y - b}" for (a, b), (x, y) in pairwise(points) if (a, b) != (x, y)]
        if steps:
            parts.append(f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}{'z' if part.endswith('Z') else ''}")
    return "".join(parts)

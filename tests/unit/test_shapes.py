"""Each verdict, outcome and kind has a color and a shape of its own, which every form of the edition draws."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from annotated_edition.formats.pictures import resolved, variables_of
from annotated_edition.shapes import SHAPES, clip_path, corners, path, svg
from annotated_edition.vocabulary import COLORS
from fixtures.builder import PROJECT, VOCABULARY

VARIABLES = variables_of(PROJECT / "overrides")


@pytest.mark.parametrize("color", COLORS)
def test_the_stylesheet_has_every_color_of_the_palette(color: str) -> None:
    assert re.fullmatch(r"#[0-9a-f]{6}", resolved(f"var(--{color})", VARIABLES))


def test_no_two_words_have_the_same_shape() -> None:
    shapes = [icon.shape for words in VOCABULARY.icons.values() for icon in words.values()]
    assert len(shapes) == len(set(shapes))
    assert len({clip_path(shape) for shape in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_seen(name: str) -> None:
    """It lies in its box and covers a twentieth of it at least, by the shoelace formula."""
    places = corners(name)
    area = abs(sum(x * b - a * y for (x, y), (a, b) in pairwise([*places, places[0]]))) / 2
    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in places)
    assert area >= 500


def test_a_shape_is_drawn_by_its_name_or_its_corners_and_an_edge_of_its_box_without_a_unit() -> None:
    assert SHAPES["triangle"] == "50 6, 96 90, 4 90"
    for shape in ("triangle", "50 6, 96 90, 4 90"):
        assert corners(shape) == [(50, 6), (96, 90), (4, 90)]
        assert clip_path(shape) == "polygon(evenodd,50% 6%,96% 90%,4% 90%)"
        assert path(shape) == "M0-8.8 9.2 8-9.2 8z"
        (polygon,) = ElementTree.fromstring(svg(shape, "#123456"))
        assert polygon.attrib == {"fill-rule": "evenodd", "fill": "#123456", "points": "50,6 96,90 4,90"}
    assert clip_path("0 0, 100 0, 100 100") == "polygon(evenodd,0 0,100% 0,100% 100%)"

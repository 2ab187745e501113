"""The shapes that stand before words: polygons in a box of 100 by 100, filled by the rule `evenodd`.

A hole is reached and left by the same line. Stylesheets, the map of the argument, PDF and EPUB are drawn from these.
"""

import re

# Each corner as x and y, from the left and from the top.
SHAPES = {
    "disc": (
        "96 50, 94 38, 90 27, 82 18, 73 10, 62 6, 50 4, 38 6, 27 10, 18 18, 10 27, 6 38, 4 50, 6 62, 10 73, 18 82, "
        "27 90, 38 94, 50 96, 62 94, 73 90, 82 82, 90 73, 94 62"
    ),
    "half-disc": (
        "27 10, 18 18, 10 27, 6 38, 4 50, 6 62, 10 73, 18 82, 27 90, 38 94, 50 96, 62 94, 73 90, 82 82, 90 73, "
        "94 62, 96 50, 94 38, 90 27, 82 18, 73 10, 62 6, 50 4, 38 6, 27 10, 50 14, 59 15, 68 19, 75 25, 81 32, "
        "85 41, 86 50, 85 59, 81 68, 75 75, 68 81, 59 85, 50 86, 50 14, 27 10"
    ),
    "opposed-triangles": "0 50, 43 95, 43 5, 0 50, 57 95, 100 50, 57 5, 57 95, 0 50",
    "ring": (
        "94 38, 90 27, 82 18, 73 10, 62 6, 50 4, 38 6, 27 10, 18 18, 10 27, 6 38, 4 50, 6 62, 10 73, 18 82, 27 90, "
        "38 94, 50 96, 62 94, 73 90, 82 82, 90 73, 94 62, 96 50, 94 38, 83 59, 80 67, 74 74, 67 80, 59 83, 50 84, "
        "41 83, 33 80, 26 74, 20 67, 17 59, 16 50, 17 41, 20 33, 26 26, 33 20, 41 17, 50 16, 59 17, 67 20, 74 26, "
        "80 33, 83 41, 84 50, 83 59, 94 38"
    ),
    "cross": "95 80, 64 50, 95 20, 80 5, 50 36, 20 5, 5 20, 36 50, 5 80, 20 95, 50 64, 80 95",
    "square": "92 8, 92 92, 8 92, 8 8",
    "signpost": "6 22, 62 22, 96 50, 62 78, 6 78",
    "pointer": "12 4, 96 50, 12 96",
    "triangle": "50 6, 96 90, 4 90",
    "split-triangles": "46 10, 46 90, 2 90, 46 10, 54 10, 98 10, 54 90, 54 10, 46 10",
    "triangle-down": "4 10, 96 10, 50 94",
    "open-triangle": "50 6, 96 90, 4 90, 50 6, 50 32, 25 78, 75 78, 50 32, 50 6",
    "check": "6 53, 19 40, 40 61, 80 13, 94 25, 41 86",
    "half-square": "8 8, 92 8, 92 92, 8 92, 8 8, 50 20, 80 20, 80 80, 50 80, 50 20, 8 8",
    "turned-arrow": (
        "4 36, 36 8, 36 26, 60 26, 80 33, 94 50, 94 64, 80 82, 60 90, 28 90, 28 74, 58 74, 70 69, 78 60, 78 54, "
        "70 46, 58 42, 36 42, 36 62"
    ),
    "open-square": "8 8, 92 8, 92 92, 8 92, 8 8, 20 20, 20 80, 80 80, 80 20, 20 20, 8 8",
    "dots": (
        "6 40, 26 40, 26 60, 6 60, 6 40, 40 40, 60 40, 60 60, 40 60, 40 40, 74 40, 94 40, 94 60, 74 60, 74 40, 6 40"
    ),
    "lines": (
        "100 10, 0 10, 0 23, 100 23, 100 10, 0 44, 0 56, 100 56, 100 44, 0 44, 100 10, 0 77, 0 90, 67 90, 67 77, "
        "0 77, 100 10"
    ),
    "dot-in-brackets": (
        "18 9, 9 20, 3 32, 1 41, 1 55, 2 64, 7 76, 15 88, 26 98, 34 89, 25 80, 18 70, 14 61, 13 46, 15 36, 20 26, "
        "27 17, 34 11, 26 2, 18 9, 58 42, 54 39, 50 38, 46 39, 42 42, 39 46, 38 50, 39 54, 42 58, 46 61, 50 62, "
        "54 61, 58 58, 61 54, 62 50, 61 46, 58 42, 18 9, 75 20, 84 33, 87 43, 87 50, 86 61, 82 70, 75 80, 66 89, "
        "74 98, 85 88, 93 76, 98 64, 100 50, 98 36, 93 24, 85 12, 74 2, 66 11, 75 20, 18 9"
    ),
    "arrows": (
        "77 36, 63 49, 71 58, 100 30, 71 2, 63 11, 77 24, 0 24, 0 36, 77 36, 23 77, 100 77, 100 66, 23 66, 37 53, "
        "29 44, 0 71, 29 99, 37 91, 23 77, 77 36"
    ),
    "caret": "85 91, 98 84, 52 0, 48 0, 2 84, 15 91, 50 28",
    "circular-arrow": (
        "62 43, 100 43, 100 5, 87 5, 87 22, 78 13, 70 9, 61 6, 52 5, 43 6, 34 8, 26 12, 18 18, 12 25, 8 33, 5 41, "
        "3 50, 4 59, 6 68, 10 77, 15 84, 22 90, 30 95, 38 98, 47 100, 57 100, 66 98, 74 94, 81 89, 91 79, 95 70, "
        "97 62, 85 59, 82 69, 78 74, 73 79, 65 85, 58 87, 52 87, 42 86, 32 82, 25 76, 19 67, 16 58, 16 51, 17 44, "
        "19 38, 22 32, 27 27, 32 23, 42 19, 52 18, 61 19, 71 24, 78 30, 62 30"
    ),
    # Not in use yet.
    "diamond": "50 4, 96 50, 50 96, 4 50",
    "open-diamond": "50 4, 96 50, 50 96, 4 50, 50 4, 50 24, 24 50, 50 76, 76 50, 50 24, 50 4",
    "plus": "38 6, 62 6, 62 38, 94 38, 94 62, 62 62, 62 94, 38 94, 38 62, 6 62, 6 38, 38 38",
    "hexagon": "27 10, 73 10, 96 50, 73 90, 27 90, 4 50",
    "hourglass": "10 6, 90 6, 56 50, 90 94, 10 94, 44 50",
    "bars": "10 8, 28 8, 28 92, 10 92, 10 8, 41 8, 59 8, 59 92, 41 92, 41 8, 72 8, 90 8, 90 92, 72 92, 72 8, 10 8",
    "star": "50 2, 62 36, 98 37, 69 59, 80 94, 50 73, 20 94, 31 59, 2 37, 38 36",
}
POLYGON = re.compile(r"\d{1,3} \d{1,3}(, \d{1,3} \d{1,3}){2,}")


def corners(shape: str) -> list[tuple[int, int]]:
    """The corners of a shape, given by its name or as they are written above."""
    pairs = (corner.split() for corner in SHAPES.get(shape, shape).split(", "))
    return [(int(x), int(y)) for x, y in pairs]


def clip_path(shape: str) -> str:
    """The value of `clip-path` in CSS, in a custom property of which no minifier takes the spaces."""
    return f"polygon(evenodd,{','.join(f'{_percent(x)} {_percent(y)}' for x, y in corners(shape))})"


def path(shape: str, scale: float = 0.2) -> str:
    """The `d` of a path in SVG around the origin, so that a box of 100 is drawn 100 times `scale` wide."""
    places = (f"{round((x - 50) * scale, 1):g} {round((y - 50) * scale, 1):g}" for x, y in corners(shape))
    return f"M{' '.join(places).replace(' -', '-')}z"  # each pair after the first is a line to it


def svg(shape: str, color: str) -> str:
    """The shape as a picture of its own, 12 units wide, in a color of CSS."""
    points = " ".join(f"{x},{y}" for x, y in corners(shape))
    frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="12" height="12"'
    return f'<svg {frame}><polygon fill-rule="evenodd" fill="{color}" points="{points}"/></svg>'


def _percent(share: int) -> str:
    return f"{share}%" if share else "0"

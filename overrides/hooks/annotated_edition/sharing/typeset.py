"""Set pictures with Typst, many in one run, and keep each until its content changes.

Typst is here already, for the PDF, and sets text with our own fonts, so that a picture is the same, byte for byte, on
every machine. vl-convert draws SVG as PNG as well, but breaks no lines of text; Material's own plugin for social cards
needs the system's Cairo, fetches its fonts from a network, and draws a card for each page but none for a claim.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal

from annotated_edition.files.kept import Kept
from annotated_edition.formats.typesetting import typeset as run_typst

TEMPLATE = "pictures.typ"
AT_ONCE = 250  # pictures, each of which takes a megabyte of memory while Typst sets it
COLORS = 128  # of a PNG: a ramp for the edges of the letters in each color of the text
PIXELS = 144  # to an inch, which is two to a point
Format = Literal["png", "svg"]
Picture = dict[str, Any]  # what the template is told of one; `kind` says which it is


def typeset(
    pictures: Mapping[str, Picture], form: Format, facts: Mapping[str, str], templates: Path, kept: Kept
) -> dict[str, bytes]:
    """The files of pictures by their names."""
    shared = [form, facts, (templates / TEMPLATE).read_text(encoding="utf-8")]
    contents = {name: [picture, *shared] for name, picture in pictures.items()}

    def make(names: Sequence[str]) -> Iterator[bytes]:
        with ThreadPoolExecutor() as pool:  # a picture is made small by code that lets others run
            for start in range(0, len(names), AT_ONCE):
                made = _compiled([pictures[name] for name in names[start : start + AT_ONCE]], form, facts, templates)
                yield from pool.map(small, made) if form == "png" else made

    return kept.get_all(__name__, contents, make)


def _compiled(pictures: Sequence[Picture], form: Format, facts: Mapping[str, str], templates: Path) -> list[bytes]:
    files = {"facts.json": json.dumps(facts).encode(), "pictures.json": json.dumps(pictures).encode()}
    made = run_typst(templates / TEMPLATE, files, format=form, ppi=PIXELS)
    return [made] if isinstance(made, bytes) else list(made)


def small(png: bytes) -> bytes:
    """A picture in few colors, which takes a third of the room and looks the same."""
    from PIL import Image

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(buffer, "PNG")
    return buffer.getvalue()

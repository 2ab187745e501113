"""Set books and pictures with Typst, which is a wheel that needs no library, font or network of the system's.

So a picture looks the same on every machine. vl-convert draws SVG as PNG as well, but breaks no lines of text;
Material's own plugin for social cards needs the system's Cairo, fetches its fonts from a network, and draws a card for
each page but none for a claim. The pixels of a picture are PDFium's: Typst writes files of PNG, which would have to be
read again to have few colors, in twice the time.
"""

import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Literal

from annotated_edition.files.kept import Kept

FONTS = {
    "font-source-serif-pro": "SourceSerifPro",
    "font-source-sans-pro": "SourceSansPro",
}
STYLES = ("Regular", "It", "Semibold", "SemiboldIt")
PICTURES = "pictures.typ"
AT_ONCE = 25  # pictures, of which each takes four megabytes while it is made
COLORS = 128  # of a PNG: a ramp for the edges of the letters in each color of the text
PIXELS = 2  # to a point
Format = Literal["png", "svg"]
Picture = dict[str, Any]  # what the template is told of one; `kind` says which it is


def typeset(template: Path, files: Mapping[str, bytes], **options: Any) -> Any:
    """What Typst makes of a template and the files that it reads, in our fonts: one file, or one for each page."""
    import typst

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (template, *fonts()):
            shutil.copy(path, folder)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        source = folder / template.name
        return typst.compile(source, root=folder, font_paths=[folder], ignore_system_fonts=True, **options)


def fonts() -> list[Path]:
    """The files of the fonts that all is set in."""
    return [
        Path(str(distribution(package).locate_file(f"{package.replace('-', '_')}/files/{name}-{style}.otf")))
        for package, name in FONTS.items()
        for style in STYLES
    ]


def typeset_pictures(
    pictures: Mapping[str, Picture], form: Format, facts: Mapping[str, str], templates: Path, kept: Kept
) -> dict[str, bytes]:
    """The files of pictures by their names, many set in one run, and each kept until its content changes."""
    shared = [form, facts, (templates / PICTURES).read_text(encoding="utf-8")]
    contents = {name: [picture, *shared] for name, picture in pictures.items()}

    def make(names: Sequence[str]) -> Iterator[bytes]:
        for start in range(0, len(names), AT_ONCE):
            given = [pictures[name] for name in names[start : start + AT_ONCE]]
            files = {"facts.json": json.dumps(facts).encode(), "pictures.json": json.dumps(given).encode()}
            made = typeset(templates / PICTURES, files, format="pdf" if form == "png" else form)
            if form == "png":
                yield from _drawn(made)
            else:
                yield from [made] if isinstance(made, bytes) else made

    return kept.get_all(__name__, contents, make)


def _drawn(pdf: bytes) -> Iterator[bytes]:
    """The pages of a PDF as PNG."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    with PdfDocument(pdf) as pages, ThreadPoolExecutor() as pool:  # a picture is written by code that lets others run
        yield from pool.map(_png, [page.render(scale=PIXELS).to_pil() for page in pages])


def _png(picture: Any) -> bytes:
    """An image of Pillow's in few colors, which takes a third of the room and looks the same."""
    from PIL.Image import Dither, Quantize

    buffer = io.BytesIO()
    picture.quantize(COLORS, method=Quantize.FASTOCTREE, dither=Dither.NONE).save(buffer, "PNG")
    return buffer.getvalue()

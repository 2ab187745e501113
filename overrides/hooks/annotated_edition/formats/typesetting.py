"""Run Typst, which is a wheel that needs no library, font or network of the system's."""

import shutil
import tempfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

FONTS = {
    "font-source-serif-pro": "SourceSerifPro",
    "font-source-sans-pro": "SourceSansPro",
}
STYLES = ("Regular", "It", "Semibold", "SemiboldIt")


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

"""Put drawings into rendered pages: find each figure that Markdown has made, and have it written anew with its own."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotated_edition.figures.charts import CHARTS
from annotated_edition.figures.drawing import Drawing, drawn
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.marks import SIZES

FIGURE = re.compile(
    r'<figure class="figure" id="figure-(?P<label>[^"]*)">.*?'
    r'<div class="figure__text">(?P<text>.*?)</div>\s*<p class="figure__sources">(?P<sources>.*?)</p>\s*</figure>',
    re.DOTALL,
)
LINK = re.compile(r'(?<= href=")(?!#reference-)(?![a-z]+:)([^"#]*)(?=[#"])')
BRACKETS = re.compile(r"^(<span[^>]*>)\((.*)\)(</span>)$", re.DOTALL)  # around a citation that stands by itself
ID = re.compile(r' id="[^"]*"')
VALUE = re.compile(r' data-(?:line|value)="[^"]*"')


@dataclass(frozen=True)
class Illustration:
    """A figure with its drawings by their size, and its text and sources as the HTML of the figure's own page."""

    figure: Figure
    drawings: dict[str, Drawing]
    text: str
    sources: str

    def seen_from(self, home: str, page: str) -> "Illustration":
        """The figure as it stands on another page: its links lead to where they did, and its ids are left at home."""
        text, sources = (
            ID.sub("", LINK.sub(lambda link: _moved(link[1], home, page), html)) for html in (self.text, self.sources)
        )
        return Illustration(self.figure, self.drawings, text, sources)


def draw_figure(figure: Figure, folder: Path) -> dict[str, Drawing]:
    """The drawings of a figure, from the folder where nothing has changed; the first of them says the values."""
    chart = CHARTS[figure.table.name]
    stem = figure.table.name.removesuffix(".csv")
    drawings = {size.name: drawn(folder, f"{stem}-{size.name}", chart.draw(figure.table, size)) for size in SIZES}
    for drawing in list(drawings.values())[1:]:
        drawing["inside"] = VALUE.sub("", drawing["inside"])
    return drawings


def illustrated(
    html: str, drawings: dict[str, dict[str, Drawing]], figures: dict[str, Figure], write: Callable[[Illustration], str]
) -> str:
    """The HTML of a page in which every figure that has drawings is as `write` writes it."""

    def replace(found: re.Match[str]) -> str:
        label = found["label"]
        if label not in drawings:
            return found[0]
        sources = BRACKETS.sub(r"\1\2\3", found["sources"])
        return write(Illustration(figures[label], drawings[label], found["text"].strip(), sources))

    return FIGURE.sub(replace, html)


def _moved(link: str, home: str, page: str) -> str:
    """A relative address as seen from `page`, which at `home` was `link`; both are addresses below the site's."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(home) or ".", link)) if link else home
    moved = posixpath.relpath(target, posixpath.dirname(page) or ".")
    return f"{moved}/" if (not link and home.endswith("/")) or link.endswith("/") else moved

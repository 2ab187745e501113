"""Put drawings into rendered pages: find each figure that Markdown has made, and have it written anew with its own."""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from annotated_edition.figures.drawing import Drawing, NotDrawn, drawn
from annotated_edition.figures.drawn_checks import drawing_problems
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.ready import ready
from annotated_edition.figures.theme import SIZES
from annotated_edition.files.kept import Kept
from annotated_edition.text.problems import Problem

FIGURE = re.compile(
    r'<figure class="figure" id="figure-(?P<label>[^"]*)">.*?'
    r'<div class="figure__text">(?P<text>.*?)</div>\s*<p class="figure__sources">(?P<sources>.*?)</p>\s*</figure>',
    re.DOTALL,
)
LINK = re.compile(r'(?<= href=")(?!#reference-)(?![a-z]+:)([^"#]*)(?=[#"])')
BRACKETS = re.compile(r"^(<span[^>]*>)\((.*)\)(</span>)$", re.DOTALL)  # around a citation that stands by itself
ID = re.compile(r' id="[^"]*"')


@dataclass(frozen=True)
class Illustration:
    """A figure with its drawings by their size, and its text and sources as the HTML of the figure's own page."""

    figure: Figure
    drawings: dict[str, Drawing]
    text: str
    sources: str
    references: str = ""  # the address of the page that lists them, where it is another

    def seen_from(self, home: str, page: str) -> "Illustration":
        """The figure as it stands on another page: its links lead to where they did, and its ids are left at home."""
        text, sources = (
            ID.sub("", LINK.sub(lambda link: moved(link[1], home, page), html)) for html in (self.text, self.sources)
        )
        return Illustration(self.figure, self.drawings, text, sources)

    def citing(self, page: str) -> "Illustration":
        """The figure as it stands on a page without a list of references: citations lead to that of another page."""
        text, sources = (
            html.replace('href="#reference-', f'href="{page}#reference-').replace(' role="doc-biblioref"', "")
            for html in (self.text, self.sources)
        )
        return replace(self, text=text, sources=sources, references=page)


Drawn = tuple[dict[str, dict[str, Drawing]], list[Problem]]  # by label and size, and what is wrong in them


def draw_figures(figures: Iterable[Figure], kept: Kept) -> Drawn:
    """The drawings of all sound figures by label and size, and every mistake that only shows in a drawing."""
    drawings: dict[str, dict[str, Drawing]] = {}
    problems: list[Problem] = []
    for figure in figures:
        if not figure.is_sound:
            continue
        try:
            made = {size: drawn(kept, ready(figure.table, figure.unit, size)) for size in SIZES}
        except NotDrawn as error:
            remedy = "see https://vega.github.io/vega-lite/docs/"
            problems.append(figure.table.spec.problem((), f"cannot be drawn ({error})", remedy))
        else:
            drawings[figure.label] = made
            found = [problem for size in made for problem in drawing_problems(figure.table, size, made[size])]
            problems += dict.fromkeys(found)
    return drawings, problems


def illustrated(
    html: str, drawings: dict[str, dict[str, Drawing]], figures: dict[str, Figure], write: Callable[[Illustration], str]
) -> str:
    """The HTML of a page in which every figure that has drawings is as `write` writes it."""

    def write_anew(found: re.Match[str]) -> str:
        label = found["label"]
        if label not in drawings:
            return found[0]
        sources = BRACKETS.sub(r"\1\2\3", found["sources"])
        return write(Illustration(figures[label], drawings[label], found["text"].strip(), sources))

    return FIGURE.sub(write_anew, html)


def moved(link: str, home: str, page: str) -> str:
    """A relative address as seen from `page`, which at `home` was `link`; both are addresses below the site's."""
    address = posixpath.relpath(urljoin(f"/{home}", link), posixpath.dirname(f"/{page}"))
    return f"{address}/" if (link or home).endswith("/") else address

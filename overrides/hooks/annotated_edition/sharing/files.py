"""The files that readers take along and others show, as pairs of a path below the site's address and a content."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from annotated_edition.citations.citation_pages import Render, short_page
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import names, open_graph
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.files.kept import Kept
from annotated_edition.files.writing import Content
from annotated_edition.formats.pictures import variables_of
from annotated_edition.formats.typesetting import typeset_pictures
from annotated_edition.sharing.embeds import embed_of
from annotated_edition.sharing.pictures import cards, facts, figure_picture
from annotated_edition.structure.edition import Edition

Made = Callable[[], Mapping[str, bytes]]  # waits for files, by their names
Begin = Callable[[Made], Made]


@dataclass(frozen=True)
class Sharing:
    """What pictures and pages to embed are made from. `descriptions` are the pages' own words, by their names."""

    edition: Edition
    work: Item
    illustrations: Mapping[str, Illustration]
    descriptions: Mapping[str, str]
    overrides: Path
    kept: Kept

    def files(self, render: Render, begin: Begin = cache) -> Iterator[tuple[str, Content]]:
        """Pages to embed, pictures of figures, and cards.

        All pictures of a format are made when one of them is asked for, unless `begin` begins before.
        """
        yield from self._pages(render)
        css, edition, work = variables_of(self.overrides), self.edition, self.work
        pictures = {
            f"f/{label}/figure-{label}": figure_picture(found.figure, found.drawings["wide"], edition, work, css)
            for label, found in self.illustrations.items()
        }
        shown = cards(edition, work, self.illustrations, self.descriptions, css) if work.work.address else {}
        given = (facts(work, css), self.overrides / "templates", self.kept)
        png = begin(partial(typeset_pictures, pictures | shown, "png", *given))
        svg = begin(partial(typeset_pictures, pictures, "svg", *given))
        for name in pictures:
            yield f"{name}.svg", partial(_one, svg, name)
            yield f"{name}.png", partial(_one, png, name)
        yield from ((path, partial(_one, png, path)) for path in shown)

    def _pages(self, render: Render) -> Iterator[tuple[str, str]]:
        """A page for each figure, and one that leads on for each that was withdrawn."""
        for item in (item for item in self.work.all if item.level == "figure"):
            label = item.label.removeprefix("figure-")
            if found := self.illustrations.get(label):
                embed, home = embed_of(found, item), self.edition.pages[found.figure.page].url
                there = found.seen_from(home, embed.path).citing(f"../../{home}")
                alt = found.figure.alt
                told = {"names": names(item, alt), "properties": open_graph(item, alt, embed.address)}
                page = render("embed.html", 2, embed=embed, item=item, illustration=there, **told)
                yield f"{embed.path}index.html", page
                if embed.address:
                    yield f"{embed.path}oembed.json", embed.told
            elif label not in self.edition.figures:
                yield f"f/{label}/index.html", short_page(item, f"f/{label}/", render)


def _one(made: Made, name: str) -> bytes:
    return made()[name]

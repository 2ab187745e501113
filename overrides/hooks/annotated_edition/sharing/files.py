"""The files that readers take along and others show, as pairs of a path below the site's address and a content."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from annotated_edition.citations.citation_pages import Render, short_page
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import names, open_graph
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.files.kept import Kept
from annotated_edition.files.writing import Content
from annotated_edition.sharing.embeds import Embed, embed_of
from annotated_edition.sharing.pictures import Look, cards, facts, figure_picture
from annotated_edition.sharing.typeset import typeset
from annotated_edition.structure.edition import Edition


def configure_jinja(env: Any) -> None:
    """Give the templates of a Jinja environment what they write of what is shared."""
    env.filters["citation_tags"] = names
    env.filters["share_tags"] = open_graph
    env.globals["embed_of"] = embed_of


@dataclass(frozen=True)
class Sharing:
    """What pictures and pages to embed are made from. `descriptions` are the pages' own words, by their names."""

    edition: Edition
    work: Item
    illustrations: Mapping[str, Illustration]
    descriptions: Mapping[str, str]
    css: str
    templates: Path
    kept: Kept

    @property
    def embeds(self) -> dict[str, Embed]:
        """The page to embed of each figure that is drawn, by its label."""
        items = {item.label: item for item in self.work.all if item.level == "figure"}
        return {
            label: embed_of(illustration, items[illustration.figure.anchor])
            for label, illustration in self.illustrations.items()
        }

    def files(self, render: Render) -> Iterator[tuple[str, Content]]:
        """Pages to embed, pictures of figures, and cards; all pictures are made when the first is asked for."""
        yield from self._pages(render)
        look = Look(self.css)
        drawings = {label: illustration.drawings for label, illustration in self.illustrations.items()}
        pictures = {
            f"figure-{label}": figure_picture(found.figure, found.drawings["wide"], self.edition, self.work, look)
            for label, found in self.illustrations.items()
        }
        shared = facts(self.work, look)
        shown = cards(self.edition, self.work, drawings, self.descriptions, look) if self.work.work.address else {}
        stems = {path: path.removesuffix(".png").replace("/", "-") for path in shown}
        images = pictures | {stems[path]: picture for path, picture in shown.items()}
        png = cache(partial(typeset, images, "png", shared, self.templates, self.kept))
        svg = cache(partial(typeset, pictures, "svg", shared, self.templates, self.kept))
        for name in pictures:
            label = name.removeprefix("figure-")
            yield f"f/{label}/{name}.svg", partial(_one, svg, name)
            yield f"f/{label}/{name}.png", partial(_one, png, name)
        yield from ((path, partial(_one, png, stem)) for path, stem in stems.items())

    def _pages(self, render: Render) -> Iterator[tuple[str, str]]:
        """A page for each figure, and one that leads on for each that was withdrawn."""
        for label, embed in self.embeds.items():
            found = self.illustrations[label]
            home = self.edition.pages[found.figure.page].url
            there = found.seen_from(home, embed.path).citing(f"../../{home}")
            yield f"{embed.path}index.html", render("embed.html", 2, embed=embed, item=embed.item, illustration=there)
            if embed.address:
                yield f"{embed.path}oembed.json", embed.told
        for item in self.work.all:
            label = item.label.removeprefix("figure-")
            if item.level == "figure" and label not in self.edition.figures:
                yield f"f/{label}/index.html", short_page(item, f"f/{label}/", render)


def _one(made: Callable[[], Mapping[str, bytes]], name: str) -> bytes:
    return made()[name]

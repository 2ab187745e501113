"""Put the drawings into the pages: a template writes anew what Markdown made of each figure."""

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from annotated_edition.build.state import Build
from annotated_edition.figures.illustrations import Illustration, draw_figure, illustrated


def draw(build: Build, env: Any, config: MkDocsConfig, files: Files) -> None:
    """Draw the figures, unless they are kept, and put them into the pages, which have yet to be indexed and written."""
    figures, folder = build.edition.figures, build.cache("figures")
    env.globals["figure_items"] = {item.label: item for item in build.work.all if item.level == "figure"}
    env.globals["illustrations"] = shown = dict[str, Illustration]()
    drawings = {label: draw_figure(figure, folder) for label, figure in figures.items() if figure.is_sound}
    template = env.get_template("partials/figure.html")
    for page in filter(None, (file.page for file in files.documentation_pages())):
        facts = {
            "page": page,
            "base_url": get_relative_url(".", page.url),
            "config": config,
            "here": True,
            "heading": "h3",
        }
        page.content = illustrated(page.content or "", drawings, figures, partial(_write, template, shown, facts))


def _write(template: Any, shown: dict[str, Illustration], facts: dict[str, Any], illustration: Illustration) -> str:
    shown[illustration.figure.label] = illustration
    rendered: str = template.render(illustration=illustration, **facts)
    return rendered

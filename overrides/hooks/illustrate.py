"""The joints between MkDocs and the drawings: a template writes anew what Markdown made of each figure."""

from functools import partial
from pathlib import Path
from typing import Any

from citing.items import Item
from edition.edition import Edition
from figures.illustrations import Illustration, draw_figure, illustrated
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url
from text.typography import curly

# Under config.extra, where the events of this build find them.
EDITION = "model"  # an Edition, left by build.py
WORK = "work"  # an Item, left by publish.py
CACHE = Path(".cache", "figures")


@event_priority(-50)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Draw the figures, unless they are kept, and put them into the pages, which have yet to be indexed and written."""
    edition: Edition = config.extra[EDITION]
    work: Item = config.extra[WORK]
    folder = Path(config.config_file_path).parent / CACHE
    env.filters["curly"] = curly
    env.globals["figure_items"] = {item.label: item for item in work.all if item.level == "figure"}
    env.globals["illustrations"] = shown = dict[str, Illustration]()
    drawings = {label: draw_figure(figure, folder) for label, figure in edition.figures.items() if figure.is_sound}
    template = env.get_template("partials/figure.html")
    for page in filter(None, (file.page for file in files.documentation_pages())):
        facts = {
            "page": page,
            "base_url": get_relative_url(".", page.url),
            "config": config,
            "here": True,
            "heading": "h3",
        }
        page.content = illustrated(
            page.content or "", drawings, edition.figures, partial(_write, template, shown, facts)
        )


def _write(template: Any, shown: dict[str, Illustration], facts: dict[str, Any], illustration: Illustration) -> str:
    shown[illustration.figure.label] = illustration
    rendered: str = template.render(illustration=illustration, **facts)
    return rendered

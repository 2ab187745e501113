"""Put the drawings into the pages: a template writes anew what Markdown made of each figure.

Beside the pages stand the pictures and the pages that readers take along.
"""

from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from annotated_edition.build.offered import render
from annotated_edition.build.publishing import descriptions
from annotated_edition.build.state import Build, warn
from annotated_edition.figures.illustrations import Illustration, draw_figures, illustrated
from annotated_edition.sharing.files import Sharing
from annotated_edition.workers import in_thread


def begin_to_draw(build: Build) -> None:
    """Begin to draw the figures, unless they are kept."""
    build.wait_for_drawings = in_thread(draw_figures, list(build.edition.figures.values()), build.kept)


def put(build: Build, env: Any, config: MkDocsConfig, files: Files) -> None:
    """Put the figures into the pages, which have yet to be indexed and written."""
    figures = build.edition.figures
    env.globals["figure_items"] = {item.label: item for item in build.work.all if item.level == "figure"}
    env.globals["illustrations"] = build.illustrations = shown = dict[str, Illustration]()
    drawings, problems = build.wait_for_drawings()
    warn(problems)
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


def share(build: Build, config: MkDocsConfig) -> None:
    """Begin to make what readers take along, or, while editing, make it when it is asked for."""
    sharing = Sharing(
        edition=build.edition,
        work=build.work,
        illustrations=build.illustrations,
        descriptions=descriptions(config, build.files),
        overrides=Path(config.theme.custom_dir or ""),
        kept=build.kept,
    )
    build.shared = cache(lambda: dict(sharing.files(partial(render, build, config), build.begin)))
    if not build.is_serving:
        build.shared()


def _write(template: Any, shown: dict[str, Illustration], facts: dict[str, Any], illustration: Illustration) -> str:
    shown[illustration.figure.label] = illustration
    rendered: str = template.render(illustration=illustration, **facts)
    return rendered

"""What is written for programs: a feed, llms.txt, robots.txt, the schema of claims, a plain copy of each page.

Takes the place of annotated_edition/build/copies.py, which knows MkDocs.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from annotated_edition.formats.feed import feed_entries, urn
from annotated_edition.formats.plain_copy import ARTICLE, plain_copy
from templates import Rendered, Templates

TEMPLATES = ("feed.xml", "llms.txt", "robots.txt", "claims.schema.json")
FILE = "index.html"
ENDING = ".md"  # after the whole name of a page's file, by the rule of llmstxt.org


def machine_globals(made: Templates) -> dict[str, Any]:
    """What the templates are given once all pages are rendered."""
    settings = made.project.edition.settings
    changes = made.rendered.get(settings.pages.get("changes", ""))
    days = {settings.version: settings.date.isoformat(), **made.project.register.editions}
    return {
        "feed": feed_entries(changes.html, days, settings.key, made.address(changes.page)) if changes else [],
        "feed_id": urn(settings.key),
        "copy_ending": ENDING,
        "in_order": [_file(made.rendered[name]) for name in made.project.edition.pages],
    }


def machine_files(made: Templates) -> Iterator[tuple[str, str]]:
    """The files, as pairs of a path below the site's address and a text."""
    for name in TEMPLATES:
        yield name, made.alone(name, 0)
    for rendered in made.rendered.values():
        address = made.address(rendered.page)
        page, article = SimpleNamespace(canonical_url=address), made.part("article", rendered)
        text = plain_copy(f'{ARTICLE}">{article}</article>', address)
        yield _path(rendered) + ENDING, made.environment.get_template("copy.md").render(page=page, text=text)


def _path(rendered: Rendered) -> str:
    return rendered.page.url.removeprefix("./") + FILE


def _file(rendered: Rendered) -> SimpleNamespace:
    """A page as the templates know it from MkDocs."""
    page = SimpleNamespace(meta=rendered.meta)
    return SimpleNamespace(src_uri=rendered.page.name, dest_uri=_path(rendered), page=page)

"""What is written for machines besides data: a feed, llms.txt, robots.txt, and a plain copy of each page.

Takes the place of machines.py in overrides/hooks.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from forms.feed import feed_entries, urn
from forms.plain_copy import ARTICLE, plain_copy
from register.standing import CHANGES
from templates import Rendered, Templates

TEMPLATES = ("feed.xml", "llms.txt", "robots.txt")
FILE = "index.html"
ENDING = ".md"  # after the whole name of a page's file, by the rule of llmstxt.org


def machine_globals(made: Templates) -> dict[str, Any]:
    """What the templates are given once all pages are rendered."""
    facts, changes = made.project.settings["extra"]["edition"], made.rendered[CHANGES]
    days = {str(facts["version"]): facts["date"].isoformat(), **made.project.register.editions}
    return {
        "feed": feed_entries(changes.html, days, facts["key"], made.address(changes.page)),
        "feed_id": urn(facts["key"]),
        "copy_ending": ENDING,
        "in_order": [_file(made.rendered[name]) for name in made.project.edition.pages],
    }


def machine_files(made: Templates) -> Iterator[tuple[str, str]]:
    """The files, as pairs of a path below the site's address and a text."""
    for name in TEMPLATES:
        yield name, made.alone(name, 0)
    for rendered in made.rendered.values():
        address = made.address(rendered.page)
        page = SimpleNamespace(canonical_url=address)
        text = plain_copy(f'{ARTICLE}">{made.article(rendered)}</article>', address)
        yield _path(rendered) + ENDING, made.environment.get_template("copy.md").render(page=page, text=text)


def _path(rendered: Rendered) -> str:
    return rendered.page.url.removeprefix("./") + FILE


def _file(rendered: Rendered) -> SimpleNamespace:
    """A page as the templates know it from MkDocs."""
    page = SimpleNamespace(meta=rendered.meta)
    return SimpleNamespace(src_uri=rendered.page.name, dest_uri=_path(rendered), page=page)

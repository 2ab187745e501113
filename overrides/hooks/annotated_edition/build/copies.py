"""What is written for programs that read: a feed, OpenSearch, llms.txt, robots.txt, a plain copy of each page.

The first four are templates of the theme (static_templates in mkdocs.yml), as is MkDocs' own sitemap.xml.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.build.state import Build
from annotated_edition.formats.feed import FeedEntry, feed_entries, urn
from annotated_edition.formats.plain_copy import plain_copy

ENDING = ".md"  # after the whole name of a page's file, by the rule of llmstxt.org


def list_pages(build: Build, env: Any, files: Files) -> None:
    """Date every page by its edition, which each of them names, and give the templates what they list."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = build.settings.date.isoformat()
    env.globals["is_searched_from_outside"] = bool(build.work.work.address)
    env.globals["feed"] = _feed(build, files)
    env.globals["feed_id"] = urn(build.settings.key)
    env.globals["copy_ending"] = ENDING
    env.globals["in_order"] = [files.get_file_from_path(name) for name in build.edition.pages]


def copy_page(build: Build, output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    """Put the copy of a page beside it, made when asked for, with absolute links where the site has an address."""
    address = page.canonical_url or ""

    def make() -> bytes:
        text = build.kept.get(plain_copy.__module__, [output, address], lambda: plain_copy(output, address))
        copy: str = build.environment.get_template("copy.md").render(config=config, page=page, text=text)
        return copy.encode()

    build.beside[page.file.dest_uri + ENDING] = make


def _feed(build: Build, files: Files) -> list[FeedEntry]:
    settings = build.settings
    days = {settings.version: settings.date.isoformat(), **build.register.editions}
    file = files.get_file_from_path(settings.pages.get("changes", ""))
    if not file or not file.page:
        return []
    facts = (file.page.content or "", days, settings.key, file.page.canonical_url or "")
    return build.kept.get(feed_entries.__module__, facts, lambda: feed_entries(*facts))

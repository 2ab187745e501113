"""Redirects within an edition: from each address at which a page stood to the one that it has now."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from annotated_edition.build.offered import render
from annotated_edition.build.state import Build


def redirect(build: Build, config: MkDocsConfig) -> None:
    """Write a redirect at each address from which a page has moved."""
    build.beside.update(_redirects(build, config))


def _redirects(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    snapshot = build.snapshot
    for old, new in build.settings.moved.items():
        page = snapshot.now_at(old)
        if page and old not in snapshot.edition.pages:
            path = File.generated(config, old, content="").dest_uri
            target = page.url.removeprefix("./") + "".join(new.partition("#")[1:])
            yield path, render(build, config, "moved.html", path.count("/"), title=page.title, target=target)

"""What templates can read, by which it is known whether what they made of a page still holds."""

from dataclasses import fields
from hashlib import sha256
from typing import Any

from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.declaration import Labelled
from annotated_edition.blocks.term import Term
from annotated_edition.build.state import Build
from annotated_edition.citations.catalogue import item_of
from annotated_edition.figures.figures import Figure
from annotated_edition.structure.pages import Page

# Of what has a label, templates never read where it stands in its source and by which other words it is found, nor of
# these what is in the page already.
UNREAD = {"lines", "also", "variants"}
IN_PAGE = {Claim: "body", Annotation: "body", Term: "body", Figure: "table"}


def known(build: Build) -> str:
    """What templates can read on every page: settings, the names of pages and of what they hold."""
    if not build.templates_known:
        edition = build.edition
        pages = [(page.name, page.url, page.title) for page in edition.pages.values()]
        nav = [(page.title, page.url) for page in build.nav.pages]
        names = {label: item.spoken for label, item in edition.items.items()}
        parts = [build.pages_known, repr((pages, nav, names, sorted(edition.roles.items()))), repr(build.register)]
        parts.append(build.environment.globals["policy"])
        parts += [repr((build.with_formats, build.is_serving, bool(build.environment.globals["feed"]), edition.listed))]
        build.templates_known = sha256("".join(parts).encode()).hexdigest()
    return build.templates_known


def told(build: Build, page: MkDocsPage) -> str:
    """What every template can read of its page."""
    name, edition = page.file.src_uri, build.edition
    text, strings = edition.pages[name], build.strings[item_of(build.work, name).key]
    references = [edition.references[key] for key in text.keys if key in edition.references]
    facts = (name, page.title, page.meta, page.edit_url, page.update_date, build.harvest.heads.get(name), strings)
    return _digest(facts, page.content, str(page.toc), _items(text), text.uses, references)


def read_besides(build: Build, own: str) -> list[str]:
    """What a template can read of all pages; `own` is its text without that of the template of most pages."""
    return [part for word, part in _readable(build).items() if own and word in own]


def read_by_all(build: Build) -> str:
    """What some template or other can read of all pages: all but the texts of passages."""
    return "".join(_readable(build).values())


def _readable(build: Build) -> dict[str, str]:
    """The same, in parts; of all but the first by the word without which no template reads it."""
    if not build.edition_known:
        edition, shown = build.edition, build.illustrations.values()
        pages = [(page.name, page.keys, page.uses, _items(page)) for page in edition.pages.values()]
        figures = [(found.text, found.sources, found.figure) for found in shown]
        references = (edition.registry.text, edition.formatted.names)
        build.edition_known = {
            "": _digest(pages),
            "illustrations": _digest(figures),
            "references": _digest(references),
        }
    return build.edition_known


def _items(page: Page) -> list[list[Any]]:
    return [_read(item) for item in page.items]


def _read(item: Labelled) -> list[Any]:
    unread = {*UNREAD, IN_PAGE.get(type(item))}
    return [type(item).__name__, *(getattr(item, each.name) for each in fields(item) if each.name not in unread)]


def _digest(*facts: Any) -> str:
    return sha256(repr(facts).encode()).hexdigest()

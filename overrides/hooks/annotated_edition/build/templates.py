"""The environment of the templates, and what they make of a page, kept while nothing that they can read has changed."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from typing import Any

from jinja2 import FunctionLoader, Template, TemplateNotFound
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.labelled import Labelled
from annotated_edition.blocks.term import Term
from annotated_edition.build.state import Build
from annotated_edition.citations.catalogue import item_of
from annotated_edition.files.code import ALL
from annotated_edition.files.compiled import Compiled
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import configure_jinja

REFERENCED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
FRAME = "base.html"  # of the theme
USUAL = "main.html"  # the template of most pages, which reads nothing of other pages but what they are called
# Completion is for what is typed, so a checkbox has none: https://html.spec.whatwg.org/#attr-fe-autocomplete.
SWITCH = re.compile(r'(type="checkbox" id="__(?:drawer|search)") autocomplete="off"')
# Of what has a label, templates never read where it stands in its source and by which other words it is found, nor of
# most the text, which is in the page.
UNREAD = {"lines", "also", "variants"}
UNREAD_TEXT = {*UNREAD, "body"}
TEXTS = (Claim, Annotation, Term)


def configure(build: Build, env: Any) -> None:
    """Give every template the edition, and keep what they are compiled to, which takes longer than to fill them in."""

    class PageTemplate(Template):
        """A template that looks first whether it has made the same page before."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            page, render = context.get("page"), super().render
            if "nav" not in context or not page:  # of which only a whole page has both
                return render(context)
            text = build.edition.pages[page.file.src_uri]
            read = _read_by_one(build, text) if self.name == USUAL else read_by_all(build)
            made_by = context["mkdocs_version"]
            content = [__name__, text_of(build, str(self.name)), made_by, _known(build), read, _told(build, page)]
            return build.kept.get(ALL, content, lambda: render(context))

    env.template_class = PageTemplate
    env.auto_reload = False  # it would look at the file of each, whenever one includes it
    env.bytecode_cache = Compiled(build.kept)
    env.loader = _mended(env)
    build.environment = env
    configure_jinja(env, build.edition)


def text_of(build: Build, *names: str) -> str:
    """What stands for templates and all that they extend, include and import; the theme's icons aside."""
    if names not in build.template_texts:
        found: dict[str, str] = {}
        _follow(build.environment, names, found)
        text = "".join(found[name] for name in sorted(found))
        build.template_texts[names] = sha256(text.encode()).hexdigest()
    return build.template_texts[names]


def _follow(env: Any, names: Iterable[str], found: dict[str, str]) -> None:
    for name in names:
        if name not in found:
            with suppress(TemplateNotFound):
                found[name] = env.loader.get_source(env, name)[0]
                _follow(env, REFERENCED.findall(found[name]), found)


def _mended(env: Any) -> FunctionLoader:
    """The theme's templates, with what is not valid in its frame outside of every block."""
    loader = env.loader

    def load(name: str) -> tuple[str, str | None, Any]:
        source, file, is_current = loader.get_source(env, name)
        return SWITCH.sub(r"\1", source) if name == FRAME else source, file, is_current

    return FunctionLoader(load)


def _known(build: Build) -> str:
    """What templates can read on every page: settings, the names of pages and of what they hold."""
    if not build.templates_known:
        edition = build.edition
        pages = [(page.name, page.url, page.title) for page in edition.pages.values()]
        nav = [(page.title, page.url) for page in build.nav.pages]
        names = {label: item.spoken for label, item in edition.items.items()}
        known = [build.pages_known, repr((pages, nav, names, sorted(edition.roles.items()))), repr(build.register)]
        known.append(build.environment.globals["policy"])
        known += [repr((build.with_formats, build.is_serving, bool(build.environment.globals["feed"])))]
        build.templates_known = sha256("".join(known).encode()).hexdigest()
    return build.templates_known


def read_by_all(build: Build) -> str:
    """What templates besides that of most pages can read of the edition: all but the texts of passages."""
    if not build.edition_known:
        edition = build.edition
        read = [(page.name, page.keys, page.uses, _items(page)) for page in edition.pages.values()]
        figures = [(label, found.text, found.sources) for label, found in build.illustrations.items()]
        known = [repr((read, figures)), edition.registry.text, repr(edition.formatted.names)]
        build.edition_known = sha256("".join(known).encode()).hexdigest()
    return build.edition_known


def _read_by_one(build: Build, page: Page) -> str:
    """What the template of most pages can read of the edition: what is on the page."""
    references = [build.edition.references[key] for key in page.keys if key in build.edition.references]
    return sha256(repr((_items(page), page.uses, references)).encode()).hexdigest()


def _told(build: Build, page: MkDocsPage) -> str:
    """What templates can read of the page itself."""
    name = page.file.src_uri
    strings = build.strings[item_of(build.work, name).key]
    facts = (name, page.title, page.meta, page.edit_url, page.update_date, build.harvest.heads.get(name), strings)
    return sha256(f"{facts!r}{page.content}{page.toc}".encode()).hexdigest()


def _items(page: Page) -> list[list[Any]]:
    return [_read(item) for item in page.items]


def _read(item: Labelled) -> list[Any]:
    unread = UNREAD_TEXT if isinstance(item, TEXTS) else UNREAD
    return [type(item).__name__, *(getattr(item, each.name) for each in fields(item) if each.name not in unread)]

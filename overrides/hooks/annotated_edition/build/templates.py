"""The environment of the templates, and what they make of a page, kept while nothing that they can read has changed."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, Template, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.build.inputs import known, read_besides, told
from annotated_edition.build.state import Build
from annotated_edition.files.code import ALL
from annotated_edition.files.compiled import Compiled
from annotated_edition.structure.rendering import configure_jinja
from annotated_edition.text.problems import Problem

REFERENCED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
FRAME = "base.html"  # of the theme
USUAL = "main.html"  # the template of most pages
# Completion is for what is typed, so a checkbox has none: https://html.spec.whatwg.org/#attr-fe-autocomplete.
SWITCH = re.compile(r'(type="checkbox" id="__(?:drawer|search)") autocomplete="off"')


def configure(build: Build, env: Any) -> None:
    """Give every template the edition, and keep what they are compiled to, which takes longer than to fill them in."""

    class PageTemplate(Template):
        """A template that looks first whether it has made the same page before."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            page, render = context.get("page"), super().render
            if "nav" not in context or not page:  # of which only a whole page has both
                return render(context)
            name, made_by = str(self.name), context["mkdocs_version"]
            read = [known(build), told(build, page), *read_besides(build, _own_text(build, name))]
            content = [__name__, text_of(build, name), made_by, read]
            return build.kept.get(ALL, content, lambda: render(context))

    env.template_class = PageTemplate
    env.auto_reload = False  # it would look at the file of each, whenever one includes it
    env.bytecode_cache = Compiled(build.kept)
    env.loader = _mended(env)
    build.environment = env
    configure_jinja(env, build.edition)


def text_of(build: Build, *names: str) -> str:
    """What stands for templates and all that they extend, include and import; the theme's icons aside."""
    return sha256("".join(_texts(build, *names).values()).encode()).hexdigest()


def _own_text(build: Build, name: str) -> str:
    """The text of a template with what it takes in that the template of most pages does not; of that one, nothing."""
    usual = _texts(build, USUAL)
    return "".join(text for template, text in _texts(build, name).items() if template not in usual)


def _texts(build: Build, *names: str) -> dict[str, str]:
    """The texts of templates and of all that they extend, include and import, in the order of their names."""
    if names not in build.template_texts:
        found: dict[str, str] = {}
        _follow(build.environment, names, found)
        build.template_texts[names] = dict(sorted(found.items()))
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


def missing_template(page: MkDocsPage, config: MkDocsConfig) -> Iterator[Problem]:
    """Name a template that is not there, at which MkDocs would end, and let the page have that of most."""
    name = page.meta.get("template")
    if name is None:
        return
    names = {file.name for folder in config.theme.dirs for file in Path(folder).glob("*.html")}
    if name not in names:
        near = get_close_matches(str(name), sorted(names), n=1)
        remedy = f"write {near[0]}" if near else "write the name of one in overrides, or delete the line"
        del page.meta["template"]
        yield Problem(page.file.src_uri, 2, "template", f"“{name}” is not there", remedy)

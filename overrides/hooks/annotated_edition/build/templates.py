"""The environment of the templates."""

import re
from typing import Any

from jinja2 import FunctionLoader

from annotated_edition.build.state import Build
from annotated_edition.files.cache import Compiled
from annotated_edition.structure.rendering import configure_jinja

FRAME = "base.html"  # of the theme
# Completion is for what is typed, so a checkbox has none: https://html.spec.whatwg.org/#attr-fe-autocomplete.
SWITCH = re.compile(r'(type="checkbox" id="__(?:drawer|search)") autocomplete="off"')


def configure(build: Build, env: Any) -> None:
    """Give every template the edition, and keep what they are compiled to, which takes longer than to fill them in."""
    compiled = build.cache("templates")
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = Compiled(str(compiled))
    env.loader = _mended(env)
    build.environment = env
    configure_jinja(env, build.edition, build.settings)


def _mended(env: Any) -> FunctionLoader:
    """The theme's templates, with what is not valid in its frame outside of every block."""
    loader = env.loader

    def load(name: str) -> tuple[str, str | None, Any]:
        source, file, is_current = loader.get_source(env, name)
        return SWITCH.sub(r"\1", source) if name == FRAME else source, file, is_current

    return FunctionLoader(load)

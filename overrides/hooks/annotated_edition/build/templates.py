"""The environment of the templates."""

from typing import Any

from annotated_edition.build.state import Build
from annotated_edition.files.cache import Compiled
from annotated_edition.structure.rendering import configure_jinja


def configure(build: Build, env: Any) -> None:
    """Give every template the edition, and keep what they are compiled to, which takes longer than to fill them in."""
    compiled = build.cache("templates")
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = Compiled(str(compiled))
    build.environment = env
    configure_jinja(env, build.edition, build.settings)

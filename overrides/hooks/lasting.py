"""The joints between MkDocs and what makes the edition last: the register of labels, and redirects of old addresses."""

from collections.abc import Iterator
from typing import Any

from edition.edition import Edition
from files.writing import write
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from register.permanence import permanence_problems
from register.register import DATA, Register, read_register
from register.standing import Standing
from text.problems import Problem
from text.reading import decoded

log = get_plugin_logger("edition")
# Under config.extra.
EDITION = "model"  # left by build.py
REGISTER, STANDING = "register", "standing"  # for register/registration.py
MOVED = "moved"  # in mkdocs.yml


@event_priority(-105)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Compare what was published with what stands there, and name whatever is lost."""
    edition: Edition = config.extra[EDITION]
    config.extra[STANDING] = standing = Standing(edition, dict(config.extra.get(MOVED) or {}))
    config.extra[REGISTER], problems = _read(files)
    for problem in sorted([*problems, *permanence_problems(config.extra[REGISTER], standing)]):
        log.warning("%s", problem)


@event_priority(-100)  # after all others, which then learn of it
def on_build_error(error: Exception, **rest: Any) -> None:
    """Say in one sentence what the system refused, such as room on the disk; nothing of the site is lost by it."""
    if isinstance(error, OSError):
        file = f"{error.filename2 or error.filename}: " if error.filename else ""
        remedy = "see to it and build again; the last good site is as it was"
        raise Abort(f"edition: {file}the system refused ({error.strerror or error}); {remedy}") from error


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Write a page that leads on at each address from which a page has moved."""
    write(config.site_dir, _redirects(env, config))


def _read(files: Files) -> tuple[Register, list[Problem]]:
    file = files.get_file_from_path(DATA)
    if file is None:
        wrong, remedy = "is missing, so that nothing could be lost unseen", "take it from the last commit"
        return Register(), [Problem(DATA, 0, "file", wrong, remedy)]
    text, problems = decoded(DATA, lambda: file.content_bytes)
    return (Register(), problems) if problems else read_register(text)


def _redirects(env: Any, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    standing: Standing = config.extra[STANDING]
    template = env.get_template("moved.html")
    for old, new in standing.moves.items():
        page = standing.now_at(old)
        if page and old not in standing.edition.pages:
            path = File.generated(config, old, content="").dest_uri
            target = page.url.removeprefix("./") + "".join(new.partition("#")[1:])
            base = "/".join([".."] * path.count("/"))
            yield path, template.render(config=config, base_url=base, page=None, title=page.title, target=target)

"""`make edition`: register the edition that mkdocs.yml names, and write what it changes into the page of changes.

With --check nothing is written, and the edition must be registered as the text now stands: what is asked of a tag.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from annotated_edition.build.state import Build, build_of
from annotated_edition.commands.running import run
from annotated_edition.permalinks.changes import lines, with_changes
from annotated_edition.permalinks.editions import compare, refusal
from annotated_edition.permalinks.register import DATA, Register, written
from annotated_edition.settings import FILE, WHERE


def built(folder: str, **facts: Any) -> tuple[Any, Build]:
    """The configuration after a strict build into a folder, and all that the build knows.

    `facts` are settings that take the place of those in the file. Raises Abort where the build warned.
    """
    config = load_config(FILE, strict=True, site_dir=folder, **facts)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return config, build_of(config)


def register_edition(build: Build, docs: Path) -> str:
    """Write the register and the page of changes. Raises ValueError with the reason where the edition is refused."""
    settings, register, snapshot = build.settings, build.register, build.snapshot
    version, day = settings.version, settings.date
    entries, changes = compare(register, snapshot, version)
    if reason := refusal(register, changes, snapshot, version, day.isoformat()):
        raise ValueError(reason)
    if not (name := settings.pages.get("changes")):
        raise ValueError(f"{FILE}: {WHERE}.pages: changes is missing; name the page that says what editions change")
    listed = list(lines(changes, snapshot, first=not register.editions))
    page = docs / name
    page.write_text(with_changes(page.read_text(encoding="utf-8"), version, day, listed), encoding="utf-8")
    # Last, since an edition counts as registered by it: what was broken off before can be begun anew.
    editions = {**register.editions, version: day.isoformat()}
    (docs / DATA).write_text(written(Register(editions, entries)), encoding="utf-8")
    return "\n".join([f"Edition {version} is registered in docs/{DATA}. Written into docs/{name}:", *listed])


def check_edition(build: Build) -> str:
    """Raises ValueError where the text is not that of the edition which the register has under this version."""
    register, version = build.register, build.settings.version
    _, changes = compare(register, build.snapshot, version)
    if version != register.latest or changes:
        wrong, remedy = f"the text is not that of a registered edition {version}", "run make edition and commit it"
        raise ValueError(f"{wrong}; {remedy}")
    return f"Edition {version} is registered as it stands."


def main(arguments: list[str]) -> int:
    """Run the command in the folder of mkdocs.yml."""

    def command() -> str:
        with TemporaryDirectory() as folder:
            config, build = built(folder)
        return check_edition(build) if "--check" in arguments else register_edition(build, Path(config.docs_dir))

    return run(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`make edition`: register the edition that mkdocs.yml names, and write what it changes into the page of changes.

With --check nothing is written, and the edition must be registered as the text now stands: what is asked of a tag.
"""

import logging
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from register.changelog import with_changes
from register.editions import compare, lines, refusal
from register.register import DATA, Register, written
from register.standing import CHANGES

STANDING, REGISTER = "standing", "register"  # under config.extra, left by lasting.py


def built(settings: str, folder: str, **facts: Any) -> Any:
    """The configuration after a strict build into a folder, with all that the build knows.

    `facts` are settings that take the place of those in the file. Raises Abort where the build warned.
    """
    config = load_config(settings, strict=True, site_dir=folder, **facts)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config


def register_edition(config: Any) -> str:
    """Write the register and the page of changes. Raises ValueError with the reason where the edition is refused."""
    docs, facts = Path(config.docs_dir), config.extra["edition"]
    register, standing, version = config.extra[REGISTER], config.extra[STANDING], str(facts["version"])
    entries, changes = compare(register, standing, version)
    if reason := refusal(register, changes, standing, version, facts["date"].isoformat()):
        raise ValueError(reason)
    listed = list(lines(changes, standing, first=not register.editions))
    page = docs / CHANGES
    page.write_text(with_changes(page.read_text(encoding="utf-8"), version, facts["date"], listed), encoding="utf-8")
    # Last, since an edition counts as registered by it: what was broken off before can be begun anew.
    editions = {**register.editions, version: facts["date"].isoformat()}
    (docs / DATA).write_text(written(Register(editions, entries)), encoding="utf-8")
    return "\n".join([f"Edition {version} is registered in docs/{DATA}. Written into docs/{CHANGES}:", *listed])


def check_edition(config: Any) -> str:
    """Raises ValueError where the text is not that of the edition which the register has under this version."""
    register, version = config.extra[REGISTER], str(config.extra["edition"]["version"])
    _, changes = compare(register, config.extra[STANDING], version)
    if version != register.latest or changes:
        wrong, remedy = f"the text is not that of a registered edition {version}", "run make edition and commit it"
        raise ValueError(f"{wrong}; {remedy}")
    return f"Edition {version} is registered as it stands."


def main(arguments: list[str]) -> int:
    """Run the command in the folder of mkdocs.yml."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        with TemporaryDirectory() as folder:
            config = built("mkdocs.yml", folder)
        said = check_edition(config) if "--check" in arguments else register_edition(config)
    except Abort as error:
        sys.stderr.write(f"No edition is made of a text with mistakes: {error}\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The project as a generator finds it that runs no hooks: its settings, and the edition, read from its files."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from citing.catalogue import citable
from citing.items import Item, Work
from edition.edition import Edition
from edition.reading import Source, read_edition
from register.permanence import permanence_problems
from register.register import DATA, Register, read_register
from register.standing import Standing, address_of
from text.problems import Problem
from text.reading import decoded

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
READ = {".md", ".csv", ".yml"}  # the pages, and what pages are made from


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without what comes from the environment."""


Loader.add_constructor("!ENV", lambda loader, node: None)


@dataclass(frozen=True)
class Project:
    """The settings of mkdocs.yml, the edition and every mistake in it, what was published, and what can be cited."""

    settings: dict[str, Any]
    edition: Edition
    problems: list[Problem]
    register: Register
    work: Item
    repository: str  # its address, or nothing


@cache
def read_project() -> Project:
    """All files are read once in a build; the addresses of site and repository come from the environment."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)  # a SafeLoader
    sources: list[Source] = []
    problems: list[Problem] = []
    for file in sorted(file for file in DOCS.rglob("*") if file.suffix in READ):
        name = file.relative_to(DOCS).as_posix()
        text, wrong = decoded(name, file.read_bytes)
        sources.append(Source(name, text, _address(name) if file.suffix == ".md" else None))
        problems += wrong
    edition, found = read_edition(sources, settings["nav"], str(ROOT / "references.bib"), settings["extra"]["edition"])
    register, wrong = read_register((DOCS / DATA).read_text(encoding="utf-8"))
    lost = permanence_problems(register, Standing(edition, settings["extra"]["moved"]))
    work = citable(edition, Work.read(settings["extra"]["edition"], os.environ.get("SITE_URL")))
    problems = [*problems, *found, *wrong, *lost]
    return Project(settings, edition, problems, register, work, os.environ.get("REPOSITORY_URL", ""))


def _address(name: str) -> str:
    """The address of a page below the site's, as MkDocs has it."""
    return address_of(name).removeprefix("/") or "./"

"""The project as a generator finds it that runs no hooks: its settings, and the edition, read from its files."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from annotated_edition.citations.catalogue import citable, work_of
from annotated_edition.citations.items import Item
from annotated_edition.figures.drawing import Drawing
from annotated_edition.figures.illustrations import draw_figures
from annotated_edition.files.kept import kept_by
from annotated_edition.interface import use
from annotated_edition.permalinks.checks import permanence_problems
from annotated_edition.permalinks.register import DATA, Register, read_register
from annotated_edition.permalinks.snapshot import Snapshot, address_of
from annotated_edition.settings import VOCABULARY, Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.facts import described_problems, settings_problems
from annotated_edition.structure.reading import Source, edition_problems, is_data, read_edition
from annotated_edition.structure.references import Registry
from annotated_edition.text.problems import Problem, decoded
from annotated_edition.translations import read_interface

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
KEPT = kept_by(ROOT)


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without what comes from the environment."""


Loader.add_constructor("!ENV", lambda loader, node: None)


@dataclass(frozen=True)
class Project:
    """The settings of mkdocs.yml, the edition and every mistake in it, what was published, and what can be cited.

    That the settings are as they must be is checked by the build with MkDocs alone.
    """

    config: dict[str, Any]  # as mkdocs.yml has it
    edition: Edition
    problems: list[Problem]
    register: Register
    work: Item
    repository: str  # its address, or nothing
    drawings: dict[str, dict[str, Drawing]]  # of figures, by label and size


@cache
def read_project() -> Project:
    """All files are read once in a build; the addresses of site and repository come from the environment."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)  # a SafeLoader
    words = DOCS / config["extra"]["edition"].get("vocabulary", VOCABULARY)
    settings = Settings.read(config["extra"], yaml.safe_load(words.read_text(encoding="utf-8")))
    shown, problems = read_interface(settings.language, ROOT / "overrides")
    use(shown)
    sources: list[Source] = []
    files = {file.relative_to(DOCS).as_posix(): file for file in sorted(DOCS.rglob("*")) if file.is_file()}
    for name, file in files.items():
        if file.suffix != ".md" and not is_data(name):
            continue
        text, wrong = decoded(name, file.read_bytes)
        address = address_of(name).removeprefix("/") or "./"  # below the site's, as MkDocs has it
        sources.append(Source(name, text, address if file.suffix == ".md" else None))
        problems += wrong
    edition, found = read_edition(sources, config["nav"], Registry(str(ROOT / "references.bib")), settings, files)
    found += edition_problems(edition, sources)
    found += settings_problems(edition, config["theme"]["language"])
    found += described_problems(ROOT, settings, config["site_description"])
    register, wrong = read_register((DOCS / DATA).read_text(encoding="utf-8"))
    lost = permanence_problems(register, Snapshot(edition))
    work = citable(edition, work_of(edition, os.environ.get("SITE_URL")))
    drawings, undrawn = draw_figures(edition.figures.values(), KEPT)
    problems = [*wrong, *lost, *problems, *found, *undrawn]
    return Project(config, edition, problems, register, work, os.environ.get("REPOSITORY_URL", ""), drawings)

"""What the settings say of pages, references and CITATION.cff, compared with what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from annotated_edition.settings import FILE, WHERE, Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.text.problems import Problem
from annotated_edition.text.reading import decoded


def settings_problems(settings: Settings, edition: Edition, interface: str) -> Iterator[Problem]:
    """What the settings say of pages and references that is not so. `interface` is the language of the theme."""
    for role, path in settings.pages.items():
        if path not in edition.pages:
            remedy = "correct its path, or delete the line where there is no such page"
            yield Problem(FILE, 0, f"{WHERE}.pages.{role}", f"{path} is no page", remedy)
    if not edition.registry.knows(settings.annotates.key):
        wrong = f"{settings.annotates.key} is not in references.bib"
        remedy = f"write the key of the entry of the {settings.annotates.noun}"
        yield Problem(FILE, 0, f"{WHERE}.annotates.key", wrong, remedy)
    if interface != settings.primary_language:
        wrong = f"{settings.language} is not the language of the theme, {interface}"
        yield Problem(FILE, 0, f"{WHERE}.language", wrong, "correct it, or theme.language")


def citation_problems(path: Path, settings: Settings, description: str) -> Iterator[Problem]:
    """Where CITATION.cff, which may be missing, says something else than the settings do."""
    if not path.is_file():
        return
    text, problems = decoded(path.name, path.read_bytes)
    yield from problems
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError:
        said = None
    if not isinstance(said, dict):
        yield Problem(path.name, 0, "file", "cannot be read as YAML", "take it from the last commit")
        return
    authors = said.get("authors") or [{}]
    facts: dict[str, tuple[object, object]] = {
        "title": (said.get("title"), settings.title),
        "authors": (authors[0].get("name") if isinstance(authors[0], dict) else authors[0], settings.author),
        "version": (said.get("version"), settings.version),
        "date-released": (said.get("date-released"), settings.date),
        "license": (said.get("license"), settings.license),
        "abstract": (said.get("abstract"), description),
    }
    for name, (here, there) in facts.items():
        if re.sub(r"\s+", " ", str(here)).strip() != str(there):
            wrong = f"says “{here}”, and {FILE} “{there}”" if here is not None else "is missing"
            yield Problem(path.name, 0, name, wrong, f"write {there}, or correct {FILE}")

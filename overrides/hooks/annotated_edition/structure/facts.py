"""What the settings say of pages, references, CITATION.cff and .zenodo.json, compared with what is there."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from annotated_edition.settings import FILE, WHERE, Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.text.problems import Problem
from annotated_edition.text.reading import decoded

# The fields of a deposit that an edition has use for.
DEPOSIT = {
    *("upload_type", "publication_type", "publication_date", "title", "creators", "description", "access_right"),
    *("license", "keywords", "notes", "related_identifiers", "contributors", "references", "communities", "grants"),
    *("version", "language", "subjects", "locations", "dates", "method"),
}


def settings_problems(settings: Settings, edition: Edition, interface: str) -> Iterator[Problem]:
    """What the settings say of pages and references that is not so. `interface` is the language of the theme."""
    for role, path in settings.pages.items():
        if path not in edition.pages:
            now = settings.now_at(path)
            known = now in edition.pages
            remedy = f"write {now}" if known else "correct its path, or delete the line where there is no such page"
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
    doi = settings.doi.version
    facts: dict[str, tuple[object, object]] = {
        "title": (said.get("title"), settings.title),
        "authors": (authors[0].get("name") if isinstance(authors[0], dict) else authors[0], settings.author),
        "version": (said.get("version"), settings.version),
        "date-released": (said.get("date-released"), settings.date),
        "license": (said.get("license"), settings.license),
        "abstract": (said.get("abstract"), description),
        **({"doi": (said.get("doi"), doi)} if doi or "doi" in said else {}),
    }
    yield from _differing(path.name, facts)


def deposit_problems(path: Path, settings: Settings, description: str) -> Iterator[Problem]:
    """Where .zenodo.json, which may be missing, says something else than the settings do.

    Its fields are those of a deposit: https://developers.zenodo.org/#representation. Zenodo itself gives the DOI.
    """
    if not path.is_file():
        return
    text, problems = decoded(path.name, path.read_bytes)
    yield from problems
    try:
        said = json.loads(text)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        yield Problem(path.name, 0, "file", "cannot be read as JSON", "take it from the last commit")
        return
    for name in sorted(said.keys() - DEPOSIT):
        yield Problem(path.name, 0, name, "is no field of a deposit at Zenodo", f"use {', '.join(sorted(DEPOSIT))}")
    creators = said.get("creators") or [{}]
    facts: dict[str, tuple[object, object]] = {
        "title": (said.get("title"), settings.title),
        "creators": (creators[0].get("name") if isinstance(creators[0], dict) else creators[0], settings.author),
        "version": (said.get("version"), settings.version),
        "publication_date": (said.get("publication_date"), settings.date.isoformat()),
        "license": (said.get("license"), settings.license.lower()),
        "description": (said.get("description"), description),
    }
    yield from _differing(path.name, facts)


def _differing(file: str, facts: Mapping[str, tuple[object, object]]) -> Iterator[Problem]:
    """The fields of a file that have another value than mkdocs.yml; `facts` are both, by the field."""
    for name, (here, there) in facts.items():
        if re.sub(r"\s+", " ", str(here)).strip() != str(there):
            wrong = f"says “{here}”, and {FILE} “{there}”" if here is not None else "is missing"
            yield Problem(file, 0, name, wrong, f"write {there}, or correct {FILE}")

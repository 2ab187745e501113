"""What the settings say of pages, references, CITATION.cff and .zenodo.json, compared with what is there."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import yaml

from annotated_edition.settings import FILE, WHERE, Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.search_index import SORTS
from annotated_edition.text.problems import Problem, decoded

# The fields of a deposit that an edition has use for.
DEPOSIT = {
    *("upload_type", "publication_type", "publication_date", "title", "creators", "description", "access_right"),
    *("license", "keywords", "notes", "related_identifiers", "contributors", "references", "communities", "grants"),
    "subjects",
}


def settings_problems(edition: Edition, interface: str) -> Iterator[Problem]:
    """What the settings say of pages, references and the search that cannot be. `interface` is the theme's language."""
    settings = edition.settings
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
    for name in settings.vocabulary.kinds:
        if name in SORTS:
            wrong = "is what the search calls another sort of passage"
            yield Problem(settings.vocabulary_file, 0, f"kinds.{name}", wrong, "give it another name")
    if interface != settings.primary_language:
        wrong = f"{settings.language} is not the language of the theme, {interface}"
        yield Problem(FILE, 0, f"{WHERE}.language", wrong, "correct it, or theme.language")


def described_problems(root: Path, settings: Settings, description: str) -> Iterator[Problem]:
    """Where CITATION.cff or .zenodo.json in a folder says something else than the settings do; either may be missing.

    The latter Zenodo reads from the repository as it is tagged. Its fields are those of Zenodo's schema that a
    publication may need: legacyrecord.json in the repository zenodo/zenodo. Zenodo itself gives the DOI, and takes the
    version from the tag.
    """
    cited = {
        "title": settings.title,
        "authors": settings.author,
        "version": settings.version,
        "date-released": settings.date,
        "license": settings.license,
        "abstract": description,
        "doi": settings.doi.version,
    }
    deposited = {
        "title": settings.title,
        "creators": settings.author,
        "publication_date": settings.date,
        "license": settings.license.lower(),
        "description": description,
    }
    yield from _compared(root / "CITATION.cff", yaml.safe_load, cited)
    yield from _compared(root / ".zenodo.json", json.loads, deposited, DEPOSIT)


def _compared(
    path: Path, parse: Callable[[str], object], facts: Mapping[str, object], known: Collection[str] = ()
) -> Iterator[Problem]:
    """The fields of a file that have another value than `facts`, or are none of the `known`; what is empty may lack."""
    if not path.is_file():
        return
    text, problems = decoded(path.name, path.read_bytes)
    yield from problems
    try:
        said = parse(text)
    except (yaml.YAMLError, ValueError):
        said = None
    if not isinstance(said, dict):
        form = "JSON" if path.suffix == ".json" else "YAML"
        yield Problem(path.name, 0, "file", f"cannot be read as {form}", "take it from the last commit")
        return
    for name in sorted(said.keys() - known) if known else ():
        yield Problem(path.name, 0, name, "is no field of a deposit at Zenodo", f"use {', '.join(sorted(known))}")
    for name, there in facts.items():
        here = _name(said.get(name))
        if re.sub(r"\s+", " ", str(here or "")).strip() != str(there):
            wrong = f"says “{here}”, and {FILE} “{there}”" if here is not None else "is missing"
            yield Problem(path.name, 0, name, wrong, f"write {there}, or correct {FILE}")


def _name(value: object) -> object:
    """The name of the first of several people; any other value as it is."""
    first = (value or [None])[0] if isinstance(value, list) else value
    return first.get("name") if isinstance(first, dict) else first

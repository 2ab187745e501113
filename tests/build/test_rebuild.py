"""What is kept is right: an edition that is edited is served, and built, as if it had been built from nothing."""

import shutil
from pathlib import Path

import pytest
from fixtures.builder import sound
from fixtures.edits import CITED, EDITS, STYLES, UNSOUND, Edit, whole_edition
from fixtures.rebuilding import rebuild
from fixtures.released import files


def test_every_edit_that_may_be_tried_has_its_place(tmp_path: Path) -> None:
    folder = whole_edition(tmp_path / "edition")
    edits = [each for each in (*EDITS, *UNSOUND) if each.old]
    assert [each for each in edits if (folder / each.file).read_text(encoding="utf-8").count(each.old) != 1] == []


def test_after_ten_edits_saved_four_at_once_the_served_site_is_as_if_built_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rebuild(lambda: tmp_path_factory.mktemp("edited"), 10, 4, is_random=False)


def test_a_site_that_is_built_again_after_edits_is_as_if_built_from_nothing(tmp_path: Path) -> None:
    """That which is published is made smaller than what is served."""
    edited = whole_edition(tmp_path / "edited")
    sound(edited)
    stylesheet = Edit(f"{STYLES}/edition.css", "--accent: light-dark(#86291b", "--accent: light-dark(#86291c")
    language = Edit("mkdocs.yml", "language: en-US", "language: en-GB")  # whose dates are others
    for place, some in enumerate((EDITS[:4], [stylesheet, CITED, language])):
        for edit in some:
            assert edit.toggle(edited)
        built, nothing = files(sound(edited)), tmp_path / f"nothing-{place}"
        shutil.copytree(edited, nothing, ignore=shutil.ignore_patterns(".cache", "site"))
        assert built == files(sound(nothing))

"""pandoc, the costliest part of a build, is started as seldom as can be."""

from pathlib import Path

from fixtures.builder import copy_fixture
from fixtures.commands import run_sound
from fixtures.counting import CountingPandoc


def build(folder: Path) -> int:
    """How often one build of the small edition starts pandoc."""
    pandoc = CountingPandoc(folder)
    before = len(pandoc.runs())
    run_sound(folder, PYPANDOC_PANDOC=pandoc.path)
    return len(pandoc.runs()) - before


def test_works_are_read_cited_and_offered_by_one_pandoc_or_two_and_are_kept(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path, anew=True)
    assert build(folder) in (1, 2)
    assert build(folder) == 0

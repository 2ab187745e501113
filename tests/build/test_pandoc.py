"""pandoc, the costliest part of a build, is started as seldom as can be."""

from pathlib import Path

from fixtures.builder import copy_fixture
from fixtures.commands import run_sound
from fixtures.counting import CountingPandoc


def build(folder: Path) -> list[str]:
    """The conversions that one build of the small edition starts."""
    pandoc = CountingPandoc(folder)
    before = len(pandoc.runs())
    run_sound(folder, PYPANDOC_PANDOC=pandoc.path)
    return pandoc.runs()[before:]


def test_works_are_read_cited_and_offered_in_one_run_of_pandoc_each_and_are_kept(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path, anew=True)
    assert len(build(folder)) == 3
    assert build(folder) == []

"""pandoc, the costliest part of a build, is started as seldom as can be."""

import os
import subprocess
import sys
from pathlib import Path

from fixtures.builder import copy_fixture
from fixtures.counting import CountingPandoc


def build(folder: Path) -> list[str]:
    """The conversions that one build of the small edition starts."""
    pandoc = CountingPandoc(folder)
    before = len(pandoc.runs())
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYPANDOC_PANDOC": pandoc.path}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=environment, check=True)
    return pandoc.runs()[before:]


def test_works_are_read_cited_and_offered_in_one_run_of_pandoc_each_and_are_kept(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path, anew=True)
    assert len(build(folder)) == 3
    assert build(folder) == []

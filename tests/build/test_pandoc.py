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


def test_all_citations_are_formatted_in_one_run_of_pandoc_and_are_kept(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path, anew=True)
    assert len([run for run in build(folder) if "--citeproc" in run and "references.bib" in run]) == 1
    # The citations of the claims themselves, in five styles, are kept from the first build on.
    assert len(build(folder)) <= 1

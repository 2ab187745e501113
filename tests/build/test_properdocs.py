"""The unchanged project builds with ProperDocs, which carries MkDocs 1.x on, and gives the same site."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.builder import PROJECT
from fixtures.pages import ADDRESS
from fixtures.sharing import once

GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-([^,"]*)')


@pytest.fixture
def other() -> Path:
    """The site as ProperDocs builds it."""
    return once("properdocs", build)


def build(folder: Path) -> None:
    command = [sys.executable, "-m", "properdocs", "build", "--config-file", "mkdocs.yml", "--site-dir", str(folder)]
    environment = os.environ | {"SITE_URL": ADDRESS, "REPOSITORY_URL": "", "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, f"the site does not build:\n{built.stderr}"


def names(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_every_file_of_the_site_is_the_same_but_for_the_name_of_its_generator(site: Path, other: Path) -> None:
    assert sorted(names(other)) == sorted(names(site))
    for name in names(site):
        content = (other / name).read_bytes()
        assert GENERATOR.sub(b"", content) == GENERATOR.sub(b"", (site / name).read_bytes()), name
    found = GENERATOR.search((other / "index.html").read_bytes())
    assert found
    assert found[1].startswith(b"ProperDocs ")

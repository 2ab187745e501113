"""The unchanged project builds with ProperDocs, which carries MkDocs 1.x on, and gives the same site."""

import re
from collections.abc import Iterator
from pathlib import Path

from fixtures.builder import PROJECT
from fixtures.commands import run_sound
from fixtures.pages import ADDRESS
from fixtures.sharing import once

GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-([^,"]*)')


def build(folder: Path) -> None:
    options = ("--config-file", "mkdocs.yml", "--site-dir", str(folder))
    run_sound(PROJECT, *options, module="properdocs", SITE_URL=ADDRESS)


def names(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_every_file_of_the_site_is_the_same_but_for_the_name_of_its_generator(site: Path) -> None:
    other = once("properdocs", build)
    assert sorted(names(other)) == sorted(names(site))
    for name in names(site):
        content = (other / name).read_bytes()
        assert GENERATOR.sub(b"", content) == GENERATOR.sub(b"", (site / name).read_bytes()), name
    found = GENERATOR.search((other / "index.html").read_bytes())
    assert found
    assert found[1].startswith(b"ProperDocs ")

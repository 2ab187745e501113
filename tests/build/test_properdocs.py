"""The unchanged project builds with ProperDocs, which carries MkDocs 1.x on, and gives the same site."""

import re
from pathlib import Path

from fixtures.builder import PROJECT
from fixtures.commands import run_sound
from fixtures.pages import ADDRESS
from fixtures.released import files
from fixtures.sharing import once

GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-([^,"]*)')


def build(folder: Path) -> None:
    options = ("--config-file", "mkdocs.yml", "--site-dir", str(folder))
    run_sound(PROJECT, *options, module="properdocs", SITE_URL=ADDRESS)


def test_every_file_of_the_site_is_the_same_but_for_the_name_of_its_generator(site: Path) -> None:
    theirs, ours = files(once("properdocs", build)), files(site)
    bare = [{name: GENERATOR.sub(b"", content) for name, content in made.items()} for made in (theirs, ours)]
    assert [name for name in theirs | ours if bare[0].get(name) != bare[1].get(name)] == []
    found = GENERATOR.search(theirs["index.html"])
    assert found
    assert found[1].startswith(b"ProperDocs ")

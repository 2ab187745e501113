"""Whatever CONTRIBUTING shows can be written into this edition as it stands there."""

from pathlib import Path

import pytest
from fixtures.builder import PROJECT
from fixtures.examples import apply, examples
from fixtures.pages import Site
from fixtures.released import copy_tree
from fixtures.second_edition import build
from fixtures.sharing import once

EXAMPLES = examples()


def _written(folder: Path) -> None:
    copy_tree(PROJECT, folder)
    (folder / ".cache").symlink_to(PROJECT / ".cache")
    shown = {name: apply(name, text, folder) for name, text in EXAMPLES.items()}
    built = build(folder)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    texts = [page.file.read_text(encoding="utf-8") for page in Site(folder / "site").pages.values()]
    (folder / "missing.txt").write_text(
        "\n".join(name for name, text in shown.items() if not any(text in page for page in texts)), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def missing(site: Path) -> list[str]:
    """The examples that a build of all of them together does not show; what a build keeps is there since `site`."""
    return (once("examples", _written) / "missing.txt").read_text("utf-8").split("\n")


def test_there_is_an_example_of_whatever_an_editor_writes() -> None:
    kinds = {name.split("{")[0].split()[0] for name in EXAMPLES}
    assert kinds >= {"claim", "figure", "term", "withdrawn", "@misc", "kinds", "limits", "description"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_written_into_this_edition_builds_and_is_shown(name: str, missing: list[str]) -> None:
    assert name not in missing

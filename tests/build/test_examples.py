"""Whatever CONTRIBUTING shows can be written into this edition as it stands there."""

from pathlib import Path

import pytest
from fixtures.builder import PROJECT
from fixtures.commands import run_sound
from fixtures.examples import FIGURE, apply, examples
from fixtures.pages import Site, said
from fixtures.released import copy_tree
from fixtures.sharing import once

EXAMPLES = examples()


def _written(folder: Path) -> None:
    copy_tree(PROJECT, folder)
    (folder / ".cache").symlink_to(PROJECT / ".cache")
    shown = {name: apply(name, text, folder) for name, text in EXAMPLES.items()}
    run_sound(folder)
    texts = [page.file.read_text(encoding="utf-8") for page in Site(folder / "site").pages.values()]
    (folder / "missing.txt").write_text(
        "\n".join(name for name, text in shown.items() if not any(text in page for page in texts)), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    """A copy of the edition with all examples, built; what a build keeps is there since `site`."""
    return once("examples", _written)


@pytest.fixture(scope="module")
def missing(folder: Path) -> list[str]:
    """The examples that a build of all of them together does not show."""
    return (folder / "missing.txt").read_text(encoding="utf-8").split("\n")


def test_there_is_an_example_of_whatever_an_editor_writes() -> None:
    kinds = {name.split("{")[0].split()[0] for name in EXAMPLES}
    assert kinds >= {"claim", "figure", "term", "withdrawn", "@misc", "kinds", "limits", "description"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_written_into_this_edition_builds_and_is_shown(name: str, missing: list[str]) -> None:
    assert name not in missing


def test_the_figure_that_is_shown_is_drawn_with_its_table(folder: Path) -> None:
    (figure,) = Site(folder / "site")["background/"].soup.select(f"figure#figure-{FIGURE}")
    assert [said(text) for text in figure.select("[data-size=wide] text")][:3] == ["2021", "2022", "2023"]
    assert len(figure.select("[data-size=wide] [data-line]")) == 3
    assert [said(heading) for heading in figure.select("th")] == ["Year", "Tons", "Note", "Source"]

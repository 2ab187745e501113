"""`mkdocs serve --no-strict` survives every mistake that is known, one after the other, without a restart."""

from pathlib import Path

from fixtures.builder import copy_fixture
from fixtures.mending import by_file, survive


def test_every_mistake_is_survived_named_and_mended(tmp_path: Path) -> None:
    survive(copy_fixture(tmp_path), by_file())

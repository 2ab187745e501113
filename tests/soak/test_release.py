"""The whole edition is released alike by two makers who share nothing but the commit."""

from pathlib import Path

from fixtures.builder import PROJECT
from fixtures.released import HERE, THERE, differing, release


def test_a_release_of_the_whole_edition_made_elsewhere_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "another place" / "other"
    assert differing(release(PROJECT, one, HERE), release(PROJECT, other, THERE)) == []

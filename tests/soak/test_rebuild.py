"""What is kept is right, after a hundred edits that are others each time."""

import pytest
from fixtures.rebuilding import rebuild


def test_after_each_of_a_hundred_edits_the_served_site_is_as_if_built_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rebuild(lambda: tmp_path_factory.mktemp("edited"), 100, 1, is_random=True)

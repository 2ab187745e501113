"""What is kept is right: an edition that is edited is served as if it had been built from nothing."""

import pytest
from fixtures.rebuilding import rebuild


def test_after_ten_edits_saved_four_at_once_the_served_site_is_as_if_built_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rebuild(lambda: tmp_path_factory.mktemp("edited"), 10, 4, is_random=False)

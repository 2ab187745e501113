"""What is kept is right, after a hundred edits that are others each time."""

import random
import sys
from pathlib import Path

from fixtures.rebuilding import rebuild


def test_after_each_of_a_hundred_edits_the_served_site_is_as_if_built_from_nothing(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    sys.stdout.write(f"a hundred edits: by the seed {seed}\n")
    rebuild(tmp_path, 100, 1, seed)

"""An edition a hundred times as large as this one, with other references in each copy, is built.

What it took is printed beside what plain and stock took. It takes up to an hour, and nine gigabytes of memory.
"""

from pathlib import Path

from bench import report_large

COPIES = 100
LONGEST = 1_800  # seconds


def test_an_edition_a_hundred_times_as_large_is_built(tmp_path: Path) -> None:
    assert "ours" in report_large(tmp_path, COPIES, LONGEST)

"""Files are written as they are."""

from pathlib import Path

import pytest
from annotated_edition.files.writing import write


def test_files_are_written_as_they_are_in_folders_that_are_made(tmp_path: Path) -> None:
    write(str(tmp_path), {"c/8/cite.ris": "TY  - CHAP\r\n", "c/8/index.html": "“8”\n", "card.png": b"\x89PNG"})
    assert (tmp_path / "c/8/cite.ris").read_bytes() == b"TY  - CHAP\r\n"
    assert (tmp_path / "c/8/index.html").read_text(encoding="utf-8") == "“8”\n"
    assert (tmp_path / "card.png").read_bytes() == b"\x89PNG"


def test_what_was_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("something longer than the new", encoding="utf-8")
    write(str(tmp_path), {"claims.csv": "new"})
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8") == "new"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(OSError, match=r"c/8|/c"):
        write(str(tmp_path), {"c/8/index.html": ""})

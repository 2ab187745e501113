"""Zip archives that are the same, byte for byte, wherever and whenever they are made."""

import io
from collections.abc import Iterable
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3
SMALLEST = 9  # of the levels of deflate
READABLE = 0o100644 << 16  # a plain file that everyone may read, whatever the rights of the one that was packed


def archive(files: Iterable[tuple[str, bytes]], day: date, stored: str = "") -> bytes:
    """Pack pairs of a path and its content, in their order, as of a day; the path `stored` is not compressed."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as packed:
        for path, content in files:
            entry = ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = UNIX, READABLE
            entry.compress_type = ZIP_STORED if path == stored else ZIP_DEFLATED
            packed.writestr(entry, content, compresslevel=SMALLEST)
    return buffer.getvalue()

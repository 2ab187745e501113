"""Write small files by the thousand, of which most are there already."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

Content = str | bytes | Callable[[], bytes]  # of a file; what is costly is made when it is asked for


def content_of(content: Content) -> bytes:
    """The bytes of a file."""
    made = content() if callable(content) else content
    return made.encode() if isinstance(made, str) else made


def write(folder: str, files: Mapping[str, Content]) -> None:
    """Write files below a folder, by their paths below it; ends of lines are those of the text.

    A file that is as it should be is left, since to read it takes a hundredth of the time.
    Raises OSError where the system refuses.
    """
    made: set[str] = set()
    for path, content in files.items():
        file, wanted = f"{folder}/{path}", content_of(content)
        if _read(file) != wanted:
            parent = file.rpartition("/")[0]
            if parent not in made:
                Path(parent).mkdir(parents=True, exist_ok=True)
                made.add(parent)
            Path(file).write_bytes(wanted)


def _read(file: str) -> bytes | None:
    with suppress(OSError), open(file, "rb", buffering=0) as opened:  # noqa: PTH123 # Path.open takes twice as long
        return opened.read()
    return None

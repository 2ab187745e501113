"""Write small files by the thousand."""

from collections.abc import Iterable
from pathlib import Path


def write(folder: str, files: Iterable[tuple[str, str]]) -> None:
    """Write files below a folder, as pairs of a path below it and a text; ends of lines are those of the text.

    Raises OSError where the system refuses.
    """
    made: set[Path] = set()
    for path, text in files:
        file = Path(folder, path)
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(text.encode())

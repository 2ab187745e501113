"""Write small files by the thousand."""

from collections.abc import Callable, Mapping
from pathlib import Path

Content = str | bytes | Callable[[], bytes]  # of a file; what is costly is made when it is asked for


def content_of(content: Content) -> bytes:
    """The bytes of a file."""
    made = content() if callable(content) else content
    return made.encode() if isinstance(made, str) else made


def write(folder: str, files: Mapping[str, Content]) -> None:
    """Write files below a folder, by their paths below it; ends of lines are those of the text.

    Raises OSError where the system refuses.
    """
    made: set[Path] = set()
    for path, content in files.items():
        file = Path(folder, path)
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content_of(content))

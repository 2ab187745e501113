"""Write a thousand small files in a process of their own, while MkDocs fills the templates of the pages.

Most of the time that they take is the system's; a thread would lose it again, waiting for Python's lock at every file.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


class Writer:
    """Writes files below a folder, as pairs of a path below it and a text, in the background."""

    def __init__(self, folder: str, files: Iterable[tuple[str, str]]) -> None:
        """Hand all files over at once; the process has read them when this returns."""
        command = [sys.executable, "-S", "-E", __file__, folder]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        assert self.process.stdin
        self.process.stdin.write(json.dumps(list(files)).encode())
        self.process.stdin.close()

    def finish(self) -> None:
        """Wait until all is written. Raises OSError with what the system said where that failed."""
        assert self.process.stderr
        with self.process.stderr as said:
            message = said.read().decode().strip()
        if self.process.wait():
            raise OSError(message.rpartition("\n")[2])

    def stop(self) -> None:
        """End it wherever it is."""
        assert self.process.stderr
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()


def write(folder: str, files: Iterable[tuple[str, str]]) -> None:
    """Write files below a folder; ends of lines are those of the text."""
    made: set[Path] = set()
    for path, text in files:
        file = Path(folder, path)
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


if __name__ == "__main__":
    write(sys.argv[1], json.load(sys.stdin))

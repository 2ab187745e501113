"""Keep on disk what is costly to make and depends on nothing but known content."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from jinja2 import FileSystemBytecodeCache

Made = TypeVar("Made")
KEPT = 4  # of each name: the site with and without a public address, before and after an edit


def cached(folder: Path, name: str, content: Sequence[str], make: Callable[[], Made]) -> Made:
    """What `make` makes of `content`, in terms of JSON; made only if the folder has nothing for the same content.

    A file that cannot be read, or was broken off, is made again.
    """
    return cached_all(folder, {name: content}, lambda _: [make()])[name]


def cached_all(
    folder: Path, contents: Mapping[str, Sequence[str]], make: Callable[[Sequence[str]], Sequence[Made]]
) -> dict[str, Made]:
    """The same of many by their names, of which `make` is given those that are to be made, all at once."""
    files = {name: folder / f"{name}-{_digest(content)}.json" for name, content in contents.items()}
    found: dict[str, Made] = {}
    for name, file in files.items():
        try:
            found[name] = json.loads(file.read_text(encoding="utf-8"))["made"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    if missing := [name for name in files if name not in found]:
        for name, made in zip(missing, make(missing), strict=True):
            found[name] = made
            _keep(files[name], json.dumps({"made": made}, ensure_ascii=False))
            for old in sorted(folder.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
                old.unlink(missing_ok=True)
    return found


def _digest(content: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]


def _keep(file: Path, text: str) -> None:
    """Write in one step, so that a build that runs at the same time never reads half a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


class Compiled(FileSystemBytecodeCache):
    """What templates are compiled to, by their names and texts alone, so that it holds in every copy of the project."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name)

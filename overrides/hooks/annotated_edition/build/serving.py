"""Where the files beside the pages go: into the site, or while editing into memory, from which they are served.

They are thousands, and MkDocs empties the site before every build, but for what is hidden. So the folders that hold
nothing else are hidden meanwhile, and what still holds in them is not written again.
"""

import mimetypes
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig

from annotated_edition.files.writing import Content, content_of, write

Files = Mapping[str, Content]  # by their paths in the site
INDEX = "index.html"
FOLDERS = ("c", "r")  # of passages and sources: citations/items.py, citations/citation_pages.py


class Served:
    """The files of the last build, for which it waits while they are still being made."""

    def __init__(self) -> None:
        self.wait: Callable[[], Files] = dict

    def end(self) -> None:
        """Wait before the next build, which shall find what this one keeps; what went wrong has been said."""
        with suppress(Exception):
            self.wait()

    def beside(self, pages: WSGIApplication, root: str) -> WSGIApplication:
        """The application that serves the files where `pages` finds none; `root` is the path of the site's address."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            said: list[Any] = []
            body = pages(environ, lambda *head: said.append(head))  # type: ignore[arg-type]
            path = environ["PATH_INFO"].removeprefix(root).lstrip("/")
            if not said[0][0].startswith("404"):
                start_response(*said[0])
                return body
            files = self.wait()
            if f"{path}/{INDEX}" in files:
                start_response("302 Found", [("Location", f"{environ['PATH_INFO']}/")])
                return []
            found = files.get(f"{path}{INDEX}" if path.endswith("/") else path)
            if found is None:
                start_response(*said[0])
                return body
            content = content_of(found)
            kind = mimetypes.guess_type(path if not path.endswith("/") else INDEX)[0] or "application/octet-stream"
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]

        return answer


served = Served()


def hide(config: MkDocsConfig) -> None:
    """Hide the folders of the last build, before MkDocs empties the site. Raises OSError where the system refuses."""
    for shown, hidden in _folders(config):
        if shown.is_dir():
            shutil.rmtree(hidden, ignore_errors=True)  # left by a build that was broken off
            shown.rename(hidden)


def put(files: Files, config: MkDocsConfig) -> None:
    """Publish the files beside the pages. Raises OSError where the system refuses."""
    for shown, hidden in _folders(config):
        if shown.exists():  # a folder of docs/ has its name
            shutil.rmtree(hidden, ignore_errors=True)
        elif hidden.is_dir():
            hidden.rename(shown)
            _delete_others(config.site_dir, shown, files)
    write(config.site_dir, files)


def _folders(config: MkDocsConfig) -> list[tuple[Path, Path]]:
    """Each of these folders of the site, and what it is while it is hidden."""
    return [(Path(config.site_dir, name), Path(config.site_dir, f".{name}")) for name in FOLDERS]


def _delete_others(site: str, folder: Path, files: Files) -> None:
    """Delete from a folder of the site all but these files, and what is empty then."""
    for place, folders, names in os.walk(folder, topdown=False):
        below = Path(place).relative_to(site).as_posix()
        others = [name for name in names if f"{below}/{name}" not in files]
        for name in others:
            Path(place, name).unlink()
        if len(others) == len(names) and not any(Path(place, name).exists() for name in folders):
            Path(place).rmdir()

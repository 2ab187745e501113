"""Where the files beside the pages go: into the site, or while editing into memory, from which they are served.

They are thousands, and MkDocs empties the site before every build.
"""

import mimetypes
from collections.abc import Iterable, Mapping
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig

from annotated_edition.build.state import Build
from annotated_edition.files.writing import Content, content_of, write

Files = Mapping[str, Content]  # by their paths in the site
INDEX = "index.html"


class Served:
    """The files of the last build that was finished."""

    def __init__(self) -> None:
        self.files: Files = {}

    def beside(self, pages: WSGIApplication, root: str) -> WSGIApplication:
        """The application that serves the files where `pages` finds none; `root` is the path of the site's address."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            said: list[Any] = []
            body = pages(environ, lambda *head: said.append(head))  # type: ignore[arg-type]
            path = environ["PATH_INFO"].removeprefix(root).lstrip("/")
            found = self.files.get(f"{path}{INDEX}" if path.endswith("/") else path)
            if not said[0][0].startswith("404"):
                start_response(*said[0])
                return body
            if f"{path}/{INDEX}" in self.files:
                start_response("302 Found", [("Location", f"{environ['PATH_INFO']}/")])
                return []
            if found is None:
                start_response(*said[0])
                return body
            content = content_of(found)
            kind = mimetypes.guess_type(path if not path.endswith("/") else INDEX)[0] or "application/octet-stream"
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]

        return answer


served = Served()


def put(build: Build, config: MkDocsConfig) -> None:
    """Publish the files beside the pages. Raises OSError where the system refuses."""
    if build.is_serving:
        served.files = build.beside
    else:
        write(config.site_dir, build.beside)

"""`make freeze`: build the edition that the tag of this commit names, and keep it on a branch for good.

SITE_URL is the address of the work. The branch is what is published: see versions/branch.py.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mike.git_utils import GitError
from mike.versions import Versions
from mkdocs.config import load_config

from annotated_edition.build.state import Build
from annotated_edition.citations.citation_pages import Render
from annotated_edition.commands.register import built, check_edition
from annotated_edition.commands.running import run
from annotated_edition.config.checks import read_settings
from annotated_edition.interface import gettext
from annotated_edition.permalinks.snapshot import address_of
from annotated_edition.settings import FILE
from annotated_edition.text.dates import spoken_date
from annotated_edition.versions.branch import commit, committed, redirects, refusal

BRANCH = "editions"
LIST = "editions/index.html"  # where Work.history leads


def freeze(root: str, branch: str) -> str:
    """Commit the edition to the branch. Raises ValueError where it is refused, and Abort for a mistake in its text."""
    if not root:
        raise ValueError("SITE_URL: is not set; write SITE_URL=https://your.address/ before the command")
    version = _version()
    versions = committed(branch)
    if reason := refusal(versions, version, branch, _git("tag").split()) or _unfit(version):
        raise ValueError(reason)
    os.environ["SOURCE_DATE_EPOCH"] = day = _git("log", "-1", "--format=%ct")
    os.environ["GIT_COMMITTER_DATE"] = f"{day} +0000"
    with TemporaryDirectory() as folder:
        config, build = built(folder, site_url=f"{root.rstrip('/')}/{version}/")
        check_edition(build)
        _list(versions, build)
        message = f"Edition {version}, from {_git('rev-parse', 'HEAD')}"
        commit(branch, message, versions, _files(Path(folder), versions, config, build))
    return f"Edition {version} is kept on the branch {branch}, as it is published at {config.site_url}"


def _unfit(version: str) -> str:
    """What keeps this commit from being that of an edition."""
    if changed := _git("status", "--porcelain"):
        return f"{changed.split()[1]}: is not committed; commit it, or undo the change"
    if version not in (tags := _git("tag", "--points-at", "HEAD").split()):
        others = f" but {', '.join(tags)}" if tags else ""
        wrong = f"edition {version}: this commit has no tag of that name{others}"
        return f"{wrong}; tag it with git tag {version}, or correct the version under extra.edition in {FILE}"
    return ""


def _version() -> str:
    """The version in the settings. Raises ValueError with every mistake in these."""
    config = load_config(FILE)
    settings, problems = read_settings(config.extra, Path(config.docs_dir))
    if settings is None:
        raise ValueError("\n".join(map(str, problems)))
    return settings.version


def _list(versions: Versions, build: Build) -> None:
    """Add the edition, with the pages that a reader of another can go to in it."""
    version, snapshot = build.settings.version, build.snapshot
    pages = [*snapshot.pages, *map(address_of, snapshot.edition.settings.moved)]
    date = spoken_date(build.settings.date)
    added = versions.add(version, gettext("Edition %(version)s, %(date)s", version=version, date=date))
    added.properties = {"pages": sorted(pages)}


def _files(site: Path, versions: Versions, config: Any, build: Build) -> Iterator[tuple[str, bytes]]:
    version = build.settings.version
    render: Render = partial(_render, config, build)
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    files = [(path.relative_to(site).as_posix(), path.read_bytes()) for path in paths]
    yield from ((f"{version}/{path}", content) for path, content in files)
    yield from redirects(files, config.site_name, render)
    yield LIST, render("editions.html", LIST.count("/"), editions=list(versions)).encode()


def _render(config: Any, build: Build, template: str, depth: int, **facts: object) -> str:
    base = "/".join([*[".."] * depth, build.settings.version])
    rendered: str = build.environment.get_template(template).render(config=config, base_url=base, page=None, **facts)
    return rendered


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


def main(arguments: list[str]) -> int:
    """Run the command in the folder of mkdocs.yml; the name of another branch may be given."""
    return run(lambda: freeze(os.environ.get("SITE_URL", ""), *(arguments or [BRANCH])), GitError)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

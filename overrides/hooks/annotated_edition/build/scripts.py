"""What is sent of scripts: each module at the top of their folder as one file with all that it imports, minified.

Without this step the site works the same, and asks for every module by itself.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from annotated_edition.assets.scripts import BundleError, modules
from annotated_edition.build.state import Build, log

FOLDER = "assets/javascripts/"


def bundle_scripts(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Send the bundles in the place of the modules; if there are none, the modules as they are written."""
    try:
        bundles = modules(Path(config.theme.custom_dir or "", FOLDER), build.kept)
    except BundleError as error:
        log.warning("%s: the scripts cannot be bundled; mend what is named:\n%s", FOLDER, error)
        return
    for file in list(files):
        if file.src_dir != config.theme.custom_dir or not file.src_uri.startswith(FOLDER):
            continue
        name = file.src_uri.removeprefix(FOLDER)
        if name in bundles:
            file.content_string = bundles[name]
        else:
            files.remove(file)

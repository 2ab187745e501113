"""Stylesheets and scripts before the pages are made: ours minified, joined and bundled, and the theme's changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from annotated_edition.build.state import Build, log, warn
from annotated_edition.minify.css import OPTIONAL, minified_css
from annotated_edition.minify.repaint import BUNDLE, changed_script
from annotated_edition.minify.scripts import BundleError, modules
from annotated_edition.settings import FILE as SETTINGS
from annotated_edition.stylesheet import FILE as VOCABULARY_CSS
from annotated_edition.stylesheet import vocabulary_css
from annotated_edition.text.problems import Problem
from annotated_edition.theme import PatchError, expect, only, patched

FOLDER = "assets/"
SCRIPTS = f"{FOLDER}javascripts/"
FIRST = f"{FOLDER}stylesheets/first.css"  # what the first view of a page needs
LATER = f"{FOLDER}stylesheets/later.css"  # what follows in the list of mkdocs.yml, from this one on:
PASSAGES = f"{FOLDER}stylesheets/passages.css"


def join_addresses(build: Build, config: MkDocsConfig) -> None:
    """Let pages link to two stylesheets in the place of all that mkdocs.yml lists."""
    warn(_missing(config))
    at = config.extra_css.index(PASSAGES) if PASSAGES in config.extra_css else len(config.extra_css)
    build.joined = {FIRST: config.extra_css[:at], LATER: config.extra_css[at:]}
    config.extra_css = [FIRST, LATER]


def _missing(config: MkDocsConfig) -> Iterator[Problem]:
    """The stylesheets and scripts of mkdocs.yml that are not there, without which pages would be sent."""
    folders = [Path(folder) for folder in (config.docs_dir, *config.theme.dirs)]
    for setting in ("extra_css", "extra_javascript"):
        for linked in config[setting]:
            path = str(linked)
            if "://" not in path and not any((folder / path).is_file() for folder in folders):
                wrong, remedy = f"{path} is no file of docs or overrides", "correct its path, or delete the line"
                yield Problem(SETTINGS, 0, setting, wrong, remedy)


def shorten_files(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Minify what is ours, join it in the order of mkdocs.yml, and change the theme's script."""
    build.pages_read = [Path(file.abs_dest_path) for file in files.documentation_pages()]
    for file in files:
        if (
            file.src_uri.startswith(FOLDER)
            and file.src_dir == config.theme.custom_dir
            and file.src_uri.endswith(".css")
        ):
            added = vocabulary_css(build.settings.vocabulary) if file.src_uri == VOCABULARY_CSS else ""
            file.content_string = _css(build, file.src_uri, file.content_string + added)
    with ending_plainly():
        _change_script(files)
    for path, parts in build.joined.items():
        found = [part for name in parts if (part := files.get_file_from_path(name))]
        files.append(File.generated(config, path, content="".join(part.content_string for part in found)))


def bundle_scripts(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Send each module at the top of their folder as one file with all that it imports, or all as they are written."""
    try:
        bundles = modules(Path(config.theme.custom_dir or "", SCRIPTS), build.kept)
    except BundleError as error:
        log.warning("%s: the scripts cannot be bundled; mend what is named:\n%s", SCRIPTS, error)
        return
    for file in list(files):
        if file.src_dir != config.theme.custom_dir or not file.src_uri.startswith(SCRIPTS):
            continue
        name = file.src_uri.removeprefix(SCRIPTS)
        if name in bundles:
            file.content_string = bundles[name]
        else:
            files.remove(file)


def let_templates_change_the_theme(env: Any) -> None:
    """Give templates the filter by which they change the theme's HTML."""
    env.filters["patched"] = ending_plainly()(patched)


@contextmanager
def ending_plainly() -> Iterator[None]:
    """Let MkDocs end the build with the message alone where the theme is not as expected."""
    try:
        yield
    except PatchError as error:
        raise PluginError(str(error)) from None


def _change_script(files: Files) -> None:
    """Change the theme's script, which must know what is left out where it makes nothing."""
    bundle = files.src_uris[only(files.src_uris, BUNDLE)]
    for beginning in OPTIONAL:
        expect(bundle.content_string, beginning, file=BUNDLE)
    bundle.content_string = changed_script(bundle.content_string)


def _css(build: Build, name: str, css: str) -> str:
    try:
        return build.kept.get(minified_css.__module__, css, lambda: minified_css(css))
    except ValueError as error:
        raise PluginError(
            f"overrides/{name}: cannot be read as CSS: {error} (lines are counted from 0); mend it"
        ) from None

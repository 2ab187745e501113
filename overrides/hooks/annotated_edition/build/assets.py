"""What is sent of stylesheets and pages: ours minified and joined, the theme's purged, and what the first view needs in
the pages themselves.

Without these steps the site looks and works the same, and asks for more.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from os.path import normpath
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from annotated_edition.build.state import Build
from annotated_edition.minify.css import CONTENT, OPTIONAL, Asked, Names, asked, minified_css, purged
from annotated_edition.minify.html import minified_html
from annotated_edition.minify.inline_styles import with_sheets
from annotated_edition.minify.repaint import (
    BUNDLE,
    MAIN,
    PALETTE,
    table_classes,
    with_tables,
    without_scheme,
    without_switching,
)
from annotated_edition.stylesheet import FILE as VOCABULARY_CSS
from annotated_edition.stylesheet import vocabulary_css
from annotated_edition.theme import PatchError, expect, only, patched

FOLDER = "assets/"
FIRST = f"{FOLDER}stylesheets/first.css"  # what the first view of a page needs
LATER = f"{FOLDER}stylesheets/later.css"  # what follows in the list of mkdocs.yml, from this one on:
PASSAGES = f"{FOLDER}stylesheets/passages.css"


def join_addresses(build: Build, config: MkDocsConfig) -> None:
    """Let pages link to two stylesheets in the place of all that mkdocs.yml lists."""
    at = config.extra_css.index(PASSAGES) if PASSAGES in config.extra_css else len(config.extra_css)
    build.joined = {FIRST: config.extra_css[:at], LATER: config.extra_css[at:]}
    config.extra_css = [FIRST, LATER]


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
    with _ending_plainly():
        _change_script(files)
    for path, parts in build.joined.items():
        found = [part for name in parts if (part := files.get_file_from_path(name))]
        files.append(File.generated(config, path, content="".join(part.content_string for part in found)))


def let_templates_change_the_theme(env: Any) -> None:
    """Give templates the filter by which they change the theme's HTML."""
    env.filters["patched"] = _ending_plainly()(patched)


def trim(build: Build, config: MkDocsConfig) -> None:
    """Keep of the theme's stylesheets what the pages, as they are now, or the scripts can need; then put them in."""
    site = Path(config.site_dir)
    paths = [*build.pages_read, *site.glob("*.html")]  # all that load the theme's stylesheets
    texts = {path: path.read_text(encoding="utf-8") for path in dict.fromkeys(paths)}
    found = {path: sha256(text.encode()).hexdigest() for path, text in texts.items()}
    sheets = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.glob(f"{FOLDER}stylesheets/*.css")
    }
    with _ending_plainly():
        _purge(build, config, sheets, {found[path]: text for path, text in texts.items()})

    def trimmed(path: Path) -> str:
        linked = texts[path]
        if path in build.pages_read:
            linked = with_sheets(linked, partial(_sheet, site, path.parent, sheets), LATER)
        return minified_html(linked)

    for path in texts:
        content = [found[path], path.relative_to(site).as_posix(), path in build.pages_read, sheets]
        text = build.kept.get(__name__, content, partial(trimmed, path))
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _ending_plainly() -> Iterator[None]:
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
    bundle.content_string = without_scheme(bundle.content_string)


def _purge(build: Build, config: MkDocsConfig, sheets: dict[str, str], pages: Mapping[str, str]) -> None:
    """Change the theme's stylesheets, among all by their paths below the site's address, and leave out what it can.

    `pages` are all that load them, by their digests.
    """
    site, kept, maker = Path(config.site_dir), build.kept, Asked.__module__
    main, palette = only(sheets, MAIN), only(sheets, PALETTE)
    told = kept.get_all(
        maker, {name: name for name in pages}, lambda missing: [vars(Asked.read(pages[name])) for name in missing]
    )
    read = [Asked(**each) for each in told.values()]
    sheets[main] = with_tables(sheets[main], table_classes(pages.values()))
    sheets[palette] = without_switching(sheets[palette])
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.glob(f"{FOLDER}javascripts/*.js"))]
    is_plain = not any(feature.startswith(CONTENT) for feature in config.theme["features"])
    used = Names.read(read, scripts, OPTIONAL if is_plain else {})
    for name in (main, palette):
        others = {each for other, css in sheets.items() if other != name for each in asked(css)}
        others |= {each for page in read for each in page.properties}
        known = [sorted(used.names), sorted(used.values), sorted(used.words), sorted(others)]
        sheets[name] = kept.get(maker, [sheets[name], known], partial(purged, sheets[name], used, others))
        (site / name).write_text(sheets[name], encoding="utf-8")


def _css(build: Build, name: str, css: str) -> str:
    try:
        return build.kept.get(minified_css.__module__, css, lambda: minified_css(css))
    except ValueError as error:
        raise PluginError(
            f"overrides/{name}: cannot be read as CSS: {error} (lines are counted from 0); mend it"
        ) from None


def _sheet(site: Path, folder: Path, sheets: Mapping[str, str], address: str) -> tuple[str, str]:
    """The name and the text of the stylesheet that has this address as seen from the folder of a page."""
    name = Path(normpath(folder / address)).relative_to(site).as_posix()
    return name, sheets[name]

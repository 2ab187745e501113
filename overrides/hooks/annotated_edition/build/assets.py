"""What is sent of stylesheets and pages: no comments, indents and empty lines, none of the theme's rules that
nothing here can match, our stylesheets all in one, and in the pages themselves.

Without these steps the site looks and works the same, and asks for more.
"""

import re
from collections.abc import Mapping
from functools import partial
from os.path import normpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from annotated_edition.build.state import Build
from annotated_edition.minify.inline_styles import with_sheets
from annotated_edition.minify.repaint import cheap_css, cheap_js, table_classes
from annotated_edition.minify.unused_rules import Words, needed
from annotated_edition.stylesheet import FILE as VOCABULARY_CSS
from annotated_edition.stylesheet import vocabulary_css

FOLDER = "assets/"
SHEET = f"{FOLDER}stylesheets/all.css"
BUNDLE = f"{FOLDER}javascripts/bundle."  # the theme's script
# What the theme's script makes only of a mark in a page: the beginning of its names, and the mark. A feature of the
# theme whose name begins with CONTENT may let it make more.
MAKES = {
    "md-annotation": "annotate",
    "md-tooltip": "annotate",
    "md-code": "highlight",
    "md-source": "md-source__facts",
    "md-tag": "md-tag",
    "md-version": "md-version",
    "tabbed": "tabbed-set",
    "--md-mermaid": "mermaid",
}
CONTENT = "content."
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'("[^"\n]*")')
SPACE = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,]) ?")


def join_addresses(build: Build, config: MkDocsConfig) -> None:
    """Let pages link to one stylesheet in the place of all that mkdocs.yml lists."""
    build.joined = list(config.extra_css)
    config.extra_css = [SHEET]


def shorten_files(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Shorten what is ours, and join it in the order of mkdocs.yml."""
    build.theme_stylesheets = []
    build.pages_read = [Path(file.abs_dest_path) for file in files.documentation_pages()]
    for file in files:
        if not file.src_uri.startswith(FOLDER) or not file.src_dir or file.src_dir not in config.theme.dirs:
            continue
        if file.src_dir != config.theme.custom_dir:
            build.theme_stylesheets += [file.abs_dest_path] if file.src_uri.endswith(".css") else []
            if file.src_uri.startswith(BUNDLE) and file.src_uri.endswith(".js"):
                file.content_string = cheap_js(file.content_string)
        elif file.src_uri.endswith(".css"):
            added = vocabulary_css(build.settings.vocabulary) if file.src_uri == VOCABULARY_CSS else ""
            file.content_string = short_css(file.content_string + added)
    found = [part for name in build.joined if (part := files.get_file_from_path(name))]
    files.append(File.generated(config, SHEET, content="".join(part.content_string for part in found)))


def trim_stylesheets(build: Build, config: MkDocsConfig) -> None:
    """Keep of the theme's stylesheets what the pages, as they are now, or the scripts can need; then put them in."""
    site = Path(config.site_dir)
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    pages = texts.values()
    scripts = [path.read_text(encoding="utf-8") for path in site.glob(f"{FOLDER}javascripts/*.js")]
    sheets = {path: path.read_text(encoding="utf-8") for path in site.glob(f"{FOLDER}stylesheets/*.css")}
    makes = {} if any(feature.startswith(CONTENT) for feature in config.theme["features"]) else MAKES
    words = Words.read(pages, scripts, makes)
    for path in map(Path, build.theme_stylesheets):
        others = [css for other, css in sheets.items() if other != path]
        sheets[path] = needed(sheets[path], words, [*others, *pages])
    tables = table_classes(pages)
    for path, css in sheets.items():
        sheets[path] = cheap_css(css, tables)
        path.write_text(sheets[path], encoding="utf-8")
    for path in build.pages_read:
        path.write_text(with_sheets(texts[path], partial(_sheet, site, path.parent, sheets)), encoding="utf-8")


def _sheet(site: Path, folder: Path, sheets: Mapping[Path, str], address: str) -> tuple[str, str]:
    """The name and the text of the stylesheet that has this address as seen from the folder of a page."""
    path = Path(normpath(folder / address))
    return path.relative_to(site).as_posix(), sheets[path]


def short_css(css: str) -> str:
    """The stylesheet without comments and needless space; strings, such as shapes drawn in SVG, stay as they are."""
    pieces = STRING.split(COMMENT.sub("", css))
    pieces[::2] = [AROUND.sub(r"\1", SPACE.sub(" ", piece)).replace(";}", "}") for piece in pieces[::2]]
    return "".join(pieces).strip()

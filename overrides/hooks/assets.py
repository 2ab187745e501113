"""What is sent of stylesheets, scripts and pages: no comments, indents and empty lines, none of the theme's rules that
nothing here can match, ours all of a kind in one file, and stylesheets in the pages themselves.

Without this hook the site looks and works the same, and asks for more.
"""

import re
from collections.abc import Mapping
from functools import partial
from os.path import normpath
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from slim.costly import cheap_css, cheap_js, table_classes
from slim.page import short_html
from slim.rules import Words, needed
from slim.sheets import with_sheets

FOLDER = "assets/"
SHEET = f"{FOLDER}stylesheets/all.css"
SCRIPT = f"{FOLDER}javascripts/all.js"
BUNDLE = f"{FOLDER}javascripts/bundle."  # the theme's script
# Under config.extra, where the events of this build find them.
JOINED = "joined"  # what is joined into each of the two
THEMES = "themes"  # the theme's stylesheets
READ = "read"  # the pages that are read, and not those that only cite or lead on
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
LINE_COMMENT = re.compile(r"^\s*//.*\n?|^\s+", re.MULTILINE)
END_COMMENT = re.compile(r"""(?<=[;,{}()\[]) // [^"'`\n]*$""", re.MULTILINE)  # none that could be the end of a string


def on_config(config: MkDocsConfig) -> None:
    """Let pages link to one stylesheet and one script in the place of all that mkdocs.yml lists."""
    config.extra[JOINED] = {SHEET: list(config.extra_css), SCRIPT: [str(script) for script in config.extra_javascript]}
    script = ExtraScriptValue(SCRIPT)
    script.defer = True
    config.extra_css, config.extra_javascript = [SHEET], [script]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Shorten what is ours, and join it in the order of mkdocs.yml."""
    config.extra[THEMES] = []
    config.extra[READ] = [Path(file.abs_dest_path) for file in files.documentation_pages()]
    for file in files:
        if not file.src_uri.startswith(FOLDER) or not file.src_dir or file.src_dir not in config.theme.dirs:
            continue
        if file.src_dir != config.theme.custom_dir:
            config.extra[THEMES] += [file.abs_dest_path] if file.src_uri.endswith(".css") else []
            if file.src_uri.startswith(BUNDLE) and file.src_uri.endswith(".js"):
                file.content_string = cheap_js(file.content_string)
        elif file.src_uri.endswith(".css"):
            file.content_string = short_css(file.content_string)
        elif file.src_uri.endswith(".js"):
            file.content_string = short_js(file.content_string)
    for path, parts in config.extra[JOINED].items():
        found = [part for name in parts if (part := files.get_file_from_path(name))]
        files.append(File.generated(config, path, content="".join(part.content_string for part in found)))


@event_priority(-120)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Shorten the page for addresses that do not exist."""
    return short_html(output) if template_name.endswith(".html") else output


@event_priority(-120)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Shorten a page, after all that is made of it."""
    return short_html(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Keep of the theme's stylesheets what the pages, as they are now, or the scripts can need; then put them in."""
    site = Path(config.site_dir)
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    pages = texts.values()
    scripts = [path.read_text(encoding="utf-8") for path in site.glob(f"{FOLDER}javascripts/*.js")]
    sheets = {path: path.read_text(encoding="utf-8") for path in site.glob(f"{FOLDER}stylesheets/*.css")}
    makes = {} if any(feature.startswith(CONTENT) for feature in config.theme["features"]) else MAKES
    words = Words.read(pages, scripts, makes)
    for path in map(Path, config.extra[THEMES]):
        others = [css for other, css in sheets.items() if other != path]
        sheets[path] = needed(sheets[path], words, [*others, *pages])
    tables = table_classes(pages)
    for path, css in sheets.items():
        sheets[path] = cheap_css(css, tables)
        path.write_text(sheets[path], encoding="utf-8")
    for path in config.extra[READ]:
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


def short_js(script: str) -> str:
    """The script without comments and indents; our template literals mind neither."""
    return LINE_COMMENT.sub("", END_COMMENT.sub("", script))

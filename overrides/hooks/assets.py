"""Our stylesheets and scripts as they are sent: without comments and indents, all of a kind in one file.

Without this hook the site looks and works the same, and asks for more.
"""

import re

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

FOLDER = "assets/"
SHEET = f"{FOLDER}stylesheets/all.css"
SCRIPT = f"{FOLDER}javascripts/all.js"
JOINED = "joined"  # under config.extra, where the events of this build find what is joined into each of the two
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
    for file in files:
        if file.src_uri.startswith(FOLDER) and file.src_dir and file.src_dir == config.theme.custom_dir:
            if file.src_uri.endswith(".css"):
                file.content_string = short_css(file.content_string)
            elif file.src_uri.endswith(".js"):
                file.content_string = short_js(file.content_string)
    for path, parts in config.extra[JOINED].items():
        found = [part for name in parts if (part := files.get_file_from_path(name))]
        files.append(File.generated(config, path, content="".join(part.content_string for part in found)))


def short_css(css: str) -> str:
    """The stylesheet without comments and needless space; strings, such as shapes drawn in SVG, stay as they are."""
    pieces = STRING.split(COMMENT.sub("", css))
    pieces[::2] = [AROUND.sub(r"\1", SPACE.sub(" ", piece)).replace(";}", "}") for piece in pieces[::2]]
    return "".join(pieces).strip()


def short_js(script: str) -> str:
    """The script without comments and indents; our template literals mind neither."""
    return LINE_COMMENT.sub("", END_COMMENT.sub("", script))

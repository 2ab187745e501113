"""The joints between MkDocs and what protects readers: the policy of the pages, and the headers that hosts send.

Every template writes a policy without inline code into its head; here the pages of the theme get theirs.
"""

from pathlib import Path
from typing import Any

from files.writing import write
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from policy.content_security import WHILE_EDITING, policy, with_policy
from policy.headers import FILE, headers
from policy.refused import refused

log = get_plugin_logger("edition")
is_editing = False  # of the command, not of one of its builds, and told once
INSTANT = "navigation.instant"  # a feature of the theme
# Under config.extra, where the events of this build find them.
WORK = "work"  # an Item, left by publish.py
PAGES = "with_inline_code"  # the files of the pages of the theme


def on_startup(command: str, dirty: bool) -> None:
    """Learn whether the site is built or served."""
    global is_editing
    is_editing = command == "serve"


@event_priority(100)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give every template the policy, and keep which pages need more of it."""
    env.globals["policy"] = policy(WHILE_EDITING) if is_editing else policy()
    pages = [file.abs_dest_path for file in files.documentation_pages()]
    static = [str(Path(config.site_dir, name)) for name in config.theme.static_templates if name.endswith(".html")]
    config.extra[PAGES] = pages + static


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Name what an editor wrote and no reader would get."""
    for problem in refused(page.file.src_uri, html):
        log.warning("%s", problem)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Let a page run its own inline code; with instant navigation all of any, since the first policy remains."""
    write(config.site_dir, [(FILE, headers(config.extra[WORK]))])
    if is_editing:
        return
    files = [path for name in config.extra[PAGES] if (path := Path(name)).is_file()]
    pages = {path: path.read_text(encoding="utf-8") for path in files}
    shared = policy(pages=pages.values()) if INSTANT in config.theme["features"] else ""
    for path, html in pages.items():
        path.write_text(with_policy(html, shared or policy(pages=[html])), encoding="utf-8", newline="\n")

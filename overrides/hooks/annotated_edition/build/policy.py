"""The Content-Security-Policy of the pages, and the headers that hosts send.

Every template writes a policy without inline code into its head; here the pages of the theme get theirs.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from annotated_edition.build.state import Build
from annotated_edition.security.content_security import WHILE_EDITING, policy, with_policy
from annotated_edition.security.headers import FILE, headers

INSTANT = "navigation.instant"  # a feature of the theme


def give_policy(build: Build, env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give every template the policy, and keep which pages need more of it."""
    env.globals["policy"] = policy(WHILE_EDITING) if build.is_serving else policy()
    pages = [file.abs_dest_path for file in files.documentation_pages()]
    static = [str(Path(config.site_dir, name)) for name in config.theme.static_templates if name.endswith(".html")]
    build.pages_with_inline_code = pages + static


def write_policy(build: Build, config: MkDocsConfig) -> None:
    """Let a page run its own inline code; with instant navigation all of any, since the first policy remains."""
    build.beside[FILE] = headers(build.work)
    if build.is_serving:
        return
    files = [path for name in build.pages_with_inline_code if (path := Path(name)).is_file()]
    pages = {path: path.read_text(encoding="utf-8") for path in files}
    shared = policy(pages=pages.values()) if INSTANT in config.theme["features"] else ""
    for path, html in pages.items():
        path.write_text(with_policy(html, shared or policy(pages=[html])), encoding="utf-8", newline="\n")

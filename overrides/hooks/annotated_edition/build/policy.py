"""The Content-Security-Policy of the pages, and the headers that hosts send.

Every template writes a policy without inline code into its head; here the pages of the theme get theirs.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from annotated_edition.build.state import Build
from annotated_edition.security.content_security import WHILE_EDITING, policy, with_policy
from annotated_edition.security.headers import FILE, headers

INSTANT = "navigation.instant"  # a feature of the theme


def give_policy(build: Build, env: Any) -> None:
    """Give every template the policy, which while editing gives leave to run any inline code."""
    env.globals["policy"] = policy(WHILE_EDITING) if build.is_serving else policy()
    build.beside[FILE] = headers(build.work)


def write_pages(build: Build, config: MkDocsConfig, pages: Mapping[Path, str]) -> None:
    """Write the pages, each with leave to run its own inline code.

    With instant navigation all of them have leave for that of any, since the first policy remains.
    """
    shared = policy(pages=pages.values()) if INSTANT in config.theme["features"] else ""
    for path, html in pages.items():
        text = build.kept.get(policy.__module__, [html, shared], partial(_with_its_own, html, shared))
        path.write_text(text, encoding="utf-8", newline="\n")


def _with_its_own(html: str, shared: str) -> str:
    return with_policy(html, shared or policy(pages=[html]))

"""The state of one build: all that is known of the edition, made anew for every build, also under `mkdocs serve`."""

import logging
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from annotated_edition.blocks.links import Link
from annotated_edition.blocks.term_links import TermLinksExtension
from annotated_edition.citations.controls import Control
from annotated_edition.citations.exports import Citations
from annotated_edition.citations.formatting import Strings
from annotated_edition.citations.harvest import Harvest
from annotated_edition.citations.items import Item
from annotated_edition.figures.illustrations import Drawn, Illustration
from annotated_edition.files.kept import Kept, kept_by
from annotated_edition.files.writing import Content
from annotated_edition.permalinks.register import Register
from annotated_edition.permalinks.snapshot import Snapshot
from annotated_edition.settings import Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.rendering import Known
from annotated_edition.structure.works import Works
from annotated_edition.text.citeproc import Formatted
from annotated_edition.text.problems import Problem
from annotated_edition.workers import Made, in_thread

NAMED = 3  # pages made anew that are named, and not counted
KEY = "build"  # under config.extra
log = get_plugin_logger("edition")


class Build:
    """What the events of a build tell one another, in the order in which it comes to be known."""

    # on_config
    settings: Settings
    root: Path  # of the project, where mkdocs.yml stands
    is_serving: bool
    with_formats: bool  # whether PDF, EPUB, zip and the page for printing are made
    joined: dict[str, list[str]]  # the stylesheets that are joined, by those that pages load
    wait_for_works: Callable[[], Works]

    # on_files
    pages_read: list[Path]  # the pages that are read, and not those that only cite or redirect
    edition: Edition
    dead_links: list[Link]  # which have been named
    known: Known  # to blocks, of the whole edition
    pages_known: str  # what Markdown makes of all pages depends on this, once it has made one
    templates_known: str  # and this is what all templates can read, once one is filled
    edition_known: dict[str, str]  # and this what some can read besides, in parts
    template_texts: dict[tuple[str, ...], dict[str, str]]  # of templates and all that they take in, by the names asked
    controls: list[Control]  # of passages
    glossary_links: TermLinksExtension  # which is told of each page from where to link
    register: Register
    snapshot: Snapshot
    work: Item  # with all that can be cited in it
    wait_for_formatted: Callable[[], Formatted]
    wait_for_strings: Callable[[], Strings]
    wait_for_citations: Callable[[], Citations]
    wait_for_drawings: Callable[[], Drawn]

    # on_nav, on_page_markdown, on_env
    made_anew: list[str]  # the pages, by their paths below docs/, of which nothing was kept
    nav: Navigation
    files: Files
    environment: Any  # of the templates
    strings: Strings  # the citations of pages, by their keys
    harvest: Harvest
    illustrations: dict[str, Illustration]  # of the figures that are drawn, by their labels
    shared: Callable[[], dict[str, Content]]  # what readers take along and others show, by the paths in the site
    beside: dict[str, Content]  # what is published beside the pages, by the paths in the site
    rendered: dict[str, str]  # what templates made of each page, by its path below docs/

    @property
    def begin(self) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
        """How to begin what no page waits for: at once in a thread, or, while editing, when it is asked for."""
        return cache if self.is_serving else in_thread

    @property
    def kept(self) -> Kept:
        """What is kept from build to build."""
        return kept_by(self.root)


def build_of(config: MkDocsConfig) -> Build:
    """The state of the build with this configuration."""
    build: Build = config.extra[KEY]
    return build


def tell_progress(build: Build) -> None:
    """Say in one line what a build had to make."""
    anew, all_pages = build.made_anew, len(build.edition.pages)
    which = ", ".join(anew) if 0 < len(anew) <= NAMED else f"{len(anew)} of {all_pages} pages"
    log.info("made anew: %s", which)


def will_end(config: MkDocsConfig) -> bool:
    """Whether the build, being strict, will end for what it has warned of, so that no more need be made for it."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return config.strict and any(counter.get_counts() for counter in counters)


def warn(problems: Iterable[Problem]) -> None:
    """Name mistakes; MkDocs, which is strict by mkdocs.yml, ends the build for them."""
    for problem in problems:
        log.warning("%s", problem)

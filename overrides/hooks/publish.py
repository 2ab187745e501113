"""The joints between MkDocs and what makes the edition citable; like build.py, which runs before it, they hand over."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from citing.catalogue import citable, item_of
from citing.cite_extension import CiteExtension
from citing.exports import item_files, ledger_files, reference_files
from citing.harvest import Harvest, harvest
from citing.items import Item, Work
from citing.sheets import sheet_addresses, sheet_files
from citing.styles import STYLES, begin, in_background
from citing.suggest_extension import SuggestExtension, suggestion_addresses
from edition.edition import Edition
from files.writing import Writer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from text.citeproc import EMPTY, pandoc_problem

log = get_plugin_logger("edition")
Made = TypeVar("Made")
# Under config.extra, where the events of this build find them.
EDITION = "model"  # an Edition, left by build.py
WORK = "work"  # an Item, with all that can be cited in it
STRINGS = "strings"  # a function that waits for the formatted citations
EXPORTED = "exported"  # likewise for the files of all references
CACHE = Path(".cache", "citing")
# What is being published beside the pages; not under config.extra, of which a build that fails tells nothing.
writers: list[Writer] = []


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Describe what can be cited, begin to format and to write it, and give every passage its control."""
    try:
        facts = Work.read(config.extra["edition"], config.site_url)
    except KeyError as error:
        raise PluginError(
            f"mkdocs.yml: extra.edition: {error.args[0]} is missing; citations are written from it"
        ) from None
    config.extra[WORK] = work = citable(config.extra[EDITION], facts)
    cache, is_lost = _root(config) / CACHE, _will_end(config)
    config.extra[STRINGS] = dict if is_lost else begin(list(work.all), cache)
    addresses = sheet_addresses(work, "" if config.use_directory_urls else "index.html")
    extensions: list[Any] = config.markdown_extensions
    extensions.append(CiteExtension(addresses))
    if config.repo_url:
        extensions.append(SuggestExtension(suggestion_addresses(config.repo_url, work.passages)))
    edition: Edition = config.extra[EDITION]
    config.extra[EXPORTED] = (
        list if is_lost else in_background(reference_files, edition.registry, edition.bibliography, cache)
    )


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give every template the work and its formatted citations, and write what is published beside the pages."""
    env.globals["work"] = config.extra[WORK]
    env.globals["citation_styles"] = STYLES
    none = {item.key: {style.key: "" for style in STYLES} for item in config.extra[WORK].all}
    made = _finished(config.extra[EDITION], config.extra[STRINGS], none, "format the citations")
    env.globals["strings"] = none | made
    env.globals["harvest"] = harvested = _harvest(config, files)
    writers.append(Writer(config.site_dir, chain(_files(config, env), harvested.files.items())))


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template the page as an item to cite."""
    context["item"] = item_of(config.extra[WORK], page.file.src_uri)


def on_post_build(config: MkDocsConfig) -> None:
    """Wait until all is written."""
    writers.pop().finish()


def on_build_error(error: Exception, **rest: object) -> None:
    """Write no more into a site that will not be."""
    while writers:
        writers.pop().stop()


def _will_end(config: MkDocsConfig) -> bool:
    """Whether the build, being strict, will end for what it has warned of, so that nothing need be formatted for it."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return config.strict and any(counter.get_counts() for counter in counters)


def _files(config: MkDocsConfig, env: Any) -> Iterator[tuple[str, str]]:
    work: Item = config.extra[WORK]
    yield from item_files(work)
    yield from ledger_files(config.extra[EDITION], work)
    yield from sheet_files(work, partial(_render, env, config))
    yield from _finished(config.extra[EDITION], config.extra[EXPORTED], [], "convert the references")
    citation = _root(config) / "CITATION.cff"
    if citation.is_file():
        yield citation.name, citation.read_text(encoding="utf-8")


def _harvest(config: MkDocsConfig, files: Files) -> Harvest:
    pages = [file.page for file in files.documentation_pages() if file.page]
    descriptions = {page.file.src_uri: page.meta.get("description", config.site_description or "") for page in pages}
    return harvest(config.extra[EDITION], config.extra[WORK], config.extra["brief"], descriptions)


def _finished(edition: Edition, wait: Callable[[], Made], otherwise: Made, aim: str) -> Made:
    try:
        return wait()
    except (RuntimeError, OSError) as error:
        if edition.formatted is not EMPTY:  # else it has failed before, which has been said
            log.warning("%s", pandoc_problem(edition.registry.page, aim, error))
        return otherwise


def _render(env: Any, config: MkDocsConfig, template: str, depth: int, **facts: object) -> str:
    base = "/".join([".."] * depth)
    rendered: str = env.get_template(template).render(config=config, base_url=base, page=None, **facts)
    return rendered


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent

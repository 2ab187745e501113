"""What is published beside the pages: exports, metadata, citation pages, redirects."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from annotated_edition.build.reading import CITATION_FILE
from annotated_edition.build.state import Build, warn
from annotated_edition.citations.catalogue import citable, work_of
from annotated_edition.citations.citation_pages import citation_page_addresses, citation_page_files
from annotated_edition.citations.controls import CiteExtension, SuggestExtension, suggestion_addresses
from annotated_edition.citations.exports import item_files, ledger_files, read_sources, reference_files
from annotated_edition.citations.harvest import Harvest, harvest
from annotated_edition.citations.source_pages import Sources, files_of_sources, keys_by_label, source_files
from annotated_edition.citations.styles import STYLES, Strings, begin, in_background, leftovers
from annotated_edition.files.writing import write
from annotated_edition.text.citeproc import EMPTY, pandoc_problem

Made = TypeVar("Made")


def cite(build: Build, config: MkDocsConfig) -> None:
    """Describe what can be cited, begin to format and to write it, and give every passage its control."""
    build.work = work = citable(build.edition, work_of(build.edition, build.settings, config.site_url))
    cache, is_lost = build.cache("citing"), _will_end(config)
    build.wait_for_citations = dict if is_lost else begin(list(work.all), cache)
    extensions: list[Any] = config.markdown_extensions
    extensions.append(CiteExtension(citation_page_addresses(work, "" if config.use_directory_urls else "index.html")))
    if config.repo_url:
        extensions.append(SuggestExtension(suggestion_addresses(config.repo_url, work.passages)))
    edition = build.edition
    read = in_background(read_sources, edition.registry, edition.bibliography, cache) if not is_lost else list
    build.wait_for_sources = read


def publish(build: Build, env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give every template the work and its formatted citations, and write what is published beside the pages."""
    env.globals["work"] = build.work
    env.globals["citation_styles"] = STYLES
    env.globals["citation_file"] = CITATION_FILE if (build.root / CITATION_FILE).is_file() else ""
    env.globals["keys_by_label"] = keys_by_label(build.edition)
    none: Strings = {item.key: {style.key: "" for style in STYLES} for item in build.work.all}
    made = _finished(build, build.wait_for_citations, none, "format the citations")
    warn(leftovers(made, {item.key: item.csl for item in build.work.all}))
    env.globals["strings"] = {**none, **made}
    env.globals["harvest"] = build.harvest = _harvest(build, config, files)
    write(config.site_dir, chain(_files(build, config), build.harvest.files.items()))


def redirect(build: Build, config: MkDocsConfig) -> None:
    """Write a redirect at each address from which a page has moved."""
    write(config.site_dir, _redirects(build, config))


def publish_sources(build: Build, config: MkDocsConfig) -> None:
    """Write what the sources offer, which are formatted last. Raises OSError where the system refuses."""
    write(config.site_dir, _source_files(build, config))


def descriptions(config: MkDocsConfig, files: Files) -> dict[str, str]:
    """What each page says of itself, by its path below docs/."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    return {page.file.src_uri: page.meta.get("description", config.site_description or "") for page in pages}


def render(build: Build, config: MkDocsConfig, template: str, depth: int, **facts: object) -> str:
    """What a template makes of facts, for a page that stands so many folders deep and is none of MkDocs'."""
    base = "/".join([".."] * depth)
    rendered: str = build.environment.get_template(template).render(config=config, base_url=base, page=None, **facts)
    return rendered


def _will_end(config: MkDocsConfig) -> bool:
    """Whether the build, being strict, will end for what it has warned of, so that nothing need be formatted for it."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return config.strict and any(counter.get_counts() for counter in counters)


def _files(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    yield from item_files(build.work)
    yield from ledger_files(build.edition, build.work)
    yield from citation_page_files(build.work, partial(render, build, config))
    citation = build.root / CITATION_FILE
    if citation.is_file():
        yield citation.name, citation.read_text(encoding="utf-8")


def _source_files(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    none: list[Sources] = []
    for sources in _finished(build, build.wait_for_sources, none, "format the references"):
        warn(leftovers(sources.strings, sources.works))
        yield from reference_files(build.edition.registry, sources)
        yield from source_files(build.edition, sources, build.harvest.coins, partial(render, build, config))
        yield from files_of_sources(build.edition, sources, build.work)


def _harvest(build: Build, config: MkDocsConfig, files: Files) -> Harvest:
    return harvest(build.edition, build.work, build.settings.annotates.key, descriptions(config, files))


def _redirects(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    snapshot = build.snapshot
    for old, new in snapshot.moves.items():
        page = snapshot.now_at(old)
        if page and old not in snapshot.edition.pages:
            path = File.generated(config, old, content="").dest_uri
            target = page.url.removeprefix("./") + "".join(new.partition("#")[1:])
            yield path, render(build, config, "moved.html", path.count("/"), title=page.title, target=target)


def _finished(build: Build, wait: Callable[[], Made], otherwise: Made, aim: str) -> Made:
    try:
        return wait()
    except (RuntimeError, OSError) as error:
        if build.edition.formatted is not EMPTY:  # else it has failed before, which has been said
            warn([pandoc_problem(build.edition.registry.page, aim, error)])
        return otherwise

"""The joints between MkDocs and the edition: each event hands over to a function that knows nothing of MkDocs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition import timeline
from edition.edition import Edition
from edition.glossary import link_from
from edition.mistakes import dead_links
from edition.pages import with_facts
from edition.reading import Source, read_edition
from edition.rendering import extensions, furnish
from files.cache import Compiled
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData
from text import terms
from text.citeproc import EMPTY, pandoc_problem
from text.passage_html import passage_html
from text.problems import Problem
from text.reading import decoded
from text.terms_extension import TermsExtension

log = get_plugin_logger("edition")
CACHE = Path(".cache", "templates")
EDITION = "model"  # under config.extra, where every event and template of this build finds it
TERMS = "terms"  # likewise, for it is told of each page from where to link to the glossary


class Untouched(ReferenceRegistry):
    """mkdocs-bibtex's registry, which hands every citation back as it was written.

    The citation is formatted later, by an inline processor of Python-Markdown, so that code stays code.
    """

    def __init__(self) -> None:
        self.bib_data = BibliographyData()
        self.footnote_format = "{key}"

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Left to our own check, which knows page and line."""

    def validate_inline_references(self, inline_references: list[InlineReference]) -> set[InlineReference]:
        """Inline references are switched off in mkdocs.yml."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        return str(citation_block)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Left out of the page: the foot of each page is a template."""
        return ""


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Keep mkdocs-bibtex from loading references.bib, which would end the build at the first mistake in it."""
    plugin: Any = config.plugins.get("bibtex")
    if plugin is None:
        raise PluginError("mkdocs.yml: the plugin bibtex is missing; the edition takes its references from it")
    plugin.registry = Untouched()
    plugin.last_configured = float("inf")  # so that it takes the file for loaded


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Read every page, name every mistake, and give Markdown what it needs to render the pages."""
    plugin: Any = config.plugins["bibtex"]
    bibliography = Path(config.config_file_path).parent / plugin.config.bib_file
    problems = list(_foreign(files, config))
    edition, found = read_edition(_read(files, problems), config.nav, str(bibliography), _facts(config))
    _warn(problems + found)
    try:
        _ = edition.formatted
    except (RuntimeError, OSError) as error:
        _warn([pandoc_problem(edition.registry.page, "format the references", error)])
        edition.formatted = EMPTY
    config.extra[EDITION] = edition
    config.extra[TERMS] = links = TermsExtension(edition.glossary.finder, edition.glossary.links)
    known: list[Any] = config.markdown_extensions  # typed as names, though Markdown takes objects as well
    known += extensions(edition, links)


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Say at the head of a page how many claims and sources it has."""
    edition: Edition = config.extra[EDITION]
    config.extra[TERMS].address = link_from(page.file.src_uri, terms.PAGE)
    return with_facts(markdown, edition.pages[page.file.src_uri])


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Let MkDocs know the anchors that templates add, and those whose absence has been named already."""
    edition: Edition = config.extra[EDITION]
    name = page.file.src_uri
    anchors = {"references", *(f"reference-{key}" for key in edition.pages[name].keys)}
    anchors |= {link.anchor for link in dead_links(edition) if link.target == name}
    anchors |= set(edition.pages[name].anchors)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
    edition.texts[name] = passage_html(html, page.canonical_url or "")


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give every template the edition, and keep what they are compiled to, which takes longer than to fill them in."""
    compiled = Path(config.config_file_path).parent / CACHE
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = Compiled(str(compiled))
    furnish(env, config.extra[EDITION])


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template what was read of the page."""
    context["text"] = config.extra[EDITION].pages[page.file.src_uri]


def _facts(config: MkDocsConfig) -> dict[str, Any]:
    """The facts of the edition, of which the month may be written in a way that none can be read from."""
    facts: dict[str, Any] = config.extra["edition"]
    month = facts.get("sources_through")
    if month is not None and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(month)):
        raise PluginError(f'mkdocs.yml: extra.edition: sources_through “{month}” is no month; write it as "2026-07"')
    return facts


def _read(files: Files, problems: list[Problem]) -> list[Source]:
    """Every page, and the data that pages are made from."""
    pages = files.documentation_pages()
    data = [file for file in files if file.src_uri.endswith(".csv") or file.src_uri == timeline.DATA]
    sources = [Source(file.src_uri, _decode(file, problems), file.url) for file in pages]
    return sources + [Source(file.src_uri, _decode(file, problems)) for file in data]


def _foreign(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """The files of docs that stand elsewhere, which a link would publish though nobody put them there."""
    folder = Path(config.docs_dir).resolve()
    for file in files:
        if file.src_dir == config.docs_dir and not Path(file.abs_src_path or folder).resolve().is_relative_to(folder):
            yield Problem(file.src_uri, 0, "file", "is a link to a place outside docs", "put the file itself there")


def _decode(file: File, problems: list[Problem]) -> str:
    """The text of a file; MkDocs, which would end at one that cannot be read, is given it as well."""
    text, found = decoded(file.src_uri, lambda: file.content_bytes)
    if found:
        file.content_string = text
    problems += found
    return text


def _warn(problems: list[Problem]) -> None:
    for problem in problems:
        log.warning("%s", problem)

"""The joints between MkDocs and the edition: each event hands over to a function that knows nothing of MkDocs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition import timeline
from edition.argument import argument
from edition.edition import Edition
from edition.glossary import link_from
from edition.mistakes import dead_links, mistakes
from edition.order import in_order
from edition.pages import Page, with_facts
from edition.references import Registry
from figures.figures import read_tables
from figures.figures_extension import FiguresExtension
from jinja2 import FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url
from text import terms
from text.citations_extension import CitationsExtension
from text.citeproc import EMPTY, pandoc_problem
from text.claims import KINDS, VERDICTS
from text.claims_extension import ClaimsExtension, spoken_date
from text.legend_extension import LegendExtension
from text.passage_html import passage_html
from text.problems import Problem
from text.prose import Prose
from text.reading import decoded
from text.terms_extension import TermsExtension
from text.tombstones_extension import TombstonesExtension
from text.typography import TypographyExtension, curly

log = get_plugin_logger("edition")
CACHE = Path(".cache", "templates")
EDITION = "model"  # under config.extra, where every event and template of this build finds it
TERMS = "terms"  # likewise, for it is told of each page from where to link to the glossary


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Load references.bib before mkdocs-bibtex does, whose own loading would end the build at the first mistake."""
    plugin: Any = config.plugins.get("bibtex")
    if plugin is None:
        raise PluginError("mkdocs.yml: the plugin bibtex is missing; the edition takes its references from it")
    bibliography = Path(config.config_file_path).parent / plugin.config.bib_file
    plugin.registry = Registry(str(bibliography))
    plugin.last_configured = float("inf")  # so that it takes the file for loaded


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Read every page, name every mistake, and give Markdown what it needs to render the pages."""
    plugin: Any = config.plugins["bibtex"]
    registry: Registry = plugin.registry
    problems: list[Problem] = []
    pages, outside = in_order(_read(files, problems), config.nav)
    problems += [*outside, *_foreign(files, config)]
    bibliography = Path(config.config_file_path).parent / plugin.config.bib_file
    edition = Edition(pages, registry, str(bibliography))
    _warn(problems + mistakes(edition))
    try:
        formatted = edition.formatted
    except (RuntimeError, OSError) as error:
        _warn([pandoc_problem(registry.page, "format the references", error)])
        edition.formatted = formatted = EMPTY
    config.extra[EDITION] = edition
    config.extra[TERMS] = TermsExtension(edition.glossary.finder, edition.glossary.links)
    extensions: list[Any] = config.markdown_extensions  # typed as names, though Markdown takes objects as well
    extensions += [ClaimsExtension(edition.event_links), CitationsExtension(formatted.citations)]
    extensions += [LegendExtension(), TypographyExtension(), FiguresExtension(edition.brackets)]
    extensions += [TombstonesExtension(), config.extra[TERMS]]


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
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    env.globals["edition"] = config.extra[EDITION]
    env.globals["verdict_words"] = VERDICTS
    env.globals["argument"] = argument
    env.globals["kind_words"] = KINDS
    env.filters["spoken_date"] = spoken_date
    env.filters["curly"] = curly
    citations = CitationsExtension(config.extra[EDITION].formatted.citations)
    env.filters["prose"] = Prose([citations, _terms(config, files), TypographyExtension()])


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template what was read of the page."""
    context["text"] = config.extra[EDITION].pages[page.file.src_uri]


def _read(files: Files, problems: list[Problem]) -> list[Page]:
    """Every page; on that of the timeline the events, which stand in a file of data."""
    tables = read_tables({file.src_uri: _decode(file, problems) for file in files if file.src_uri.endswith(".csv")})
    read = (Page.read(file.src_uri, file.url, _decode(file, problems), tables) for file in files.documentation_pages())
    pages = {page.name: page for page in read}
    data = files.get_file_from_path(timeline.DATA)
    if data and timeline.PAGE in pages:
        pages[timeline.PAGE] = timeline.with_events(pages[timeline.PAGE], _decode(data, problems))
    elif data or timeline.PAGE in pages:
        there, missing = (timeline.DATA, timeline.PAGE) if data else (timeline.PAGE, timeline.DATA)
        remedy = "put it back, or delete both"
        problems.append(Problem(missing, 0, "file", f"is missing, though {there} is there", remedy))
    return list(pages.values())


def _terms(config: MkDocsConfig, files: Files) -> TermsExtension:
    """The links to the glossary from what the template of the timeline prints."""
    edition: Edition = config.extra[EDITION]
    glossary, page = files.get_file_from_path(terms.PAGE), edition.pages.get(timeline.PAGE)
    if not glossary or not page:
        return TermsExtension(edition.glossary.finder)
    address = get_relative_url(glossary.url, page.url)
    return TermsExtension(edition.glossary.finder, address=address, seen=edition.glossary.labels_in(page.text))


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

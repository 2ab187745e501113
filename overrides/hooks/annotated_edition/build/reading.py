"""Read settings, pages, references and register, name every mistake, and give Markdown what it needs for the pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.blocks.term_links import TermLinksExtension
from annotated_edition.build.bibliography import registry_of
from annotated_edition.build.state import KEY, Build, warn
from annotated_edition.config.checks import read_settings, repeated_problems
from annotated_edition.interface import use
from annotated_edition.permalinks.checks import permanence_problems
from annotated_edition.permalinks.register import DATA, Register, read_register
from annotated_edition.permalinks.snapshot import Snapshot
from annotated_edition.structure.facts import described_problems, settings_problems
from annotated_edition.structure.mistakes import dead_links
from annotated_edition.structure.reading import Source, edition_problems, is_data, read_edition
from annotated_edition.structure.rendering import extensions, known_to_blocks
from annotated_edition.structure.works import works_of
from annotated_edition.text.citeproc import EMPTY
from annotated_edition.text.pandoc import pandoc_problem
from annotated_edition.text.problems import Problem, decoded
from annotated_edition.translations import read_interface
from annotated_edition.workers import in_thread

CITATION_FILE = "CITATION.cff"


def begin(config: MkDocsConfig, *, is_serving: bool) -> Build:
    """A new state, with the settings. Raises Abort where they have a mistake, when all have been named."""
    settings, problems = read_settings(config.extra, Path(config.docs_dir))
    problems = [*repeated_problems(Path(config.config_file_path)), *problems]
    warn(problems)
    if settings is None:
        count = f"{len(problems)} mistake{'s' if len(problems) > 1 else ''}"
        raise Abort(f"Aborted with {count} in the settings")
    config.extra[KEY] = build = Build()
    build.settings = settings
    build.root = Path(config.config_file_path).parent
    build.is_serving = is_serving
    shown, problems = read_interface(settings.language, Path(config.theme.custom_dir or ""))
    use(shown)
    warn(problems)
    build.beside, build.template_texts, build.edition_known = {}, {}, {}
    build.pages_known = build.templates_known = ""
    build.with_formats = bool(config.extra.get("formats"))
    registry = registry_of(config)
    build.wait_for_works = dict
    if registry.is_sound:
        build.wait_for_works = in_thread(works_of, registry.kept, registry.text, settings.vocabulary.languages)
    return build


def read_site(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Read the edition and what was published, begin to format what pages cite, and name every mistake meanwhile."""
    registry = registry_of(config)
    problems = list(_foreign(files, config))
    sources = _sources(files, problems)
    build.edition, found = read_edition(sources, config.nav, registry, build.settings, files.src_uris)
    problems += _read_works(build)
    build.wait_for_formatted = in_thread(lambda: build.edition.formatted)
    problems += sorted([*found, *edition_problems(build.edition, sources)])
    problems += settings_problems(build.edition, str(config.theme["language"]))
    problems += described_problems(build.root, build.settings, config.site_description or "")
    warn([*_read_published(build, files), *problems])
    build.dead_links = dead_links(build.edition)


def _read_works(build: Build) -> Iterator[Problem]:
    """Take references.bib as pandoc reads it."""
    try:
        build.edition.works = build.wait_for_works()
    except (RuntimeError, OSError) as error:
        yield pandoc_problem(build.edition.registry.page, "read the references", error)
        build.edition.works = {}


def _read_published(build: Build, files: Files) -> list[Problem]:
    """Compare what was published with what stands there. What is lost is named first: links to it are dead as well."""
    build.snapshot = Snapshot(build.edition)
    build.register, problems = _register(files)
    return sorted([*problems, *permanence_problems(build.register, build.snapshot)])


def take_formatted(build: Build) -> None:
    """Wait for these citations and references, without which no page can be rendered."""
    try:
        build.wait_for_formatted()
    except (RuntimeError, OSError) as error:
        warn([pandoc_problem(build.edition.registry.page, "format the references", error)])
        build.edition.formatted = EMPTY


def add_extensions(build: Build, config: MkDocsConfig) -> None:
    """Give Markdown our extensions, with what they have to know of the edition."""
    build.glossary_links = TermLinksExtension(build.edition.glossary.finder.find)
    known: list[Any] = config.markdown_extensions  # typed as names, though Markdown takes objects as well
    build.known = known_to_blocks(build.edition)
    known += extensions(build.edition, build.glossary_links, build.known)


def take_content(build: Build, page: MkDocsPage) -> None:
    """Let MkDocs know the anchors that templates add, and those whose absence has been named already."""
    edition, name = build.edition, page.file.src_uri
    anchors = {"references", *(f"reference-{key}" for key in edition.pages[name].keys)}
    anchors |= {link.anchor for link in build.dead_links if link.target == name}
    anchors |= set(edition.pages[name].anchors)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors


def _sources(files: Files, problems: list[Problem]) -> list[Source]:
    """Every page, and the data that pages are made from."""
    pages = [Source(file.src_uri, _decode(file, problems), file.url) for file in files.documentation_pages()]
    return pages + [Source(file.src_uri, _decode(file, problems)) for file in files if is_data(file.src_uri)]


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


def _register(files: Files) -> tuple[Register, list[Problem]]:
    file = files.get_file_from_path(DATA)
    if file is None:
        wrong, remedy = "is missing, so that nothing could be lost unseen", "take it from the last commit"
        return Register(), [Problem(DATA, 0, "file", wrong, remedy)]
    text, problems = decoded(DATA, lambda: file.content_bytes)
    return (Register(), problems) if problems else read_register(text)

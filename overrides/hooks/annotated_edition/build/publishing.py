"""Publish what can be cited: first in the pages, then in the files beside them, such as exports and citation pages."""

from collections.abc import Callable
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files as MkDocsFiles

from annotated_edition.build.formats import write_formats
from annotated_edition.build.offered import offered, taken
from annotated_edition.build.reading import CITATION_FILE
from annotated_edition.build.serving import Files, put, served
from annotated_edition.build.state import Build, log, warn, will_end
from annotated_edition.citations.catalogue import citable, work_of
from annotated_edition.citations.controls import ControlExtension, controls
from annotated_edition.citations.exports import NO_CITATIONS, Citations, all_citations, keys_by_label, page_strings
from annotated_edition.citations.formatting import Strings, citation_problem
from annotated_edition.citations.harvest import Harvest, harvest
from annotated_edition.citations.styles import STYLES, leftovers
from annotated_edition.files.writing import content_of
from annotated_edition.text import pandoc
from annotated_edition.text.citeproc import EMPTY
from annotated_edition.workers import Made, in_thread


def cite(build: Build, config: MkDocsConfig) -> None:
    """Describe what can be cited, and begin to format it: first what pages wait for."""
    build.work = citable(build.edition, work_of(build.edition, config.site_url))
    if will_end(config):
        build.wait_for_strings, build.wait_for_citations = dict, lambda: NO_CITATIONS
    else:
        build.wait_for_strings = in_thread(_cite_pages, build)
        build.wait_for_citations = build.begin(partial(_cite_all, build))


def _cite_pages(build: Build) -> Strings:
    build.wait_for_formatted()
    return page_strings(build.kept, build.work)


def _cite_all(build: Build) -> Citations:
    build.wait_for_strings()
    pandoc.give_way()
    return all_citations(build.kept, build.edition, build.work)


def add_extensions(build: Build, config: MkDocsConfig) -> None:
    """Give every passage its controls."""
    build.controls = controls(build.work, config.repo_url or "", "" if config.use_directory_urls else "index.html")
    known: list[Any] = config.markdown_extensions  # typed as names, though Markdown takes objects as well
    known.append(ControlExtension(build.controls))


def publish(build: Build, env: Any, config: MkDocsConfig, files: MkDocsFiles) -> None:
    """Give every template the work, the citations of pages, and what is published beside them of what they say."""
    env.globals["work"] = build.work
    env.globals["citation_styles"] = STYLES
    env.globals["citation_file"] = CITATION_FILE if (build.root / CITATION_FILE).is_file() else ""
    env.globals["keys_by_label"] = keys_by_label(build.edition)
    env.globals["strings"] = build.strings = _with_empty(build, _formatted(build, build.wait_for_strings, {}))
    env.globals["harvest"] = build.harvest = _harvest(build, config, files)


def publish_beside(build: Build, config: MkDocsConfig) -> None:
    """Publish what stands beside the pages; while editing in a thread, so that a page is seen before what is beside it.

    Raises OSError where the system refuses.
    """
    if build.is_serving:
        served.wait = in_thread(_publish_while_serving, build, config)
    else:
        _publish_beside(build, config)


def _publish_while_serving(build: Build, config: MkDocsConfig) -> Files:
    """The same, and say what went wrong at once, and not when one of the files is asked for."""
    try:
        return _publish_beside(build, config)
    except Exception:
        log.exception("what stands beside the pages could not be made")
        raise


def _publish_beside(build: Build, config: MkDocsConfig) -> Files:
    _offer(build, config)
    pandoc.end()
    if not will_end(config):
        if not build.is_serving:
            put(build.beside, config)
        write_formats(build, config)
    build.kept.save()
    return build.beside


def _offer(build: Build, config: MkDocsConfig) -> None:
    """Offer all that can be cited and shared, and name what no reader may see in a citation."""
    build.beside.update(build.harvest.files())
    if not build.is_serving and not will_end(config):  # while citations are formatted and pictures set
        build.beside.update({path: content_of(content) for path, content in build.beside.items()})
    build.beside.update(build.shared())
    citations = _formatted(build, build.wait_for_citations, NO_CITATIONS)
    warn(leftovers(citations.strings, {item.key: item.csl for item in build.work.all}))
    warn(leftovers(citations.sources, citations.works))
    build.beside.update(offered(build, config, citations, _with_empty(build, citations.strings)))
    warn(taken(build, config))


def descriptions(config: MkDocsConfig, files: MkDocsFiles) -> dict[str, str]:
    """What each page says of itself, by its path below docs/."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    return {page.file.src_uri: page.meta.get("description", config.site_description or "") for page in pages}


def _harvest(build: Build, config: MkDocsConfig, files: MkDocsFiles) -> Harvest:
    return harvest(build.edition, build.work, descriptions(config, files))


def _formatted(build: Build, wait: Callable[[], Made], none: Made) -> Made:
    """What is waited for, and none of it where a style is unknown or pandoc fails, which is named once."""
    try:
        return wait()
    except (RuntimeError, OSError) as error:
        if build.edition.formatted != EMPTY:  # else it has failed before, which has been said
            warn([citation_problem(build.edition.registry.page, error)])
        build.wait_for_citations = lambda: NO_CITATIONS
        return none


def _with_empty(build: Build, strings: Strings) -> Strings:
    """The citations, and an empty text for each that could not be formatted."""
    return {item.key: dict.fromkeys((style.key for style in STYLES), "") for item in build.work.all} | dict(strings)

"""What Markdown makes of a page, kept for as long as nothing that it is made from has changed.

MkDocs renders every page in every build, and has no event to pass that over; so each page is given a render of its own.
"""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from logging.handlers import QueueHandler
from queue import SimpleQueue
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.blocks.term_links import Found
from annotated_edition.build.state import Build, warn
from annotated_edition.citations.catalogue import item_of
from annotated_edition.files.code import ALL
from annotated_edition.security.content_security import refused
from annotated_edition.structure.mistakes import lost_labels
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import glossary_address, known_of, page_markdown
from annotated_edition.structure.unparsed import unparsed
from annotated_edition.text.passage_html import passage_html
from annotated_edition.text.problems import Problem

PLACE = re.compile(r" at 0x[0-9a-f]+")  # of an object in memory, in the settings of an extension


def markdown(build: Build, page: MkDocsPage, written: str) -> str:
    """What Markdown is given of what is written on a page, for which the way is prepared."""
    text = build.edition.pages[page.file.src_uri]
    build.glossary_links.address = glossary_address(build.edition, text)
    page.render = partial(render, build, page)  # type: ignore[method-assign]
    return page_markdown(written, text, build.edition)


def context(build: Build, page: MkDocsPage) -> dict[str, Any]:
    """What a template is told of its page: what is written there, and as what it is cited."""
    name = page.file.src_uri
    return {"text": build.edition.pages[name], "item": item_of(build.work, name)}


def render(build: Build, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Do for a page what its class does, or put in what was made of the same before.

    A page of which anything is said is not kept, so that it is said in every build. What is kept holds as long as the
    same terms are found in it, whatever the glossary has besides.
    """
    text = build.edition.pages[page.file.src_uri]
    place = [page.file.src_uri, page.url, page.canonical_url, repr(page.meta)]
    controls = [[control.address(item.label) for control in build.controls] for item in text.passages]
    content = [
        __name__,
        _settings(build, config, files),
        place,
        page.markdown,
        known_of(text, build.edition, build.known),
        controls,
    ]
    kept, finder = build.kept.find(ALL, content), build.edition.glossary.finder
    if kept is None or not finder.finds(kept["terms"]):
        terms: list[tuple[str, Found]] = []

        def find(text: str) -> Found:
            terms.append((text, finder.find(text)))
            return terms[-1][1]

        build.glossary_links.find = find
        with _warnings() as said:
            MkDocsPage.render(page, config, files)
            warn(_unshown(page, text))
        build.made_anew.append(page.file.src_uri)
        kept = _told(page) | {"terms": terms}
        if said.empty():
            build.kept.put(ALL, content, kept)
    else:
        _restore(page, kept, files)
    build.edition.texts[page.file.src_uri] = kept["passages"]


def _unshown(page: MkDocsPage, text: Page) -> Iterator[Problem]:
    """What Markdown made of a page and readers would not be shown, or be shown as odd text.

    Where it has left whole blocks as text, these are named.
    """
    html = page.content or ""
    yield from refused(text.name, html)
    odd = list(unparsed(text.name, html, text.text, {problem.line for problem in text.problems}))
    if odd and not any(lost_labels(text, html)):
        yield from odd


def _settings(build: Build, config: MkDocsConfig, files: Files) -> str:
    """What all pages depend on: the settings of the site and of the edition, and the files to which pages can link."""
    if build.pages_known:
        return build.pages_known
    written = [path.read_text(encoding="utf-8") for path in sorted(build.root.glob("*.yml"))]
    given = (config.site_url, config.repo_url, config.use_directory_urls, config.mdx_configs, config.validation)
    known: list[Any] = [written, PLACE.sub("", repr(given)), repr(build.settings)]
    known.append(logging.getLogger("mkdocs").getEffectiveLevel())
    known += sorted((file.src_uri, file.url) for file in files)
    build.pages_known = sha256(json.dumps(known).encode()).hexdigest()
    return build.pages_known


@contextmanager
def _warnings() -> Iterator[SimpleQueue[logging.LogRecord]]:
    """What MkDocs says meanwhile."""
    queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler, logger = QueueHandler(queue), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield queue
    finally:
        logger.removeHandler(handler)


def _told(page: MkDocsPage) -> dict[str, Any]:
    return {
        "content": page.content,
        "toc": page.toc,
        "title": page.title,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": [[file.src_uri, found] for file, found in (page.links_to_anchors or {}).items()],
        "passages": passage_html(page.content or "", page.canonical_url or ""),
    }


def _restore(page: MkDocsPage, kept: dict[str, Any], files: Files) -> None:
    page.content = kept["content"]
    page.toc = kept["toc"]
    page.title = kept["title"]
    page.present_anchor_ids = set(kept["anchors"])
    found = ((files.get_file_from_path(name), links) for name, links in kept["links"])
    page.links_to_anchors = {file: dict(links) for file, links in found if file}

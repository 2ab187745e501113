"""What is offered beside the pages: files to import, the pages of citations and of sources, and redirects."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from annotated_edition.build.reading import CITATION_FILE
from annotated_edition.build.state import Build
from annotated_edition.build.templates import text_of
from annotated_edition.citations.citation_pages import citation_page_files, source_facts, source_files
from annotated_edition.citations.exports import (
    Citations,
    item_files,
    keys_by_label,
    listed_files,
    listed_sources,
    reference_files,
)
from annotated_edition.citations.formatting import Strings
from annotated_edition.citations.ledger import ledger_files
from annotated_edition.files.code import ALL
from annotated_edition.text.problems import Problem


def render(build: Build, config: MkDocsConfig, template: str, depth: int, **facts: object) -> str:
    """What a template makes of facts, for a page that stands so many folders deep and is none of MkDocs'."""
    base = "/".join([".."] * depth)
    rendered: str = build.environment.get_template(template).render(config=config, base_url=base, page=None, **facts)
    return rendered


def offered(build: Build, config: MkDocsConfig, citations: Citations, strings: Strings) -> Iterator[tuple[str, str]]:
    """What is offered of the edition and of its sources, as pairs of a path in the site and a text.

    `strings` are those of the edition, none of which is missing.
    """
    edition, work = build.edition, build.work
    registry, cited = edition.registry, keys_by_label(edition)
    yield from _kept(build, item_files, [item.csl for item in work.all], work)
    yield from ledger_files(edition, work)
    yield from _redirects(build, config)
    yield from _citation_pages(build, config, cited, strings)
    citation = build.root / CITATION_FILE
    if citation.is_file():
        yield citation.name, citation.read_text(encoding="utf-8")
    if works := citations.works:
        yield from _kept(build, reference_files, registry.text, registry, works)
        listed = listed_sources(edition, work)
        yield from _kept(build, listed_files, [registry.text, listed], listed, registry.text, works)
        yield from _source_pages(build, config, citations)


def _kept(build: Build, make: Callable[..., Iterator[tuple[str, str]]], content: Any, *facts: Any) -> Iterator[Any]:
    """The files that a function makes of facts, of which `content` is all that matters, in terms of JSON."""
    return iter(build.kept.get(make.__module__, [make.__name__, content], lambda: list(make(*facts))))


def _filled(
    build: Build, contents: Mapping[str, Any], make: Callable[[str], Iterator[tuple[str, str]]]
) -> Iterator[Any]:
    """The files that templates make of many, by their names; what matters of each is its content.

    They are held as bytes, since of thousands of texts with a dash or a curly quote each takes twice as much memory.
    """

    def encoded(names: Sequence[str]) -> Iterator[list[tuple[str, bytes]]]:
        return ([(path, text.encode()) for path, text in make(name)] for name in names)

    made = build.kept.get_all(ALL, contents, encoded)
    for files in made.values():
        yield from files


def _citation_pages(
    build: Build, config: MkDocsConfig, cited: Mapping[str, Any], strings: Strings
) -> Iterator[tuple[str, str]]:
    shared = _shared(build, config, "short.html", "cite-passage.html")
    fill = partial(render, build, config, strings=strings)
    items = {item.label: item for item in build.work.passages}
    claims = {claim.label: [claim.verdict, claim.outcome, claim.because] for claim in build.edition.claims}
    contents = {
        label: [
            shared,
            *(item.level, item.key, item.title, item.url, item.note),
            *(strings[item.key], claims.get(label), bool(cited[label])),
        ]
        for label, item in items.items()
    }
    yield from _filled(build, contents, lambda label: citation_page_files(items[label], fill))


def _source_pages(build: Build, config: MkDocsConfig, citations: Citations) -> Iterator[tuple[str, str]]:
    shared, fill = _shared(build, config, "cite-source.html"), partial(render, build, config)
    edition, facts = build.edition, source_facts(build.edition, citations, build.harvest.coins)
    entries = {
        key: [repr(reference), [edition.name_of(use) for use in reference.uses]]
        for key, reference in edition.references.items()
        if edition.listed != "full"  # else they stand on the page of references
    }
    contents = {key: [shared, told, entries.get(key)] for key, told in facts.items()}
    yield from _filled(build, contents, lambda key: source_files(key, facts[key], fill))


def _redirects(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """A redirect at each address from which a page has moved, to the one that it has now."""
    snapshot = build.snapshot
    for old, new in build.settings.moved.items():
        page = snapshot.now_at(old)
        if page and old not in snapshot.edition.pages:
            path = File.generated(config, old, content="").dest_uri
            target = page.url.removeprefix("./") + "".join(new.partition("#")[1:])
            yield path, render(build, config, "moved.html", path.count("/"), title=page.title, target=target)


def _shared(build: Build, config: MkDocsConfig, *templates: str) -> str:
    """What all pages of these templates depend on, besides what they cite: settings, and where pages stand."""
    known = [repr(build.settings), repr(build.work.work), config.theme["favicon"], build.environment.globals["policy"]]
    known += [str(config.use_directory_urls), text_of(build, *templates)]
    return sha256("".join(known).encode()).hexdigest()


def taken(build: Build, config: MkDocsConfig) -> Iterator[Problem]:
    """The files of docs/ in whose place the edition puts one of its own, such as c/3.md where /c/3/ is claim 3."""
    for file in build.files:
        if file.src_dir == config.docs_dir and file.dest_uri in build.beside:
            wrong = f"has the address /{file.url.removeprefix('./')}, at which the edition puts a file of its own"
            yield Problem(file.src_uri, 0, "file", wrong, "give it another name")

"""What renders the edition, whichever generator asks for it: extensions of Markdown, and what templates are given."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Extension, Markdown

from annotated_edition.blocks.block import EditionBlocksExtension
from annotated_edition.blocks.term_links import TermLinksExtension
from annotated_edition.interface import beginning, current, within
from annotated_edition.shapes import path
from annotated_edition.structure.argument import argument
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.glossary import link_from
from annotated_edition.structure.kinds import KINDS, counted, use_label
from annotated_edition.structure.page_links import without_dead_links
from annotated_edition.structure.pages import HEADING, Page
from annotated_edition.structure.search_index import sorts
from annotated_edition.structure.unparsed import without_attributes
from annotated_edition.structure.values import VALUE, ValuesExtension, with_definitions
from annotated_edition.text.citations import CitationsExtension
from annotated_edition.text.dates import spoken_date, spoken_month
from annotated_edition.text.typography import TypographyExtension, curly

Known = Mapping[str, Mapping[str, Any]]  # by the name of the kind of block and then by label


def known_to_blocks(edition: Edition) -> Known:
    """What only the whole edition knows of blocks."""
    timeline = edition.page("timeline")
    events = edition.timeline.links(edition.claims, timeline.name) if timeline else {}
    sources = {label: figure.bracket for label, figure in edition.figures.items()}
    return {"claim": events, "figure": sources, "term": edition.glossary.links}


def extensions(edition: Edition, links: TermLinksExtension, known: Known) -> list[Extension]:
    """All that Markdown needs for a page; `links` is told by the generator where the page's glossary is."""
    blocks = EditionBlocksExtension(KINDS, edition.vocabulary, known)
    citations = CitationsExtension(edition.formatted.citations, use_label)
    return [blocks, links, citations, ValuesExtension(edition.value), TypographyExtension()]


def known_of(page: Page, edition: Edition, known: Known) -> list[Any]:
    """What the extensions take of the edition for a page, besides its vocabulary and its terms, in terms of JSON."""
    blocks = [[labels.get(item.label) for labels in known.values()] for item in page.items]
    brackets = [edition.formatted.citations.get(citation.text) for citation in page.citations]
    values = [edition.value(asked) for asked in VALUE.findall(page.text)]
    return [blocks, brackets, values, glossary_address(edition, page)]


def page_markdown(markdown: str, page: Page, edition: Edition) -> str:
    """The source of a page with what the build adds: its counts below the heading, and the definitions it asks for."""
    linked = without_attributes(without_dead_links(markdown, page.name, edition))
    return with_definitions(with_facts(linked, page), edition.vocabulary)


def with_facts(markdown: str, page: Page) -> str:
    """Add below the heading how many claims, annotations and sources a page has, where it has claims."""
    if not page.claims:
        return markdown
    claims, annotations = counted("claim", len(page.claims)), counted("annotation", len(page.annotations))
    facts = f"{claims}, {annotations}, [{counted('source', len(page.keys))}](#references)\n{{ .facts }}"
    return HEADING.sub(lambda heading: f"{heading[0]}\n\n{facts}", markdown, count=1)


def glossary_address(edition: Edition, page: Page) -> str:
    """The path of the glossary as a link in Markdown has it; nothing where there is none, nor any term then."""
    glossary = edition.page("glossary")
    return link_from(page.name, glossary.name) if glossary else ""


def configure_jinja(env: Any, edition: Edition) -> None:
    """Give every template of a Jinja environment the edition, its settings, and the words and filters of both."""
    env.globals.update(edition=edition, settings=edition.settings, vocabulary=edition.vocabulary)
    env.globals.update(search_sorts=sorts(edition), argument=argument, texts_of_scripts=current().of_scripts)
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(current().translations, newstyle=True)
    env.filters.update(shape_path=path, spoken_date=spoken_date, spoken_month=spoken_month, curly=curly)
    env.filters.update(beginning=beginning, within=within)
    citations = CitationsExtension(edition.formatted.citations)
    env.filters["prose"] = Prose([citations, _timeline_terms(edition), TypographyExtension()])


class Prose:
    """Makes HTML of what stands on no page of its own, such as an event, with citations and terms as on a page.

    One object serves one page, so that a term is linked at its first use there.
    """

    def __init__(self, extensions: Sequence[Extension]) -> None:
        self.markdown = Markdown(extensions=extensions)

    def __call__(self, text: str, label: str) -> str:
        """The HTML of the text of a passage; its citations get ids with the label, to which references link back."""
        self.markdown.treeprocessors["uses"].label = label  # type: ignore[attr-defined]  # text/citations.py
        return str(self.markdown.convert(text))


def _timeline_terms(edition: Edition) -> TermLinksExtension:
    """The links to the glossary from what the template of the timeline prints."""
    glossary, page = edition.page("glossary"), edition.page("timeline")
    if not glossary or not page:
        return TermLinksExtension(edition.glossary.finder.find)
    address = link_from(page.url, glossary.url) + ("/" if glossary.url.endswith("/") else "")
    return TermLinksExtension(edition.glossary.finder.find, address, edition.glossary.labels_in(page.text))

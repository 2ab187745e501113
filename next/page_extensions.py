"""What Markdown needs for one page: all of our extensions, with what they have to know of the edition."""

from annotated_edition.citations.citation_pages import citation_page_addresses
from annotated_edition.citations.controls import CiteExtension, SuggestExtension, suggestion_addresses
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import extensions, glossary_links, known_to_blocks, page_markdown
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from project import Project


class FactsPreprocessor(Preprocessor):
    """Adds to the source of a page what the build adds."""

    def __init__(self, md: Markdown, page: Page, edition: Edition) -> None:
        super().__init__(md)
        self.page = page
        self.edition = edition

    def run(self, lines: list[str]) -> list[str]:
        return page_markdown("\n".join(lines), self.page, self.edition).split("\n")


class FactsExtension(Extension):
    """What hooks.py in overrides/hooks does before Markdown is run."""

    def __init__(self, page: Page, edition: Edition) -> None:
        super().__init__()
        self.page = page
        self.edition = edition

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(FactsPreprocessor(md, self.page, self.edition), "facts", 100)


def page_extensions(project: Project, page: Page) -> list[Extension]:
    """The extensions that hooks.py in overrides/hooks adds for all pages."""
    edition = project.edition
    known = [
        FactsExtension(page, edition),
        *extensions(edition, glossary_links(edition, page), known_to_blocks(edition)),
    ]
    known.append(CiteExtension(citation_page_addresses(project.work)))
    if project.repository:
        known.append(SuggestExtension(suggestion_addresses(project.repository, project.work.passages)))
    return known

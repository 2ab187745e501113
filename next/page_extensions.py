"""What Markdown needs for one page: all of our extensions, with what they have to know of the edition."""

from citing.cite_extension import CiteExtension
from citing.sheets import sheet_addresses
from citing.suggest_extension import SuggestExtension, suggestion_addresses
from edition.glossary import link_from
from edition.pages import Page, with_facts
from edition.rendering import extensions
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from project import Project
from text import terms
from text.terms_extension import TermsExtension


class FactsPreprocessor(Preprocessor):
    """Says at the head of a page how many claims and sources it has."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        return with_facts("\n".join(lines), self.page).split("\n")


class FactsExtension(Extension):
    """What build.py in overrides/hooks does before Markdown is run."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(FactsPreprocessor(md, self.page), "facts", 100)


def page_extensions(project: Project, page: Page) -> list[Extension]:
    """The extensions that build.py and publish.py in overrides/hooks add for all pages."""
    glossary = project.edition.glossary
    links = TermsExtension(glossary.finder, glossary.links, link_from(page.name, terms.PAGE))
    known = [FactsExtension(page), *extensions(project.edition, links), CiteExtension(sheet_addresses(project.work))]
    if project.repository:
        known.append(SuggestExtension(suggestion_addresses(project.repository, project.work.passages)))
    return known

"""What Markdown needs for one page, with what it has to know of the edition, and the figures that it then makes."""

import re

from addresses import to_pages
from annotated_edition.blocks.term_links import TermLinksExtension
from annotated_edition.citations.controls import ControlExtension, controls
from annotated_edition.figures.illustrations import Illustration, illustrated
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import extensions, glossary_address, known_to_blocks, page_markdown
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from project import Project

META = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class FactsPreprocessor(Preprocessor):
    """Adds to the source of a page what hooks.py in overrides/hooks does before Markdown is run."""

    def __init__(self, page: Page, edition: Edition) -> None:
        super().__init__()
        self.page = page
        self.edition = edition

    def run(self, lines: list[str]) -> list[str]:
        return page_markdown("\n".join(lines), self.page, self.edition).split("\n")


def extend(md: Markdown, project: Project, page: Page) -> None:
    """Register for a page the extensions that hooks.py in overrides/hooks adds for all pages."""
    edition = project.edition
    links = TermLinksExtension(edition.glossary.finder.find, glossary_address(edition, page))
    known = extensions(edition, links, known_to_blocks(edition))
    known.append(ControlExtension(controls(project.work, project.repository)))
    md.preprocessors.register(FactsPreprocessor(page, edition), "facts", 100)
    md.registerExtensions(known, {})


def illustrations(project: Project) -> dict[str, Illustration]:
    """Every figure by its label, with its drawings, and its text and sources as they stand on its own page.

    They are found before the build, since one page shows those of all others.
    """
    edition = project.edition
    found: dict[str, Illustration] = {}

    def keep(illustration: Illustration) -> str:
        found[illustration.figure.label] = illustration
        return ""

    for page in edition.pages.values():
        if page.figures:
            illustrated(to_pages(_html(project, page), page, edition.pages), project.drawings, edition.figures, keep)
    return found


def _html(project: Project, page: Page) -> str:
    """What Markdown makes of a page, its code aside."""
    entries = [entry if isinstance(entry, dict) else {entry: {}} for entry in project.config["markdown_extensions"]]
    options = {name: given for entry in entries for name, given in entry.items()}
    markdown = Markdown(extensions=[*options], extension_configs=options)
    extend(markdown, project, page)
    return markdown.convert(META.sub("", page.text))

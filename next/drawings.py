"""The figures with their drawings, found before the build, since one page shows those of all others."""

import re

from addresses import to_pages
from annotated_edition.figures.illustrations import Illustration, illustrated
from annotated_edition.structure.pages import Page
from markdown import Markdown
from page_extensions import page_extensions
from project import Project

META = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def illustrations(project: Project) -> dict[str, Illustration]:
    """Every figure by its label, with its drawings, and its text and sources as they stand on its own page."""
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
    markdown = Markdown(extensions=[*options, *page_extensions(project, page)], extension_configs=options)
    return markdown.convert(META.sub("", page.text))

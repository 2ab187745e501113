"""The edition under Zensical, which runs no hooks: one extension of Markdown brings in all of ours, with their data."""

from typing import Any
from xml.etree import ElementTree

from annotated_edition.structure.pages import Page
from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from page_extensions import extend
from templates import Rendered, templates


class ArticlePostprocessor(Postprocessor):
    """Adds to the page what its template does."""

    def __init__(self, page: Page, meta: dict[str, Any]) -> None:
        super().__init__()
        self.page = page
        self.meta = meta

    def run(self, text: str) -> str:
        return templates().take(Rendered(self.page, self.meta, text))


class LastTreeprocessor(Treeprocessor):
    """Registers the postprocessor when the contents are made, which send each heading through all that there are."""

    def __init__(self, md: Markdown, last: Postprocessor) -> None:
        super().__init__(md)
        self.last = last

    def run(self, root: ElementTree.Element) -> None:
        self.md.postprocessors.register(self.last, "article", -100)


class EditionExtension(Extension):
    """Finds out which page is rendered, and hands over."""

    def extendMarkdown(self, md: Markdown) -> None:
        context: Any = md.preprocessors["rendering_context"]  # Zensical's own, which it registers before all others
        project, meta = templates().project, context.page.meta
        page = project.edition.pages[context.page.path]
        extend(md, project, page)
        md.treeprocessors.register(LastTreeprocessor(md, ArticlePostprocessor(page, dict(meta))), "last", -100)
        meta.pop("template", None)  # it is filled here, and Zensical would look for it in its theme


makeExtension = EditionExtension

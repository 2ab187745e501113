"""The templates of overrides/, filled with the pages as they are rendered, but for the theme's frame around them."""

from dataclasses import dataclass
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

from addresses import from_file, to_pages
from annotated_edition.citations.catalogue import item_of
from annotated_edition.citations.exports import all_citations, keys_by_label
from annotated_edition.citations.harvest import Harvest, harvest
from annotated_edition.citations.styles import STYLES
from annotated_edition.figures.illustrations import illustrated, moved
from annotated_edition.security.content_security import policy
from annotated_edition.sharing.files import Sharing
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rendering import configure_jinja
from annotated_edition.text.passage_html import passage_html
from annotated_edition.theme import patched
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from page_extensions import illustrations
from project import KEPT, ROOT, Project, read_project

# In the place of the theme's, which Zensical fills: the three blocks that the pages of the edition are made of.
BASE = """
{%- if part == "article" %}{% block content %}{{ page.content }}{% endblock %}{% endif %}
{%- if part == "head" %}{% block extrahead %}{% endblock %}{% endif %}
{%- if part == "end" %}{% block linked_data %}{% endblock %}{% endif -%}
"""


@dataclass(frozen=True)
class Rendered:
    """What Markdown made of a page, and what stands at its head between dashes."""

    page: Page
    meta: dict[str, Any]
    html: str


class Templates:
    """Fills templates with the pages, whose HTML comes in one by one."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.rendered: dict[str, Rendered] = {}
        loader = ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(ROOT / "overrides")])
        self.environment = Environment(loader=loader)
        self.environment.filters |= {"url": _seen, "patched": patched}
        configure_jinja(self.environment, project.edition)
        self.illustrations = illustrations(project)
        self.citations = all_citations(KEPT, project.edition, project.work)
        self.environment.globals |= {
            "config": project.config | {"site_url": project.work.work.address},
            "work": project.work,
            "policy": policy(),
            "citation_styles": STYLES,
            "citation_file": "CITATION.cff",
            "keys_by_label": keys_by_label(project.edition),
            "strings": self.citations.strings,
            "harvest": self.harvest(),
            "figure_items": {item.label: item for item in project.work.all if item.level == "figure"},
            "illustrations": self.illustrations,
        }

    def take(self, rendered: Rendered) -> str:
        """Keep a page, and give its article, with links as Zensical wants them."""
        page, edition = rendered.page, self.project.edition
        html = to_pages(rendered.html, page, edition.pages)
        edition.texts[page.name] = passage_html(html, self.address(page))
        self.rendered[page.name] = rendered = Rendered(page, rendered.meta, self._illustrated(html, page))
        return from_file(self.part("article", rendered), page)

    def address(self, page: Page) -> str:
        """The whole address of a page, or nothing where the site's is not known."""
        address = self.project.work.work.address
        return address and address + page.url.removeprefix("./")

    def alone(self, template: str, depth: int, **facts: object) -> str:
        """A page without the theme, that many folders below the site's address."""
        base = "/".join([".."] * depth)
        return self.environment.get_template(template).render(base_url=base, page=None, **facts)

    def harvest(self) -> Harvest:
        """What pages tell machines, of those that are rendered."""
        project = self.project
        return harvest(project.edition, project.work, self._descriptions())

    def sharing(self) -> Sharing:
        """What readers take along and others show."""
        return Sharing(
            edition=self.project.edition,
            work=self.project.work,
            illustrations=self.illustrations,
            descriptions=self._descriptions(),
            overrides=ROOT / "overrides",
            kept=KEPT,
        )

    def _descriptions(self) -> dict[str, str]:
        """What each page says of itself."""
        otherwise = self.project.config["site_description"]
        return {name: page.meta.get("description", otherwise) for name, page in self.rendered.items()}

    def _illustrated(self, html: str, page: Page) -> str:
        """The HTML of a page with the drawings of its figures."""
        template = self.environment.get_template("partials/figure.html")
        write = partial(template.render, page=page, here=True, heading="h3")
        drawings, figures = self.project.drawings, self.project.edition.figures
        return illustrated(html, drawings, figures, lambda illustration: write(illustration=illustration))

    def part(self, part: str, rendered: Rendered) -> str:
        """A part of a page that BASE names; its head and end can be filled once all pages are rendered."""
        text = rendered.page
        page = SimpleNamespace(
            url=text.url,
            title=text.title,
            is_homepage=text.url == "./",
            content=rendered.html,
            file=SimpleNamespace(src_uri=text.name),
        )
        template = self.environment.get_template(rendered.meta.get("template", "main.html"))
        return template.render(part=part, page=page, text=text, item=item_of(self.project.work, text.name))


@cache
def templates() -> Templates:
    """The same for all pages of a build, each of which Zensical renders by itself."""
    return Templates(read_project())


@pass_context
def _seen(context: Context, address: str) -> str:
    """The filter `url`: an address below the site's as seen from the page, as MkDocs gives it."""
    if "://" in address or address.startswith("#"):
        return address
    page, (path, mark, anchor) = context["page"], address.partition("#")
    seen = moved("", path or ".", page.url) if page else f"{context['base_url']}/{path}"
    return f"{seen}{mark}{anchor}"

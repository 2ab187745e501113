"""The search: the theme's plugin writes our index in the place of its own."""

from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as MkDocsPage

from annotated_edition.blocks.declaration import listed
from annotated_edition.build.inputs import read_by_all
from annotated_edition.build.state import Build, warn
from annotated_edition.formats.offline import INDEX
from annotated_edition.structure.search_index import index
from annotated_edition.text.problems import Problem
from annotated_edition.text.sections import PageText, read_text

PLUGIN = "material/search"


class PassageIndex:
    """Stands in for the index of the theme's plugin, which hands it every page and asks for the whole at the end."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.texts: dict[str, PageText] = {}

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        name, also = page.file.src_uri, page.meta.get("also", "")
        if not isinstance(also, str):
            warn([Problem(name, 0, "also", "is no text", "write the words in one line, with commas between")])
            also = ""
        content = page.content or ""
        anchors = [item.anchor for item in self.build.edition.pages[name].items if item.search_entry]
        text = self.build.kept.get(read_text.__module__, [content, anchors], lambda: read_text(content, anchors))
        self.texts[name] = replace(text, also=(str(page.meta.get("description", "")), *listed(also)))

    def generate_search_index(self, previous: Any) -> str:
        """The index as JSON. `previous` is that of a partial build, which this edition does not know."""
        edition, texts = self.build.edition, self.texts
        items = [page.items for page in edition.pages.values()]
        known = [read_by_all(self.build), repr((edition.vocabulary, items, texts)), sorted(edition.roles.items())]
        made: str = self.build.kept.get(index.__module__, known, lambda: index(edition, texts))
        return made


def take_index(build: Build, config: MkDocsConfig) -> None:
    """Take the place of the index that the plugin has just made. Raises PluginError where the plugin is missing."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        raise PluginError("mkdocs.yml: the plugin search is missing; the search takes its interface from it")
    plugin.search_index = taken = PassageIndex(build)
    if build.is_serving:  # no page waits for the index, which is made when somebody searches
        config.plugins.events["post_build"].remove(plugin.on_post_build)
        build.beside[INDEX] = lambda: taken.generate_search_index(None).encode()

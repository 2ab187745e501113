"""The joints between MkDocs and the search: the theme's plugin writes our index in the place of its own."""

from typing import Any

from edition.findable import SORTS, index, serialized
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from text.sections import PageText, read_text

EDITION = "model"  # under config.extra, an Edition, left there by build.py
PLUGIN = "material/search"
# The first asks for the index, which comes while the others are made ready.
PARTS = ("worker", "words", "query", "index", "meaning", "matching", "ranking", "results")
PART = "assets/javascripts/search/{}.js"
PROGRAM = "search/search.js"  # beside the index that it reads


class PassageIndex:
    """Stands in for the index of the theme's plugin, which hands it every page and asks for the whole at the end."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.texts: dict[str, PageText] = {}

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        self.texts[page.file.src_uri] = read_text(page.content or "")

    def generate_search_index(self, previous: Any) -> str:
        """The index as JSON. `previous` is that of a partial build, which this edition does not know."""
        return serialized(index(self.config.extra[EDITION], self.texts))


@event_priority(-100)
def on_config(config: MkDocsConfig) -> None:
    """Take the place of the index that the plugin has just made."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        raise PluginError("mkdocs.yml: the plugin search is missing; the search takes its interface from it")
    plugin.search_index = PassageIndex(config)


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Join the parts of the search, so that opening it asks for as little as can be."""
    parts = [file for part in PARTS if (file := files.get_file_from_path(PART.format(part)))]
    files.append(File.generated(config, PROGRAM, content="".join(part.content_string for part in parts)))
    for part in parts:
        files.remove(part)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Tell the templates what there is to choose from."""
    env.globals["search_sorts"] = SORTS

"""mkdocs-bibtex loads references.bib into this registry, and asks it for the text of each citation."""

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs_bibtex import plugin as mkdocs_bibtex
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData, parse_string
from pybtex.exceptions import PybtexError

from annotated_edition.structure.references import ENTRY, Registry
from annotated_edition.structure.works import SHARED, entry_texts


class EditionRegistry(Registry, ReferenceRegistry):
    """The entries as mkdocs-bibtex loads them, with every error of syntax captured, which would end `mkdocs serve`.

    A citation is handed back as it was written: it is formatted by an inline processor of Python-Markdown, so that
    code stays code, and keys that are not known are named by our own check, which knows page and line.
    """

    last: "ClassVar[EditionRegistry | None]" = None  # that was made in this process

    def __init__(self, bib_files: list[str], footnote_format: str = "{key}") -> None:
        self.footnote_format = footnote_format
        Registry.__init__(self, bib_files[0])
        if self.is_sound:
            self.kept.get(__name__, self.text, lambda: self.bib_data)
            EditionRegistry.last = self

    def known(self) -> BibliographyData | None:
        """The entries that are kept, or, while they are edited, those of before and the changed ones."""
        return self.kept.find(__name__, self.text) or (self.last and self._edited(self.last))

    def load(self, path: str) -> BibliographyData:
        """The entries as mkdocs-bibtex loads them."""
        ReferenceRegistry.__init__(self, [path], self.footnote_format)
        return self.bib_data

    def _edited(self, last: "EditionRegistry") -> BibliographyData | None:
        """The entries, of which only those that were not in the last file are read, where each stands for itself."""
        before, now = entry_texts(last.text), entry_texts(self.text)
        changed = {key: text for key, text in now.items() if before.get(key) != text}
        if SHARED.search(last.text + self.text) or len(before) < len(last.bib_data.entries):
            return None
        if len({key.lower() for key in now}) < len(ENTRY.findall(self.text)):  # one is there twice
            return None
        try:
            read = parse_string("".join(changed.values()), "bibtex").entries
        except PybtexError:  # whose line is only known in the whole
            return None
        if read.keys() != changed.keys():
            return None
        return BibliographyData({key: read[key] if key in changed else last.bib_data.entries[key] for key in now})

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Left to our own check."""

    def validate_inline_references(self, inline_references: list[InlineReference]) -> set[InlineReference]:
        """Inline references are switched off in mkdocs.yml."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        return str(citation_block)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Left out of the page: the foot of each page is a template."""
        return ""


def use_registry(config: MkDocsConfig) -> None:
    """Let mkdocs-bibtex make a registry of our class, where it would make its simple one.

    Raises PluginError where the plugin is missing, or would load no single file or make another registry.
    """
    plugin = config.plugins.get("bibtex")
    if not isinstance(plugin, mkdocs_bibtex.BibTexPlugin):
        raise PluginError("mkdocs.yml: the plugin bibtex is missing; the edition takes its references from it")
    if not plugin.config.bib_file:
        raise PluginError("mkdocs.yml: plugins.bibtex: bib_file is missing; write bib_file: references.bib")
    if plugin.config.csl_file:
        raise PluginError("mkdocs.yml: plugins.bibtex: csl_file has no effect here; delete it")
    plugin.last_configured = (
        None  # else it would go by the time of the file, which one put back with its old time defeats
    )
    mkdocs_bibtex.SimpleRegistry = _registry_of  # type: ignore[attr-defined, assignment] # it has no setting for it


def _registry_of(bib_files: list[str], footnote_format: str) -> EditionRegistry:
    """The registry of a file; the last one, where the file is as it was."""
    path = Path(bib_files[0])
    return _registry(str(path), footnote_format, path.read_bytes() if path.is_file() else b"")


@lru_cache(1)
def _registry(path: str, footnote_format: str, content: bytes) -> EditionRegistry:
    return EditionRegistry([path], footnote_format)


def registry_of(config: MkDocsConfig) -> Registry:
    """The registry that mkdocs-bibtex has made."""
    plugin = config.plugins["bibtex"]
    assert isinstance(plugin, mkdocs_bibtex.BibTexPlugin)
    assert isinstance(plugin.registry, EditionRegistry)
    return plugin.registry

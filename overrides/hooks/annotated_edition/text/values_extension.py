"""Values in Markdown: `{{ count: supported }}` becomes the number of claims that are. It knows nothing of MkDocs."""

from collections.abc import Callable
from re import Match
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from annotated_edition.text.values import VALUE


class ValueProcessor(InlineProcessor):
    """Puts the value in its place; what is not known stays as it is written, since the build has named it."""

    def __init__(self, value_of: Callable[[str], str | None], md: Markdown) -> None:
        super().__init__(VALUE.pattern, md)
        self.value_of = value_of

    def handleMatch(  # type: ignore[override] # as the base class is documented
        self, found: Match[str], data: str
    ) -> tuple[ElementTree.Element | str | None, int | None, int | None]:
        value = self.value_of(found[1])
        return (value, found.start(0), found.end(0)) if value is not None else (None, None, None)


class ValuesExtension(Extension):
    """`value_of` gives the text for the words between the braces, or nothing."""

    def __init__(self, value_of: Callable[[str], str | None], **options: Any) -> None:
        self.value_of = value_of
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(ValueProcessor(self.value_of, md), "values", 185)  # after code (190)

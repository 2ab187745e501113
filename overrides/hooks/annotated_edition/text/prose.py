"""Text that does not stand on a page of its own, such as that of an event, made into HTML for a template."""

from collections.abc import Sequence

from markdown import Extension, Markdown


class Prose:
    """Turns the Markdown of one page's passages into HTML, one after the other, with citations and terms as on a page.

    One object serves one page, so that a term is linked at its first use there.
    """

    def __init__(self, extensions: Sequence[Extension | str]) -> None:
        self.markdown = Markdown(extensions=extensions)

    def __call__(self, text: str, label: str) -> str:
        """The HTML of the text of a passage; its citations get ids with the label, to which references link back."""
        self.markdown.treeprocessors["uses"].label = label  # type: ignore[attr-defined]  # citations_extension.UseTreeprocessor
        return str(self.markdown.convert(text))

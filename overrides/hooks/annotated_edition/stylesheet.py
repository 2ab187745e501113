"""The rules of CSS that depend on the words of an edition: the color and the shape of each, and what hides a kind.

They are appended to assets/stylesheets/verdicts.css, which says what all words have in common.
"""

from annotated_edition.shapes import clip_path
from annotated_edition.vocabulary import Vocabulary

FILE = "assets/stylesheets/verdicts.css"


def vocabulary_css(vocabulary: Vocabulary) -> str:
    """The rules for all words, in the order of their lists."""
    rules = [f".{sort} {{\n{_words(vocabulary, sort)}}}\n" for sort in ("verdict", "outcome", "kind")]
    # A kind that the reader has switched off is hidden, but never the annotation to which a link has led.
    hidden = ",\n".join(
        f'  &:has(#show-{kind}:not(:checked)) .annotation[data-kind="{kind}"]:not(:target, :has(:target))'
        for kind in vocabulary.kinds
    )
    return "\n".join([*rules, f".md-content__inner {{\n{hidden} {{\n    display: none;\n  }}\n}}\n"])


def _words(vocabulary: Vocabulary, sort: str) -> str:
    return "".join(
        f'  &[data-{sort}="{name}"] {{ --hue: var(--{icon.color}); --shape: {clip_path(icon.shape)}; }}\n'
        for name, icon in vocabulary.icons[sort].items()
    )

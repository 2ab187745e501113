"""The words with which an edition assesses and annotates, and the limits that it sets for its own text.

Whatever depends on them is given a `Vocabulary`; no other module names a verdict, an outcome or a kind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The palette, declared for both schemes in assets/stylesheets/edition.css under these names.
COLORS = ("green", "olive", "ochre", "plum", "crimson", "slate", "violet")

Words = Mapping[str, str]  # each as editors write it and as readers see it


@dataclass(frozen=True)
class Limits:
    """What the build holds a text to, in words, but for descriptions; a pair is the fewest and the most."""

    most_words: int = 7  # of the annotated work in one quotation, since it may be copyrighted
    most_because: int = 30  # of the sentence that gives the reason for a verdict
    annotation_words: tuple[int, int] = (30, 150)
    definition_words: tuple[int, int] = (12, 45)
    opening_words: int = 150  # at most, in the paragraphs at the head of a page with claims
    description_characters: int = 155  # at most, since search engines cut off what is longer


@dataclass(frozen=True)
class Icon:
    """How a word is told from others at a glance: a color of the palette, and a shape of shapes.py."""

    color: str
    shape: str


@dataclass(frozen=True)
class Vocabulary:
    """The closed lists of an edition.

    `outcomes_of` says what became of a claim that no source of its own day could settle, by its verdict; claims with
    other verdicts have no outcome. `groups` are the words that can be compared, by the title of the group.
    `required` are the annotations that a claim with a verdict must have, each a choice of kinds, of which one must be
    there with a source. `noun` is what the text calls the annotated work.
    """

    verdicts: Words
    outcomes_of: Mapping[str, Words]
    kinds: Words
    term_kinds: Words
    groups: Mapping[str, Sequence[str]]
    required: Mapping[str, Sequence[Sequence[str]]]
    limits: Limits
    noun: str
    source_types: Sequence[str]
    verified: Words  # how far a source was read
    languages: Words  # tags of BCP 47 by the names of references.bib
    synonyms: Sequence[Sequence[str]]  # words that the search takes for one another
    definitions: Mapping[str, Words]  # in Markdown, by "verdict", "outcome" and "kind"
    icons: Mapping[str, Mapping[str, Icon]]  # by the same

    @property
    def outcomes(self) -> dict[str, str]:
        """The outcomes of all verdicts together."""
        return {name: word for words in self.outcomes_of.values() for name, word in words.items()}

    @property
    def results(self) -> dict[str, str]:
        """All verdicts and outcomes."""
        return {**self.verdicts, **self.outcomes}

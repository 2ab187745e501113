"""What an edition says of itself in mkdocs.yml under `extra`, and in the file of its vocabulary, as plain data.

Whether it is written as it must be is checked before, by `config`, which knows MkDocs; this module does not.
"""

import datetime
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from annotated_edition.blocks.declaration import listed
from annotated_edition.vocabulary import Icon, Limits, Vocabulary

FILE = "mkdocs.yml"
WHERE = "extra.edition"
# What an edition has that names no other.
VOCABULARY = "data/vocabulary.yml"
LANGUAGE = "en-US"


@dataclass(frozen=True)
class AnnotatedWork:
    """The work that the edition annotates, which is never the edition itself."""

    key: str  # of its entry in references.bib
    noun: str = "brief"  # what it is called in a sentence: brief, speech, treaty
    is_reprinted: bool = False  # whether its text may stand in the edition
    quoted_words: int = 7  # at most, in one quotation


@dataclass(frozen=True)
class Dois:
    """What the edition can be cited by wherever it moves; nothing as long as it has none."""

    work: str = ""  # of all versions together
    version: str = ""  # of this one

    @property
    def address(self) -> str:
        """The address to which that of this version leads, or, where there is none, that of the work."""
        found = self.version or self.work
        return found and f"https://doi.org/{found}"


@dataclass(frozen=True)
class Settings:
    """The facts of the edition, the roles of its pages, and its words."""

    title: str
    author: str
    version: str
    date: datetime.date
    sources_through: str  # the last month of which sources were read, in ISO 8601
    publisher: str
    license: str
    license_url: str
    key: str
    annotates: AnnotatedWork
    vocabulary: Vocabulary
    vocabulary_file: str  # its path below docs/
    doi: Dois
    language: str  # of the text and the interface, a tag of BCP 47
    pages: Mapping[str, str]  # by role, the path below docs/
    moved: Mapping[str, str]  # the path of the page that was, and that which is now

    @classmethod
    def read(cls, extra: Mapping[str, Any], words: Mapping[str, Any]) -> Self:
        """Settings that have been checked: `extra` of mkdocs.yml, and what the file of the vocabulary holds."""
        facts = extra["edition"]
        annotates = AnnotatedWork(**_given(facts["annotates"]))
        made: dict[str, Any] = {
            "annotates": annotates,
            "vocabulary": vocabulary(words, annotates, _given(facts.get("limits"))),
            "vocabulary_file": facts.get("vocabulary") or VOCABULARY,
            "doi": Dois(**_given(facts.get("doi"))),
            "language": facts.get("language") or LANGUAGE,
            "pages": _given(facts.get("pages")),
            "moved": dict(extra.get("moved") or {}),
        }
        as_written = {field.name: facts.get(field.name) for field in fields(cls) if field.name not in made}
        return cls(**made, **_given(as_written))

    @property
    def read_through(self) -> str:
        """The last day of the last month of which sources were read, in ISO 8601."""
        year, month = map(int, self.sources_through.split("-"))
        return datetime.date(year, month, monthrange(year, month)[1]).isoformat()

    @property
    def primary_language(self) -> str:
        """The language without its region: en for en-US."""
        return self.language.partition("-")[0]

    def now_at(self, path: str) -> str:
        """Where a page is now that had this path below docs/, by all that has moved since."""
        for _ in self.moved:
            path = self.moved.get(path, path).partition("#")[0]
        return path


def _given(facts: Mapping[str, Any] | None) -> dict[str, Any]:
    """What has a value; a name without one is as good as left out."""
    return {name: value for name, value in (facts or {}).items() if value not in (None, "")}


def vocabulary(words: Mapping[str, Any], annotates: AnnotatedWork, limits: Mapping[str, Any]) -> Vocabulary:
    """The words of the file, with what is said of the annotated work; `limits` are those that differ from the usual."""
    verdicts, outcomes, kinds = words["verdicts"], words.get("outcomes") or {}, words["kinds"]
    all_outcomes = {name: facts for group in outcomes.values() for name, facts in group.items()}
    lists = {"verdict": verdicts, "outcome": all_outcomes, "kind": kinds}
    pairs: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in limits.items()}
    return Vocabulary(
        verdicts=_said(verdicts),
        outcomes_of={verdict: _said(group) for verdict, group in outcomes.items()},
        kinds=_said(kinds),
        term_kinds=dict(words.get("terms") or {}),
        groups=_groups(verdicts, outcomes),
        required={name: [need.split(" or ") for need in facts.get("needs") or ()] for name, facts in verdicts.items()},
        limits=Limits(most_words=annotates.quoted_words, **pairs),
        noun=annotates.noun,
        source_types=tuple(words.get("sources") or ()),
        verified=dict(words.get("verified") or {}),
        languages=dict(words.get("languages") or {}),
        synonyms=[listed(group) for group in words.get("synonyms") or ()],
        definitions={name: {word: facts["definition"] for word, facts in each.items()} for name, each in lists.items()},
        icons={
            name: {word: Icon(facts["color"], facts["shape"]) for word, facts in each.items()}
            for name, each in lists.items()
        },
    )


def _said(words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: facts["word"] for name, facts in words.items()}


def _groups(verdicts: Mapping[str, Any], outcomes: Mapping[str, Any]) -> dict[str, list[str]]:
    """The verdicts of each group, in their order; then for each verdict that has outcomes its outcomes."""
    groups: dict[str, list[str]] = {}
    for name in (*(name for name in verdicts if name not in outcomes), *outcomes):
        groups.setdefault(verdicts[name]["group"], []).extend(outcomes.get(name, [name]))
    return groups

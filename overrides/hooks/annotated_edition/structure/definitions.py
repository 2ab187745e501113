"""Definitions of words where a page asks for them, on a line of its own, such as `{{ definitions: kinds }}`.

    {{ definitions: kinds }}                  of all kinds of annotation
    {{ definitions: verdicts }}               of all verdicts
    {{ definitions: verdicts except Facts }}  of those that do not stand in this group of the scorecard
    {{ definitions: Forecasts }}              of the words of this group

They become a list of definitions in Markdown, in which each word is marked as it is beside claims and annotations, and
has an id, by which the search finds its definition.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotated_edition.structure.pages import Page
from annotated_edition.text.problems import Problem
from annotated_edition.vocabulary import Vocabulary

ASKED = re.compile(r"^\{\{ *definitions: *([^{}\n]*?) *\}\}$", re.MULTILINE)
EXCEPT = "verdicts except "


def with_definitions(markdown: str, vocabulary: Vocabulary) -> str:
    """The Markdown with the lists that it asks for; what is not known is left out, since it is named as a mistake."""
    return ASKED.sub(lambda asked: _list(asked[1], vocabulary, ' id="{sort}-{name}"'), markdown)


def _without_ids(text: str, vocabulary: Vocabulary) -> str:
    """Likewise, for whoever counts lines; the register has the hash of this text, from before words had ids."""
    return ASKED.sub(lambda asked: _list(asked[1], vocabulary).replace("\n", " "), text)


def defined(page: Page, vocabulary: Vocabulary) -> Page:
    """The page with the definitions in its text, and a problem for each list that is not known."""
    problems = (*page.problems, *_problems(page, vocabulary))
    return replace(page, text=_without_ids(page.text, vocabulary), problems=problems)


def _problems(page: Page, vocabulary: Vocabulary) -> Iterator[Problem]:
    for number, line in enumerate(page.text.split("\n"), start=1):
        if (found := ASKED.fullmatch(line)) and _words(found[1], vocabulary) is None:
            groups = ", ".join(vocabulary.groups)
            remedy = f"use kinds, verdicts, a group of the scorecard, which are {groups}, or verdicts except a group"
            yield Problem.in_line(page.name, number, f"“{found[1]}” is not known", remedy, "definitions")


def _words(asked: str, vocabulary: Vocabulary) -> list[tuple[str, str]] | None:
    """The words of a list, each as verdict, outcome or kind, and by its name; None where the list is not known."""
    if asked == "kinds":
        return [("kind", name) for name in vocabulary.kinds]
    if asked == "verdicts":
        return [("verdict", name) for name in vocabulary.verdicts]
    if (group := vocabulary.groups.get(asked.removeprefix(EXCEPT))) is None:
        return None
    if asked.startswith(EXCEPT):
        return [("verdict", name) for name in vocabulary.verdicts if name not in group]
    return [("verdict" if name in vocabulary.verdicts else "outcome", name) for name in group]


def _list(asked: str, vocabulary: Vocabulary, attribute: str = "") -> str:
    """`attribute` is added to each word, with its sort and its name."""
    shown = {"verdict": vocabulary.verdicts, "outcome": vocabulary.outcomes, "kind": vocabulary.kinds}
    entries = []
    for sort, name in _words(asked, vocabulary) or ():
        more = attribute.format(sort=sort, name=name)
        word = f'<span class="{sort}"{more} data-{sort}="{name}">{shown[sort][name]}</span>'
        entries.append(f"{word}\n:   {' '.join(vocabulary.definitions[sort][name].split())}")
    return "\n\n".join(entries)

"""What the search finds: every passage of the edition, that is every claim, annotation, figure, event, term, reference
and section, each with its kind, its words and its place.

Matching and ranking are the browser's (assets/javascripts/search); here it is only said what there is.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html
from text.citations import BRACKET
from text.sections import PageText, spaced
from text.terms import PAGE as GLOSSARY
from text.typography import curly
from text.vocabulary import KINDS, OUTCOMES, VERDICTS

from edition.edition import Edition
from edition.pages import Page
from edition.references import PAGE as REFERENCES

# Each sort of passage with its name: those of annotations are their kinds. Filters ask for them as kind:evidence.
SORTS = {
    "claim": "Claim",
    **KINDS,
    "figure": "Figure",
    "event": "Event",
    "term": "Term",
    "source": "Source",
    "page": "Page",
}
EMPHASIS = re.compile(r"[*_`]")
BEFORE_MARK = re.compile(r" (?=[.,;])")  # left where a citation was taken out
ADDRESS = re.compile(r"\s*https?://\S+")


@dataclass(frozen=True)
class Findable:
    """One result. Its address is that of its page with its anchor, which may be empty."""

    page: str
    anchor: str
    sort: str
    title: str
    text: str
    verdict: str = ""
    outcome: str = ""
    because: str = ""  # of a claim
    also: tuple[str, ...] = field(default=())  # other ways to write it

    @property
    def all_text(self) -> str:
        return f"{self.title}. {self.because} {self.text}"


def passages(edition: Edition, texts: Mapping[str, PageText]) -> Iterator[Findable]:
    """All passages, page by page in the order of the edition. `texts` are the pages' own texts by their names."""
    for page in edition.pages.values():
        text = texts.get(page.name, PageText((), {}))
        yield from (Findable(page.name, part.anchor, "page", part.title, part.text) for part in text.sections)
        yield from _noted(edition, page)
        for figure in page.figures:
            yield Findable(page.name, figure.anchor, "figure", curly(figure.title), text.entries.get(figure.anchor, ""))
        for term in page.terms:
            yield Findable(
                page.name, term.anchor, "term", term.title, text.entries.get(term.anchor, ""), also=term.variants
            )
        for event in page.events:
            yield Findable(page.name, event.anchor, "event", str(event.when), _plain(event.body))
        if page.name == REFERENCES:
            for reference in edition.references.values():
                entry = spaced(
                    ADDRESS.sub("", "".join(map(str, html.fromstring(f"<p>{reference.html}</p>").itertext())))
                )
                yield Findable(
                    page.name, f"reference-{reference.key}", "source", reference.name, entry, also=(reference.key,)
                )


def _noted(edition: Edition, page: Page) -> Iterator[Findable]:
    rendered = edition.texts.get(page.name, {})
    for claim in page.claims:
        if text := rendered.get(claim.anchor):
            words = (claim.title, text.text, claim.verdict, claim.outcome, claim.because)
            yield Findable(page.name, claim.anchor, "claim", *words)
    words_of = {claim.label: (claim.verdict, claim.outcome) for claim in edition.claims}
    for annotation in page.annotations:
        if text := rendered.get(annotation.anchor):
            verdict, outcome = words_of.get(annotation.claim, ("", ""))
            yield Findable(page.name, annotation.anchor, annotation.kind, "", text.text, verdict, outcome)


def _plain(markdown: str) -> str:
    return BEFORE_MARK.sub("", spaced(curly(EMPHASIS.sub("", BRACKET.sub("", markdown)))))


def index(edition: Edition, texts: Mapping[str, PageText]) -> dict[str, Any]:
    """All that the browser needs, in terms of JSON; lists instead of objects, since there are so many.

    `forms` are the ways to write each term of the glossary, and the last item of a passage says which terms, by their
    place in that list, it uses in whatever form: so that whoever types one way to write a term finds all.
    """
    pages = {name: place for place, name in enumerate(edition.pages)}
    terms = {term.label: place for place, term in enumerate(edition.glossary.terms)}
    labels = {f"term-{label}": place for label, place in terms.items()}
    return {
        "pages": [[page.url.removeprefix("./"), page.title] for page in edition.pages.values()],
        "sorts": SORTS,
        "verdicts": VERDICTS,
        "outcomes": OUTCOMES,
        "forms": [list(term.forms) for term in edition.glossary.terms],
        "passages": [
            [
                pages[passage.page],
                passage.anchor,
                passage.sort,
                passage.verdict,
                passage.outcome,
                passage.title,
                passage.because,
                passage.text,
                "; ".join(passage.also),
                sorted(
                    {terms[label] for _, _, label in edition.glossary.finder.find(passage.all_text)}
                    | _own(passage, labels)
                ),
            ]
            for passage in passages(edition, texts)
        ],
    }


def _own(passage: Findable, labels: Mapping[str, int]) -> set[int]:
    """The place of the term that a passage of the glossary defines."""
    return {labels[passage.anchor]} if passage.page == GLOSSARY and passage.anchor in labels else set()


def serialized(found: Mapping[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

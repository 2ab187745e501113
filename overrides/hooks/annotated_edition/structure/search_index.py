"""What the search finds: every passage of the edition, that is every claim, annotation, figure, event, term, reference
and section, each with its kind, its words and its place.

Matching and ranking are the browser's (assets/javascripts/search); here it is only said what there is.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import html

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.declaration import SearchEntry
from annotated_edition.interface import gettext
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.kinds import KINDS, LABELLED
from annotated_edition.structure.pages import Page
from annotated_edition.structure.rules import LINK
from annotated_edition.text.citations import BRACKET, keys_of
from annotated_edition.text.sections import PageText, spaced
from annotated_edition.text.typography import curly

EMPHASIS = re.compile(r"[*_`]")
BLOCKS = [name for name in LABELLED if name != Annotation.KIND]
SORTS = (*BLOCKS, "source", "page")  # beside the kinds of annotation
ADDRESS = re.compile(r"\s*https?://\S+")


def sorts(edition: Edition) -> dict[str, str]:
    """Each sort of passage that there can be, with its name; those of annotations are their kinds.

    Filters ask for them as in kind:evidence, and none asks for what the edition has not, such as figures.
    """
    items = (item for page in edition.pages.values() for item in page.items)
    there = {entry.sort for item in items if (entry := item.search_entry)}
    names = {"figure": gettext("Figure"), "event": gettext("Event"), "term": gettext("Term")}
    found = {name: names.get(name, name.capitalize()) for name in BLOCKS if name in there and name != Claim.KIND}
    sources = {"source": gettext("Source")} if edition.page("references") else {}
    return {"claim": gettext("Claim"), **edition.vocabulary.kinds, **found, **sources, "page": gettext("Page")}


def passages(edition: Edition, texts: Mapping[str, PageText]) -> Iterator[SearchEntry]:
    """All passages, page by page in the order of the edition. `texts` are the pages' own texts by their names."""
    for page in edition.pages.values():
        text = texts.get(page.name, PageText((), {}))
        for part in (*text.sections, *text.definitions):
            also = () if part.anchor else text.also
            yield SearchEntry("page", part.title, also=also, page=page.name, anchor=part.anchor, text=part.text)
        yield from _labelled(page, text)
        if edition.is_page(page.name, "references"):
            for reference in edition.references.values():
                entry = ADDRESS.sub("", "".join(map(str, html.fromstring(f"<p>{reference.html}</p>").itertext())))
                anchor, also = f"reference-{reference.key}", (reference.key,)
                yield SearchEntry(
                    "source", reference.name, also=also, page=page.name, anchor=anchor, text=spaced(entry)
                )


def _labelled(page: Page, text: PageText) -> Iterator[SearchEntry]:
    """What has a label, kind by kind, with its text as rendered; that of events, which a template adds, as written."""
    claims = {claim.label: claim for claim in page.claims}
    for item in sorted(page.items, key=lambda item: list(KINDS).index(item.KIND)):
        if entry := item.search_entry:
            if isinstance(item, Annotation) and item.claim in claims:
                claim = claims[item.claim]
                entry = replace(entry, verdict=claim.verdict, outcome=claim.outcome)
            said = text.entries.get(item.anchor) or _plain(item.body)
            cites = tuple(key for bracket in BRACKET.findall(item.body) for key in keys_of(bracket) or ())
            yield replace(entry, page=page.name, anchor=item.anchor, text=said, cites=cites)


def _plain(markdown: str) -> str:
    return spaced(curly(EMPHASIS.sub("", LINK.sub(r"\1", BRACKET.sub("", markdown)))))


def index(edition: Edition, texts: Mapping[str, PageText]) -> str:
    """All that the browser needs, as JSON; lists instead of objects, since there are so many.

    `forms` are the ways to write each term of the glossary, and the last item but one of a passage says which terms, by
    their place in that list, it uses in whatever form: so that whoever types one way to write a term finds all. Words
    that a page defines follow; the definition comes first where it is asked for. The last item says which works a
    passage cites, by their places among the passages, since it is also found by the titles of these.
    """
    pages = {name: place for place, name in enumerate(edition.pages)}
    terms = {term.label: place for place, term in enumerate(edition.glossary.terms)}
    labels = {f"term-{label}": place for label, place in terms.items()}
    found = list(passages(edition, texts))
    works = {passage.anchor: place for place, passage in enumerate(found) if passage.sort == "source"}
    finder = edition.glossary.finder
    whole = {
        "pages": [[page.url.removeprefix("./"), page.title] for page in edition.pages.values()],
        "language": edition.settings.primary_language,
        "sorts": sorts(edition),
        "annotation": gettext("Annotation"),  # as a result calls one by its label; it is sorted by its kind
        "verdicts": edition.vocabulary.verdicts,
        "outcomes": edition.vocabulary.outcomes,
        "forms": [
            *(list(term.forms) for term in edition.glossary.terms),
            *([part.title] for text in texts.values() for part in text.definitions),
        ],
        "synonyms": [list(words) for words in edition.vocabulary.synonyms],
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
                    {terms[term] for *_, term in finder.find(f"{passage.title}. {passage.because} {passage.text}")}
                    | ({labels[passage.anchor]} if passage.anchor in labels else set())
                ),
                sorted({works[f"reference-{key}"] for key in passage.cites if f"reference-{key}" in works}),
            ]
            for passage in found
        ],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

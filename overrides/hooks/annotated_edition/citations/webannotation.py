"""Claims and annotations as data that other programs can read: the W3C Web Annotation Data Model of 2017.

A claim annotates the work: a restatement, a verdict and the reason for it, on the words that stand there exactly once.
An annotation is one of the claim, as it stands on the edition's page. Nothing of it can be named without a public
address.
"""

import datetime
from collections.abc import Iterable, Sequence

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.citations.items import Work
from annotated_edition.citations.metadata import Node, Subject, reference_address
from annotated_edition.structure.pages import Passage
from annotated_edition.structure.sources import Csl
from annotated_edition.text.passage_html import PassageText

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"  # which the model names for fragments of HTML
ASSESSING = "oa:assessing"  # spelt out, since the context lacks the word


def collection(address: str, label: str, items: Sequence[Node], work: Work) -> Node:
    """Annotations as one collection with one page; `address` is that of its file."""
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "creator": _creator(work) | ({"homepage": about} if (about := work.page("about")) else {}),
        "rights": work.license_url,
        "total": len(items),
        "first": {"id": f"{address}#items", "type": "AnnotationPage", "startIndex": 0, "items": list(items)},
    }


def annotations(about: Subject) -> list[Node]:
    """The claims and annotations of a page, in the order in which they stand there."""
    uses = about.page.uses
    nodes = []
    for passage, text in about.passages:
        if isinstance(passage, Claim):
            nodes.append(_restatement(passage, text, about))
        else:
            keys = [use.key for use in uses if use.label == passage.label and use.key in about.sources]
            nodes.append(_comment(passage, text, about, [_address(about.sources[key], about.work) for key in keys]))
    return nodes


def _restatement(claim: Claim, text: PassageText, about: Subject) -> Node:
    quote = {"selector": {"type": "TextQuoteSelector", "exact": claim.words}} if claim.words else {}
    # The verdict and the outcome are of the closed lists, and the reason is a sentence.
    words = [_word(word, ASSESSING) for word in (claim.verdict, claim.outcome) if word]
    reason = _word(claim.because, "commenting") | {"format": "text/plain", "language": about.work.primary_language}
    source = {"type": "SpecificResource", "source": _address(about.annotated, about.work), "label": claim.at}
    return _annotation(claim, about) | {
        "motivation": ["describing", ASSESSING],
        "body": [_html(text, "describing", about.work), *words, reason],
        "target": source | quote,
    }


def _comment(annotation: Annotation, text: PassageText, about: Subject, cited: Iterable[str]) -> Node:
    links = [{"type": "SpecificResource", "purpose": "linking", "source": source} for source in dict.fromkeys(cited)]
    return _annotation(annotation, about) | {
        "modified": _time(annotation.date),
        "motivation": ["commenting", "linking"] if links else ["commenting"],
        "body": [_word(annotation.kind, "classifying"), _html(text, "commenting", about.work), *links],
        "target": _claim(f"claim-{annotation.claim}", about),
    }


def _annotation(passage: Passage, about: Subject) -> Node:
    creator, rights = _creator(about.work), about.work.license_url
    return {"id": about.address(passage), "type": "Annotation", "creator": creator, "rights": rights}


def _claim(anchor: str, about: Subject) -> Node:
    """The claim on its page: by its anchor, which never moves, and there by its words, should the anchor be lost."""
    selector: Node = {"type": "FragmentSelector", "conformsTo": HTML_FRAGMENT, "value": anchor}
    if anchor in about.texts:
        selector["refinedBy"] = {"type": "TextQuoteSelector", "exact": about.texts[anchor].title}
    return {
        "type": "SpecificResource",
        "source": about.item.address,
        "scope": about.work.address,
        "selector": selector,
        "state": {"type": "TimeState", "sourceDate": _time(about.work.date)},
    }


def _html(text: PassageText, purpose: str, work: Work) -> Node:
    return _word(text.html, purpose) | {"format": "text/html", "language": work.primary_language}


def _word(word: str, purpose: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": word}


def _creator(work: Work) -> Node:
    return {"type": "Organization", "name": work.author}


def _address(csl: Csl, work: Work) -> str:
    """Where a source is to be read; of one that is not online, where it is described."""
    return str(csl.get("URL") or reference_address(work, csl["id"]))


def _time(day: datetime.date) -> str:
    """The beginning of a day in the form that the model demands."""
    return f"{day.isoformat()}T00:00:00Z"

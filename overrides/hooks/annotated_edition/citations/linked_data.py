"""The work, its pages and their claims in the vocabulary of schema.org, as JSON-LD.

The claims are the annotated work's: its authors are theirs, it is where they first appeared, and the edition interprets
them. A verdict sums up annotations and has no anchor of its own, so it is a term on the claim and no ClaimReview; the
reason for it is a comment by the edition.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from annotated_edition.blocks.claim import Claim
from annotated_edition.citations.formats import family
from annotated_edition.citations.items import Item, Work
from annotated_edition.citations.metadata import Node, Subject, reference_address
from annotated_edition.structure.sources import Csl, iso_date
from annotated_edition.text.passage_html import PassageText

CONTEXT = "https://schema.org"
TYPES = {"article-journal": "Article", "book": "Book", "chapter": "Chapter", "report": "Report"}  # others: WebPage
CONTAINERS = {"article-journal": "Periodical", "chapter": "Book"}


def graph(about: Subject, position: int, description: str, keys: Iterable[str]) -> Node:
    """The work or a page of it, with its claims, and all that is known of the works that it cites."""
    item = about.item
    claims = [_claim(passage, text, about) for passage, text in about.passages if isinstance(passage, Claim)]
    facts = {
        "description": description,
        "inLanguage": item.work.language,
        "license": item.work.license_url,
        "citation": [_reference(about.sources[key], item.work) for key in keys if key in about.sources],
    }
    based_on = _reference(about.annotated, item.work)
    own = _whole(item, based_on, facts) if item.level == "work" else [_chapter(item, position, facts)]
    return {"@context": CONTEXT, "@graph": [*own, *claims, *([based_on] if claims and item.level == "page" else [])]}


def shortened(data: Node, *, cited: bool) -> Node:
    """The graph for the page itself: of a work cited only the address in the list of references, where it is described.

    The page's own file has all of it; in the page it would be up to a tenth of what is sent.
    """
    nodes = []
    for node in data["@graph"]:
        addresses = [{"@id": work["@id"]} for work in node.get("citation", ()) if cited]
        others = {name: value for name, value in node.items() if name != "citation"}
        nodes.append(others | ({"citation": addresses} if addresses else {}))
    return data | {"@graph": nodes}


def script_json(data: Node) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or open a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _work(work: Work) -> Node:
    author = {"@id": f"{work.address}#author", "@type": "Organization", "name": work.author}
    publisher = {"@type": "Organization", "name": work.publisher}
    return _known(
        {"identifier": work.doi.address, "@id": f"{work.address}#work", "@type": "Report", "name": work.title},
        {"url": work.address, "version": work.version, "datePublished": work.date.isoformat()},
        {"author": _known(author, {"url": work.page("about")})},
        {"publisher": {"@id": author["@id"]} if work.publisher == work.author else publisher},
    )


def _page_id(item: Item) -> str:
    return f"{item.address}#page"


def _whole(work: Item, based_on: Node, facts: Node) -> list[Node]:
    parts = [
        {"@id": _page_id(page), "@type": "Chapter", "name": page.title, "url": page.address} for page in work.pages
    ]
    root, doi = work.work.root, work.work.doi.work
    every = _known(
        {"@id": root and f"{root}#work", "@type": "CreativeWork", "name": work.title, "url": root},
        {"identifier": doi and f"https://doi.org/{doi}"},
    )
    example = {"exampleOfWork": every if root or doi else None}
    node = _known(_work(work.work), facts, example, {"isBasedOn": based_on, "hasPart": parts})
    return [node, {"@id": _page_id(work), "@type": "WebPage", "url": work.address, "mainEntity": {"@id": node["@id"]}}]


def _chapter(item: Item, position: int, facts: Node) -> Node:
    own = {"@id": _page_id(item), "@type": ["Chapter", "WebPage"], "name": item.title, "url": item.address}
    return _known(own, {"position": position, "isPartOf": _work(item.work)}, facts)


def _claim(claim: Claim, text: PassageText, about: Subject) -> Node:
    source, author = about.annotated, {"@id": f"{about.work.address}#author"}
    work = {"@id": reference_address(about.work, source["id"])}
    place = {"@type": "CreativeWork", "name": claim.at, "isPartOf": work}
    defined = about.work.page("about")
    words = [_word(claim.verdict, about.work.vocabulary.verdicts, defined and f"{defined}#verdicts")]
    if claim.outcome:
        words.append(_word(claim.outcome, about.work.vocabulary.outcomes, defined and f"{defined}#outcomes"))
    return _known(
        {"@id": about.address(claim), "@type": "Claim", "name": text.title, "text": text.text},
        {"author": [_name(name) for name in source.get("author", ())], "claimInterpreter": author},
        {"appearance": {"@id": _page_id(about.item)}, "firstAppearance": place},
        {"keywords": words, "comment": {"@type": "Comment", "text": claim.because, "author": author}},
    )


def _word(name: str, words: Mapping[str, str], where: str) -> Node:
    """A word of a closed list, and where the list is defined."""
    return _known({"@type": "DefinedTerm", "termCode": name, "name": words[name], "inDefinedTermSet": where})


def _reference(csl: Csl, work: Work) -> Node:
    """What is known of a work cited."""
    container = {"@type": CONTAINERS.get(csl["type"], ""), "name": csl.get("container-title", "")}
    return _known(
        {"@id": reference_address(work, csl["id"]), "@type": TYPES.get(csl["type"], "WebPage")},
        {"name": csl.get("title"), "author": [_name(name) for name in csl.get("author", ())]},
        {"editor": [_name(name) for name in csl.get("editor", ())]},
        {"datePublished": iso_date(csl), "inLanguage": csl.get("language"), "url": csl.get("URL")},
        {"publisher": {"@type": "Organization", "name": csl["publisher"]} if "publisher" in csl else None},
        {"isPartOf": container if all(container.values()) else None},
        {"reportNumber": csl.get("number") if csl["type"] == "report" else None},
        {"isbn": csl.get("ISBN") if csl["type"] == "book" else None},
        {"identifier": f"https://doi.org/{csl['DOI']}" if "DOI" in csl else None},
    )


def _name(name: Mapping[str, str]) -> Node:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    names = {"givenName": name.get("given", ""), "familyName": f"{family(name)} {name.get('suffix', '')}".strip()}
    return _known({"@type": "Person", "name": " ".join(filter(None, names.values()))}, names)


def _known(*parts: Mapping[str, Any]) -> Node:
    """One node of what is not empty in its parts."""
    return {name: value for part in parts for name, value in part.items() if value not in (None, "", [], {})}

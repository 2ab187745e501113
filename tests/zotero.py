"""What Zotero makes of a page, by the rules that its Embedded Metadata and COinS translators were seen to follow.

A model, since its translation server is in no registry. It knows the tags that we may write and refuses others.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from bs4 import BeautifulSoup
from fixtures.pages import parsed

Record = dict[str, Any]

TYPES = {  # Highwire tags that decide the type; the last in the page wins
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {  # of several tags of a name the first wins; citation_book_title is lost to the prefix book: of Open Graph
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_publisher": "publisher",
    "citation_language": "language",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_doi": "DOI",
    "citation_inbook_title": "bookTitle",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "reportNumber",
    "dc.rights": "rights",
}
OF_PARTS = {"prism.edition": "edition"}  # which Zotero has for a section of a book, and not for a report
UNREAD = {"citation_author", "citation_book_title", "dc.identifier", "dc.relation.ispartof", "dc.type"}
OPEN_GRAPH = {"website": "webpage", "book": "book"}


def record(html: str) -> Record:
    """What is saved from a page; of one with COinS, the list that is offered to pick from."""
    soup = parsed(html)
    if listed := soup.find_all("span", class_="Z3988"):
        return {"itemType": "multiple", "items": [context_object(str(span["title"])) for span in listed]}
    tags = list(_tags(soup))
    item_type = _type(tags)
    known = FIELDS | (OF_PARTS if item_type == "bookSection" else {})
    saved: Record = {"itemType": item_type}
    for name, content in tags:
        if name in known:
            saved.setdefault(known[name], content)
    if creators := [creator for name, content in tags if name == "citation_author" for creator in _creators(content)]:
        saved["creators"] = creators
    if item_type == "report":  # whose institution and publisher are one field
        saved.pop("publisher", None)
    address = soup.select_one("meta[property='og:url'], link[rel=canonical]")
    saved.setdefault("url", str(address.get("content") or address["href"]) if address else "")
    return saved


def _tags(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    assert soup.head
    for meta in soup.head.find_all("meta", content=True):
        name = str(meta.get("name") or meta.get("property") or "").lower()
        if name.startswith(("citation_", "dc.", "dcterms.", "prism.", "eprints.", "bibo.", "z:")):
            assert name in FIELDS | OF_PARTS | TYPES or name in UNREAD, f"{name} is a tag whose effect is not known"
        yield name, str(meta["content"])


def _type(tags: list[tuple[str, str]]) -> str:
    highwire = [TYPES[name] for name, _ in tags if name in TYPES]
    first = dict(reversed(tags))
    if highwire:
        return highwire[-1]
    if first.get("og:type") in OPEN_GRAPH:
        return OPEN_GRAPH[first["og:type"]]
    if "dc.type" in first:
        return first["dc.type"].lower()
    return "journalArticle" if "citation_title" in first else "webpage"


def _creators(content: str) -> Iterator[dict[str, str]]:
    """Authors split at a semicolon, or at a comma with words on both sides of it."""
    authors = re.split(r"\s*;\s*", content)
    parts = re.split(r"\s*,\s*", content)
    if len(authors) == 1 and len(parts) > 1 and " " in parts[0] and " " in parts[1]:
        authors = parts
    return (_creator(author) for author in authors if author)


def _creator(author: str) -> dict[str, str]:
    """A comma makes what stands before it the family name; without one, the last word is."""
    if "," in author:
        family, _, given = author.partition(",")
        return {"lastName": family, "firstName": given.strip()} if given.strip() else {"name": family}
    given, _, family = author.rpartition(" ")
    return {"lastName": family, "firstName": given}


KINDS = {"book": "book", "bookitem": "bookSection", "report": "report"}
OPEN_URL = {name: name for name in ("publisher", "date", "pages", "language", "place")} | {"isbn": "ISBN"}


def context_object(title: str) -> Record:
    """The work that COinS describe."""
    pairs = parse_qsl(title, strict_parsing=True)
    first = dict(reversed(pairs))
    assert first["ctx_ver"] == "Z39.88-2004"
    shape, genre = first["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:"), first.get("rft.genre", "")
    item_type = {"journal": "journalArticle", "book": KINDS.get(genre, "book"), "dc": first.get("rft.type", "webpage")}
    names = OPEN_URL | _titles(item_type[shape])
    saved: Record = {"itemType": item_type[shape], "creators": []}
    for name, value in pairs:
        if name == "rft_id":
            saved |= {"DOI": value[9:]} if value.startswith("info:doi/") else {"url": value}
        elif name == "rft.aucorp":
            saved["creators"].append({"name": value})
        elif name == "rft.au":
            saved["creators"].append(_creator(value))
        elif name.startswith("rft.") and name not in ("rft.type", "rft.genre"):
            saved[names[name.removeprefix("rft.")]] = value
    return saved


def _titles(item_type: str) -> dict[str, str]:
    match item_type:
        case "journalArticle":
            return {"atitle": "title", "jtitle": "publicationTitle", "volume": "volume", "issue": "issue"}
        case "bookSection":
            return {"atitle": "title", "btitle": "bookTitle"}
        case "book":
            return {"btitle": "title"}
        case _:
            return {"title": "title", "source": "websiteTitle"}

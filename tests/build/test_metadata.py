"""The head of every page, read as reference managers read it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import zotero
from fixtures.builder import EDITION, PROJECT, built_fixture
from fixtures.pages import ADDRESS, Site, said
from fixtures.published import PAGES, data, html, parsed
from fixtures.written import SOURCES, WRITTEN, Written

RECORDS = PROJECT / "tests" / "fixtures" / "zotero"
REFERENCES = "references/"


@cache
def expected(path: str) -> dict[str, Any]:
    """The record that Zotero must save: the page's own title, and what all records of its type share."""
    kind, version, title = ("bookSection", "edition", SOURCES[path].title)
    if not path:
        kind, version, title = ("report", "reportNumber", EDITION["title"])
    shared: dict[str, Any] = json.loads((RECORDS / "shared.json").read_text(encoding="utf-8"))[kind]
    own = {"itemType": kind, "title": title, version: EDITION["version"], "url": ADDRESS + path}
    return {**shared, **own, "date": EDITION["date"].strftime("%Y/%m/%d")}


@pytest.mark.parametrize("path", [path for path in PAGES if path != REFERENCES])
def test_zotero_saves_the_record_of_the_page(edition: Site, path: str) -> None:
    saved = zotero.record(html(edition.folder, path))
    (description,) = edition[path].soup.select("meta[name=description]")
    assert saved.pop("abstractNote") == description["content"]
    assert saved == expected(path)


def test_zotero_offers_every_reference_to_pick_from(site: Path) -> None:
    page = html(site, REFERENCES)
    items = zotero.record(page)["items"]
    assert len(items) == page.count('class="reference"')
    assert not [item for item in items if not item.get("title")]
    assert "citation_" not in page
    assert 'property="og:' not in page


@pytest.mark.parametrize("path", PAGES)
def test_the_type_tag_comes_first_and_what_misleads_stands_nowhere(edition: Site, path: str) -> None:
    soup = edition[path].soup
    names = [str(meta["name"]) for meta in soup.select("meta[name^=citation_]")]
    first = "citation_inbook_title" if path else "citation_technical_report_institution"
    assert names[:1] == ([] if path == REFERENCES else [first])
    assert not soup.select("[class*=byline], link[rel^='schema.'], meta[name=citation_book_title]")
    assert not soup.select("link[rel=alternate]:not([type='application/atom+xml'])"), "Hypothesis: the same document"
    assert bool(soup.select(".Z3988")) == (path == REFERENCES)


@pytest.mark.parametrize("claim", WRITTEN, ids=lambda claim: claim.anchor)
def test_zotero_saves_a_claim_and_its_annotations_from_their_citation_pages(site: Path, claim: Written) -> None:
    for label in (str(claim.number), *claim.annotations):
        page = html(site, f"c/{label}/cite/")
        saved, (imported,) = zotero.record(page), data(site, f"c/{label}/cite.csl.json")
        assert saved.pop("abstractNote") == imported["note"]
        anchor = claim.anchor if label == str(claim.number) else f"annotation-{label}"
        address = f"{ADDRESS}{claim.path}#{anchor}"
        assert saved == expected(claim.path) | {"title": imported["title"], "url": address}
        soup = parsed(site, f"c/{label}/cite/")
        assert [str(link["href"]) for link in soup.select("[rel=cite-as]")] == [address]
        assert said(soup.select_one(".cite__of")) == imported["title"]
        assert "dc.identifier" not in page.lower(), "Hypothesis: a document of its own"


def test_a_claim_of_the_title_page_is_cited_where_it_stands() -> None:
    for path in ("c/1/", "c/1/cite/", "c/1a/cite/"):
        soup = parsed(built_fixture() / "site", path)
        found = {str(link["href"]) for link in soup.select("h1 a, .cite__of a, [data-copy=address]")}
        up = "../" * path.count("/")
        assert found == {f"{up}#{'annotation-1a' if '1a' in path else 'claim-1'}"}
        led = [meta["content"] for meta in soup.select("[http-equiv=refresh]")]
        assert led == ([] if "cite" in path else [f"0; url={up}#claim-1"])


def test_pages_that_are_no_part_of_the_work_have_no_metadata(site: Path) -> None:
    for path in [site / "404.html", *(site / "c").glob("*/index.html")]:
        text = path.read_text(encoding="utf-8")
        assert not [mark for mark in ("citation_", "og:type", "Z3988", "ld+json") if mark in text], path


def test_no_two_pages_are_the_same_document_to_hypothesis(edition: Site) -> None:
    """By the name of each within the work, which no other has."""
    key = EDITION["key"]
    for path in (path for path in PAGES if path != REFERENCES):
        metas = edition[path].soup.select("meta[name='DC.identifier'], meta[name='DC.relation.ispartof']")
        own = "-".join([key, *filter(None, path.split("/"))])
        assert [meta["content"] for meta in metas] == [own, key]


def test_what_needs_a_public_address_is_left_out() -> None:
    site = built_fixture() / "site"
    assert zotero.record(html(site, "second/"))["bookTitle"] == EDITION["title"]
    soup = parsed(site, "second/")
    assert not soup.select("[rel=cite-as], [rel=linkset], [rel=describedby], [type='application/ld+json']")
    assert not soup.select("meta[property='og:url'], meta[name=citation_public_url]")
    assert not soup.select("link[rel=search]")
    assert "claim 1 is at /c/1/, annotation 1a at /c/1a/" in (site / "llms.txt").read_text(encoding="utf-8")
    assert not [*site.rglob("*.jsonld"), *site.rglob("linkset.json"), *site.glob("opensearch.xml")]

"""The built site is whole: its text, its links, its references and what stands beside it."""

import re
from collections import Counter

import pytest
from bs4 import Tag
from fixtures.builder import PROJECT, VOCABULARY
from fixtures.pages import Site, said
from fixtures.written import CLAIMS, SOURCES, TEXT, WRITTEN, Written

DEVICE = "width=device-width,initial-scale=1"  # else a telephone shows a page as on a desk, too small to be read


def labels(passage: Tag) -> list[str]:
    return [said(link) for link in passage.select(".annotation__label")]


def test_every_internal_link_leads_to_a_page_and_an_anchor(edition: Site) -> None:
    broken = {path: found for path, page in edition.pages.items() if (found := edition.broken(page))}
    assert broken == {}


def test_ids_are_unique_in_each_page(edition: Site) -> None:
    repeated = {
        path: [name for name, count in Counter(page.ids).items() if count > 1] for path, page in edition.pages.items()
    }
    assert {path: names for path, names in repeated.items() if names} == {}


def test_every_page_is_as_wide_as_the_screen_of_a_telephone(edition: Site) -> None:
    told = {
        path: [str(meta["content"]).replace(" ", "") for meta in page.soup.select("meta[name=viewport]")]
        for path, page in edition.pages.items()
    }
    assert {path for path, found in told.items() if found != [DEVICE]} == set()


SYNTAX = re.compile(r"\[@|///|@[a-z]+\d{4}|\]\(|\*\*|\{:|\{\{")


def test_no_syntax_of_markdown_is_left_in_the_text(edition: Site) -> None:
    for path, page in edition.pages.items():
        left = [
            str(string)
            for string in page.soup.find_all(string=SYNTAX)
            if not string.find_parent(["script", "style", "code", "pre", "head"])
        ]
        assert left == [], path


# --- The text ---


def test_all_claims_stand_once_each_on_the_page_of_the_brief_s_order(edition: Site) -> None:
    for path, expected in TEXT.items():
        numbers = [int(said(number)) for number in edition[path].soup.select(".claim__number")]
        assert numbers == expected, path
    assert [number for numbers in TEXT.values() for number in numbers] == CLAIMS == sorted(set(CLAIMS))
    assert sorted(edition.passages) == CLAIMS


@pytest.mark.parametrize("number", CLAIMS)
def test_a_claim_has_a_heading_a_place_a_text_and_an_annotation(number: int, edition: Site) -> None:
    passage = edition.passages[number]
    (claim,) = passage.select("section.claim")
    assert said(claim.select_one(f"h2#claim-{number}")).startswith(f"{number} ")
    assert re.match(r"In the brief: p\. \d", said(claim.select_one(".claim__at")))
    assert claim.select(":scope > p:not([class])")
    assert labels(passage)


def test_annotations_are_lettered_in_order_and_say_kind_and_day(edition: Site) -> None:
    for number, passage in edition.passages.items():
        assert labels(passage) == [
            f"{number}{letter}" for letter, _ in zip("abcdefghijklmnop", labels(passage), strict=False)
        ]
        for aside in passage.select(".annotation"):
            assert said(aside.select_one(".kind")) in VOCABULARY.kinds.values()
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(aside.select("time")[0]["datetime"]))


@pytest.mark.parametrize("path", TEXT)
def test_the_kinds_to_choose_from_are_those_of_the_annotations_of_a_page(path: str, edition: Site) -> None:
    soup = edition[path].soup
    kinds = {str(aside["data-kind"]) for aside in soup.select(".annotation")}
    boxes = [str(box["id"]) for box in soup.select(".switches fieldset input")]
    assert boxes == [f"show-{name}" for name in VOCABULARY.kinds if name in kinds]
    (form,) = soup.select(".switches form")
    assert form["autocomplete"] == "off"  # else some browsers put back what was chosen before


@pytest.mark.parametrize("path", TEXT)
def test_a_page_of_the_text_says_at_its_head_how_many_claims_and_sources_it_has(path: str, edition: Site) -> None:
    soup = edition[path].soup
    counts = (
        (len(soup.select(".claim")), "claim"),
        (len(soup.select(".annotation")), "annotation"),
        (len({link["href"] for link in soup.select("a[role=doc-biblioref]")}), "source"),
    )
    facts = ", ".join(f"{count} {thing}{'s' if count != 1 else ''}" for count, thing in counts)
    assert said(soup.select_one("h1 + p.facts")) == facts


def test_the_ledger_says_of_every_claim_what_its_page_says(edition: Site) -> None:
    page = edition["claims/"]
    rows = []
    for row in page.soup.select("table tbody tr"):
        link = row.select("a")[0]
        rows.append([*(said(cell) for cell in row.select("th[scope=row], td")), page.target(str(link["href"]))])
    assert rows == [told(edition, claim) for claim in WRITTEN]


def told(edition: Site, claim: Written) -> list[str]:
    """What docs/ and the page of a claim say of it, in the order of the columns of the ledger."""
    passage = edition.passages[claim.number]
    sources = {link["href"] for link in passage.select("a[role=doc-biblioref]")}
    counts = ((len(labels(passage)), "annotation"), (len(sources), "source"))
    counted = ", ".join(f"{count} {thing}{'s' if count != 1 else ''}" for count, thing in counts)
    assessment = " ".join([*claim.words, claim.because])
    page = f"{said(edition[claim.path].soup.select_one('h1'))} {counted}"
    return [str(claim.number), claim.title, assessment, page, claim.target]


def test_the_title_page_lists_all_claims_in_order_under_their_pages_and_counts_their_results(edition: Site) -> None:
    page = edition[""]
    listed = {
        page.target(str(part.select("h3 a")[0]["href"])): [
            (said(item.a), page.target(str(item.a["href"]))) for item in part.select("li") if item.a
        ]
        for part in page.soup.select(".glance__part")
    }
    expected = {
        path: [(claim.title, claim.target) for claim in WRITTEN if claim.path == path] for path, numbers in TEXT.items()
    }
    assert list(listed.items()) == list(expected.items())
    assert [said(head) for head in page.soup.select(".glance__part h3")] == [SOURCES[path].title for path in TEXT]
    counted = {said(row.dt): int(said(row.dd)) for row in page.soup.select(".glance__results > div")}
    assert counted == Counter(claim.words[-1] for claim in WRITTEN)


def test_the_pages_follow_one_another_in_the_brief_s_order(edition: Site) -> None:
    order, path = [], ""
    while path not in order:
        order.append(path)
        following = edition[path].soup.select_one("a.md-footer__link--next")
        path = edition[path].target(str(following["href"])) if following else path
    assert [path for path in order if path in TEXT] == list(TEXT)
    assert order[0] == ""
    assert {"claims/", "references/", "cite/", "about/", "changes/"} <= set(order)


# --- The references ---


def test_every_use_of_a_reference_has_one_link_back_to_it(edition: Site) -> None:
    page = edition["references/"]
    back = Counter(page.target(str(link["href"])) for link in page.soup.select("a[role=doc-backlink]"))
    assert back == Counter(edition.uses)
    assert set(back.values()) == {1}


@pytest.mark.parametrize("path", TEXT)
def test_the_foot_of_a_page_lists_what_is_cited_there_with_its_uses_and_a_way_to_all(path: str, edition: Site) -> None:
    page, everything = edition[path], edition["references/"]
    cited = {str(link["href"]).removeprefix("#") for link in page.soup.select("a[role=doc-biblioref]")}
    listed = page.soup.select(".references .reference")
    assert [str(entry["id"]) for entry in listed] == [anchor for anchor in edition.references if anchor in cited]
    assert len(listed) == len(cited)
    for entry in listed:
        whole = edition.references[str(entry["id"])]
        back = [page.target(str(link["href"])) for link in entry.select("a[role=doc-backlink]")]
        every = [everything.target(str(link["href"])) for link in whole.select("a[role=doc-backlink]")]
        assert back == [target for target in every if target.partition("#")[0] == path]
        assert [(tag["lang"], said(tag)) for tag in entry.select("[lang]")] == [
            (tag["lang"], said(tag)) for tag in whole.select("[lang]")
        ]
        (full,) = entry.select(".reference__uses a:not([role])")
        assert page.target(str(full["href"])) == f"references/#{entry['id']}"


@pytest.mark.parametrize("path", [*TEXT, "references/"])
def test_the_links_of_an_entry_have_names_of_their_own(path: str, edition: Site) -> None:
    """Which entry they belong to is said by the entry, which they stand in (WCAG 2.4.4)."""
    for entry in edition[path].soup.select(".references .reference"):
        names = Counter(str(link.get("aria-label") or said(link)) for link in entry.select("a[href]"))
        assert [name for name, count in names.items() if count > 1] == [], entry["id"]


def test_every_reference_says_its_kind_how_it_was_checked_and_on_what_basis(edition: Site) -> None:
    for entry in edition.references.values():
        (mark,) = entry.select(".reference__verified")
        assert mark["data-verified"] in VOCABULARY.verified
        for part in ("entry", "type", "verified", "basis", "uses"):
            assert said(entry.select_one(f".reference__{part}")), f"{entry['id']}: {part}"


# --- What stands beside the site ---


BESIDE = {
    "LICENSE": (
        "MIT",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "not reprinted",
    ),
    "README.md": ("make serve", "make test", ".github/CONTRIBUTING.md", "CC BY 4.0", "MIT", "not reprinted"),
    ".github/CONTRIBUTING.md": ("make serve", "make test", "/// claim | 8", "[@"),
}


@pytest.mark.parametrize("file", BESIDE)
def test_a_file_beside_the_site_says_what_it_must(file: str) -> None:
    text = (PROJECT / file).read_text(encoding="utf-8")
    assert [words for words in BESIDE[file] if words not in text] == []

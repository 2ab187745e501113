"""What docs/ say of every claim, its verdict, its outcome and the reason, stands word for word wherever it is told."""

import json
import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from annotated_edition.permalinks.content_hash import plain
from bs4 import Tag
from fixtures.builder import EDITION, VOCABULARY
from fixtures.pages import Site, said
from fixtures.published import data, parsed
from fixtures.written import CLAIMS, MONTH, SOURCES, TEXT, WRITTEN

Told = dict[int, tuple[list[str], str]]  # of each claim the words for verdict and outcome, and the reason
WORDS = VOCABULARY.results


def words(names: list[str]) -> list[str]:
    """What readers see for the names of a verdict and an outcome."""
    return [WORDS[name] for name in names if name]


def marked(element: Tag) -> list[str]:
    """The words of an element for verdict and outcome, each of which must have the mark of its name."""
    found = element.select(".verdict, .outcome")
    names = [str(mark.get("data-verdict") or mark.get("data-outcome")) for mark in found]
    assert [said(mark) for mark in found] == words(names)
    return words(names)


def in_sections(site: Site) -> Told:
    sections = {number: passage.select("section.claim")[0] for number, passage in site.passages.items()}
    return {
        number: (marked(section.select(".claim__facts")[0]), said(section.select_one(".claim__because")))
        for number, section in sections.items()
    }


def in_the_ledger(site: Site) -> Told:
    rows = site["claims/"].soup.select(".ledger tbody tr")
    return {int(said(row.td)): (marked(row), said(row.select_one(".because"))) for row in rows}


def on_the_front_page(site: Site) -> Told:
    items = site[""].soup.select(".glance__claims li")
    return {int(str(item["value"])): (marked(item), said(item.select_one(".because"))) for item in items}


def on_the_sheets(site: Site) -> Told:
    mains = {number: site[f"c/{number}/cite/"].soup.select("main")[0] for number in CLAIMS}
    return {number: (marked(main), said(main.select_one(".because"))) for number, main in mains.items()}


def in_the_data(site: Site) -> Told:
    rows = data(site.folder, "claims.json")["claims"]
    return {int(row["claim"]): (words([row["verdict"], row["outcome"]]), row["because"]) for row in rows}


def in_linked_data(site: Site) -> Told:
    found: Told = {}
    for path in TEXT:
        (script,) = parsed(site.folder, path).find_all("script", type="application/ld+json")
        for graph in (json.loads(script.get_text()), data(site.folder, f"{path}metadata.jsonld")):
            for node in (node for node in graph["@graph"] if node["@type"] == "Claim"):
                heard = [word["name"] for word in node["keywords"]]
                assert heard == words([word["termCode"] for word in node["keywords"]])
                told = (heard, node["comment"]["text"])
                assert found.setdefault(number_of(node["@id"]), told) == told  # in the page and in its file
    return found


def in_the_annotations(site: Site) -> Told:
    found: Told = {}
    for file in ("annotations.jsonld", *(f"{path}annotations.jsonld" for path in TEXT)):
        for node in data(site.folder, file)["first"]["items"]:
            if "oa:assessing" in node["motivation"]:
                heard = words([body["value"] for body in node["body"] if body["purpose"] == "oa:assessing"])
                (because,) = [body["value"] for body in node["body"] if body["purpose"] == "commenting"]
                assert found.setdefault(number_of(node["id"]), (heard, because)) == (heard, because)
    return found


def number_of(address: str) -> int:
    return int(address.rpartition("#claim-")[2])


PLACES: dict[str, Callable[[Site], Told]] = {
    "its section": in_sections,
    "the page of all claims": in_the_ledger,
    "the front page": on_the_front_page,
    "its sheet of citations": on_the_sheets,
    "claims.json": in_the_data,
    "linked data": in_linked_data,
    "web annotations": in_the_annotations,
}


@pytest.mark.parametrize("read", PLACES.values(), ids=list(PLACES))
def test_every_claim_is_told_with_verdict_outcome_and_reason_as_they_are_written(
    read: Callable[[Site], Told], edition: Site
) -> None:
    assert read(edition) == {claim.number: (claim.words, claim.because) for claim in WRITTEN}


# --- The scorecard ---


def results() -> dict[str, dict[str, list[int]]]:
    """The numbers of the claims of which each word is said, by the groups of words that can be compared."""
    groups = {
        title: {name: [claim.number for claim in WRITTEN if claim.result == name] for name in names}
        for title, names in VOCABULARY.groups.items()
    }
    return {
        title: {name: numbers for name, numbers in rows.items() if numbers}
        for title, rows in groups.items()
        if any(rows)
    }


def counted(card: Tag) -> dict[str, dict[str, int]]:
    """What a scorecard counts, by its groups; and each group the sum of its words."""
    found = {}
    for group in card.select(".scorecard__group"):
        heading = group.select("dt")[0]
        rows = {marked(row)[0]: int(said(row.select_one(".scorecard__count"))) for row in group.select("li")}
        assert int(said(heading.select_one(".scorecard__count"))) == sum(rows.values())
        found[str(heading.contents[0]).strip()] = rows
    return found


EXPECTED = {
    title: {WORDS[name]: len(numbers) for name, numbers in rows.items()} for title, rows in results().items() if rows
}


@pytest.mark.parametrize("path", ["", "assessment/"])
def test_the_scorecard_counts_what_the_sources_say_and_has_one_shape_for_each_claim(path: str, edition: Site) -> None:
    (card,) = edition[path].soup.select(".scorecard")
    assert counted(card) == EXPECTED
    shapes = card.select(".scorecard__shapes > i")
    found = Counter(str(shape.get("data-verdict") or shape.get("data-outcome")) for shape in shapes)
    assert found == Counter(claim.result for claim in WRITTEN)
    assert sum(sum(rows.values()) for rows in EXPECTED.values()) == len(WRITTEN)


def test_in_full_the_scorecard_links_every_claim_under_its_word(edition: Site) -> None:
    page = edition["assessment/"]
    links = {
        str(row["id"]): [
            (said(link), link["title"], page.target(str(link["href"]))) for link in row.select(".scorecard__claims a")
        ]
        for row in page.soup.select(".scorecard li")
    }
    told = {claim.number: (claim.title, claim.target) for claim in WRITTEN}
    assert links == {
        f"result-{name}": [(f"Claim {number}", *told[number]) for number in numbers]
        for rows in results().values()
        for name, numbers in rows.items()
    }


def test_in_short_each_word_leads_to_where_its_claims_are_named(edition: Site) -> None:
    page = edition[""]
    targets = {marked(link)[0]: page.target(str(link["href"])) for link in page.soup.select(".scorecard li a")}
    names = [name for rows in results().values() for name in rows]
    assert targets == {WORDS[name]: f"assessment/#result-{name}" for name in names}
    assert {f"result-{name}" for name in names} <= set(edition["assessment/"].ids)


@pytest.mark.parametrize("path", ["", "reasons/", "recommendations/"])
def test_the_map_shows_every_claim_of_its_part_with_the_shape_of_its_result(path: str, edition: Site) -> None:
    page, claims = edition[path], [claim for claim in WRITTEN if claim.path.startswith(path)]
    (drawing,) = page.soup.select("svg.argument")
    name = "Map of this part of the argument" if path else "Map of the argument"
    assert (drawing["role"], drawing["aria-label"]) == ("group", name)  # in which its links are heard
    for claim, mark in zip(claims, page.soup.select(".argument__mark"), strict=True):
        name = f"{claim.number} {claim.title}: {WORDS[claim.result].lower()}"
        assert said(mark.title) == name
        assert mark.select("use")[0]["href"] == f"#shape-{claim.result}"
        assert page.target(str(mark["href"])) == claim.target
        assert mark["data-outcome" if claim.outcome else "data-verdict"] == claim.result


# --- Values in prose ---

VALUE = re.compile(r"(?P<before>[^{}\n]*)\{\{ *(?P<asked>[^{}\n]*?) *\}\}(?P<after>[^{}\n]*)")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def value(asked: str) -> str:
    """What must stand for the words between the braces, by a count of its own."""
    if asked in ("version", "sources"):
        return EDITION["version"] if asked == "version" else MONTH
    name, _, listed = asked.partition(":")
    names = {name.strip() for name in listed.split(",") if name.strip()}
    number = sum(names <= {claim.verdict, claim.outcome} for claim in WRITTEN)
    written = NUMBERS[number] if number <= 10 else str(number)
    return written.capitalize() if name == "Count" else written


def test_a_value_in_prose_is_what_a_count_of_the_sources_says(edition: Site) -> None:
    tried = 0
    for path, source in SOURCES.items():
        text = plain(said(edition[path].soup.article))
        for found in VALUE.finditer(source.text):
            # As far as nothing but words stands around it.
            before = re.split(r"[^\w ,;’'-]", plain(found["before"]))[-1].lstrip()
            after = re.split(r"[^\w ,;’'-]", plain(found["after"]))[0].rstrip()
            apart = "" if after.startswith((",", ";")) else " "
            assert " ".join(f"{before} {value(found['asked'])}{apart}{after}".split()) in text, (path, found[0])
            tried += 1
    assert tried


# --- How far the sources were read ---


def test_the_month_through_which_sources_were_read_stands_in_words_wherever_the_edition_is_named(edition: Site) -> None:
    assert f"Sources through {MONTH}" in said(edition[""].soup.select_one(".imprint"))
    assert said(edition["assessment/"].soup.select_one("h1 + .facts")) == f"Sources read through {MONTH}"
    feed = ElementTree.parse(edition.folder / "feed.xml").getroot()
    subtitle = feed.findtext("{http://www.w3.org/2005/Atom}subtitle")
    assert subtitle == f"Edition {EDITION['version']}, sources read through {MONTH}"
    assert f"Sources were read through {MONTH}." in (edition.folder / "llms.txt").read_text(encoding="utf-8")


def test_no_page_says_the_month_as_it_is_written_in_the_settings(edition: Site) -> None:
    for path in SOURCES:
        assert EDITION["sources_through"] not in said(edition[path].soup.article).split(), path

"""The JSON-LD of every page and its file, in the vocabulary of schema.org."""

import json
from pathlib import Path
from typing import Any

import pytest
from fixtures.contexts import TERMS, keys, load
from fixtures.extent import ALL
from fixtures.pages import ADDRESS
from fixtures.published import PAGES, data, parsed, there
from fixtures.written import NAV, TEXT
from pyld import jsonld


def in_page(site: Path, path: str) -> Any:
    (script,) = parsed(site, path).find_all("script", type="application/ld+json")
    return json.loads(script.get_text())


@pytest.mark.parametrize("path", [path for path in PAGES if ALL or path not in list(TEXT)[1:]])
def test_every_word_is_one_of_schema_org_and_expands(site: Path, path: str) -> None:
    for graph in (in_page(site, path), data(site, f"{path}metadata.jsonld")):
        words = {key for key in keys(graph) if not key.startswith("@")}
        assert words <= TERMS, words - TERMS
        nodes = jsonld.expand(graph, {"documentLoader": load})
        assert all(node["@id"].startswith(ADDRESS) for node in nodes)


def test_the_pages_are_numbered_in_the_order_of_reading_from_the_first_below_the_title_page(site: Path) -> None:
    places = [data(site, f"{path}metadata.jsonld")["@graph"][0].get("position") for path in NAV]
    assert places == [None, *range(1, len(NAV))]


def test_every_claim_stands_in_its_page_under_its_address(site: Path) -> None:
    for path, numbers in TEXT.items():
        claims = [node for node in in_page(site, path)["@graph"] if node["@type"] == "Claim"]
        assert [claim["@id"] for claim in claims] == [f"{ADDRESS}{path}#claim-{n}" for n in numbers]
        assert all(there(site, claim["@id"]) and claim["text"] and claim["name"] for claim in claims)


def test_every_list_of_words_that_a_claim_names_is_explained_where_it_says(site: Path) -> None:
    nodes = [node for path in TEXT for node in in_page(site, path)["@graph"] if node["@type"] == "Claim"]
    addresses = {word["inDefinedTermSet"] for node in nodes for word in node["keywords"]}
    assert {address for address in addresses if not there(site, address)} == set()


def test_every_work_cited_in_a_page_is_told_in_its_file(site: Path) -> None:
    for path in TEXT:
        short, whole = in_page(site, path)["@graph"][0], data(site, f"{path}metadata.jsonld")["@graph"][0]
        assert [work["@id"] for work in short["citation"]] == [work["@id"] for work in whole["citation"]]
        assert all(work["name"] and there(site, work["@id"]) for work in whole["citation"])


def test_the_file_of_the_list_of_references_tells_every_work_in_it(site: Path) -> None:
    listed = [str(entry["id"]) for entry in parsed(site, "references/").select(".reference")]
    told = data(site, "references/metadata.jsonld")["@graph"][0]["citation"]
    assert sorted(work["@id"] for work in told) == sorted(f"{ADDRESS}references/#{name}" for name in listed)

"""Claims and annotations as data: every key has a meaning, and all have the shape that is promised."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fixtures.builder import EDITION, PROJECT, VOCABULARY
from fixtures.contexts import ANNOTATIONS, keys, load
from fixtures.extent import ALL
from fixtures.published import data, parsed
from fixtures.released import letters
from fixtures.written import CLAIMS, SOURCES, TEXT
from pyld import jsonld
from pyshacl import validate
from rdflib import Graph

LISTS = {
    "kinds": list(VOCABULARY.kinds),
    "verdicts without outcomes": [word for word in VOCABULARY.verdicts if word not in VOCABULARY.outcomes_of],
    **{f"outcomes of a {verdict}": list(words) for verdict, words in VOCABULARY.outcomes_of.items()},
}


@pytest.mark.parametrize("path", ["", *list(TEXT)[: len(TEXT) if ALL else 1]])  # the first has those of all
def test_every_key_of_the_annotations_has_a_meaning(site: Path, path: str) -> None:
    annotations = data(site, f"{path}annotations.jsonld")
    words = {key for key in keys(annotations) if not key.startswith("@")}
    assert words <= ANNOTATIONS.keys(), words - ANNOTATIONS.keys()
    jsonld.expand(annotations, {"documentLoader": load})


def test_the_site_has_every_claim_and_annotation_of_its_pages_in_order(site: Path) -> None:
    collections = {path: data(site, f"{path}annotations.jsonld") for path in ("", *TEXT)}
    titles = {path: SOURCES[path].title if path else EDITION["title"] for path in collections}
    assert {path: found["label"] for path, found in collections.items()} == {
        path: f"Annotations of “{title}”" for path, title in titles.items()
    }
    whole, pages = collections[""], [node for path in TEXT for node in collections[path]["first"]["items"]]
    assert whole["first"]["items"] == pages
    assert whole["total"] == len(pages) == len({node["id"] for node in pages})
    assert len([node for node in pages if "oa:assessing" in node["motivation"]]) == len(CLAIMS)


def test_an_annotation_says_what_stands_in_the_page(site: Path) -> None:
    for path in TEXT:
        elements = {element["id"]: element for element in parsed(site, path).find_all(id=True)}
        for node in data(site, f"{path}annotations.jsonld")["first"]["items"]:
            anchor = node["id"].partition("#")[2]
            element = elements[anchor]
            whole = element if element.name == "aside" else element.parent
            (text,) = [body["value"] for body in node["body"] if body.get("format") == "text/html"]
            assert letters(BeautifulSoup(text, "html.parser").get_text()) in letters(whole.get_text() if whole else "")


@cache
def shapes() -> Graph:
    """The shapes, with the words of the edition in them."""
    text = (PROJECT / "tests" / "fixtures" / "annotations.ttl").read_text(encoding="utf-8")
    written = re.sub(r"(?<=\( )<(.*)>(?= \))", lambda asked: " ".join(f'"{word}"' for word in LISTS[asked[1]]), text)
    return Graph().parse(data=written, format="turtle")


def shape_report(annotations: Any) -> str:
    """What SHACL has to say against a collection; nothing where all is well."""
    triples = jsonld.to_rdf(annotations, {"documentLoader": load, "format": "application/n-quads"})
    graph = Graph().parse(data=triples, format="nt")  # all are of the default graph
    conforms, _, report = validate(graph, shacl_graph=shapes())
    return "" if conforms else str(report)


def first_of_each(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first claim of each verdict and outcome, and the first annotation of each kind."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for item in items:
        said = (body["value"] for body in item["body"] if body.get("purpose") in ("oa:assessing", "classifying"))
        found.setdefault(tuple(said), item)
    return list(found.values())


def test_the_annotations_have_the_shape_that_is_promised(site: Path) -> None:
    annotations = data(site, "annotations.jsonld")
    if not ALL:
        annotations["first"]["items"] = first_of_each(annotations["first"]["items"])
        assert len(annotations["first"]["items"]) > len(VOCABULARY.kinds) + len(VOCABULARY.verdicts)
    assert not shape_report(annotations)


def word(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "oa:assessing", "value": value}


FAULTS: dict[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "no words of the brief": lambda claim, _: claim["target"].pop("selector"),
    "no locator": lambda claim, _: claim["target"].pop("label"),
    "a verdict that is none": lambda claim, _: claim["body"][1].update(value="true"),
    "assessing, which the context lacks": lambda claim, _: claim["body"][1].update(purpose="assessing"),
    "no reason": lambda claim, _: claim["body"].pop(),
    "a reason in HTML": lambda claim, _: claim["body"][-1].update(format="text/html"),
    "an outcome of a claim of fact": lambda claim, _: claim["body"].insert(2, word("mixed")),
    "a forecast without an outcome": lambda claim, _: claim["body"][1].update(value="forecast"),
    "two verdicts": lambda claim, _: claim["body"].insert(2, word("disputed")),
    "no restatement": lambda claim, _: claim["body"].pop(0),
    "no day": lambda _, annotation: annotation.pop("modified"),
    "a day that is none": lambda _, annotation: annotation.update(modified="2026-02-30"),
    "no kind": lambda _, annotation: annotation["body"].pop(0),
    "no target": lambda _, annotation: annotation.pop("target"),
    "the page as a whole": lambda _, annotation: annotation["target"].pop("selector"),
    "a source without address": lambda _, annotation: annotation["body"][2].pop("source"),
}


@pytest.mark.parametrize("name", ["", *FAULTS])
def test_the_shape_knows_a_fault_and_says_nothing_where_there_is_none(site: Path, name: str) -> None:
    annotations = data(site, "background/annotations.jsonld")
    annotations["first"]["items"] = [claim, annotation] = annotations["first"]["items"][:2]
    if name:
        FAULTS[name](claim, annotation)
    assert bool(shape_report(annotations)) is bool(name)

"""The "Suggest" control, and the form to which it leads."""

from urllib.parse import parse_qs, urlsplit

import yaml
from annotated_edition.citations.controls import FORM, SuggestExtension, suggestion_addresses
from bs4 import BeautifulSoup
from fixtures.builder import PROJECT
from fixtures.citable import ADDRESS, small_work
from fixtures.reading import blocks
from markdown import markdown

TEXT = """\
/// claim | 3
    title: A remedy
    at: p. 3
    verdict: judgment
    because: The sources differ.

Text.
///

/// annotation | 3a
    kind: evidence
    date: 2026-11-24

Note.
///
"""
REPOSITORY = "https://git.example/owner/edition"


def links() -> list[tuple[str, str]]:
    addresses = suggestion_addresses(REPOSITORY, small_work().passages)
    soup = BeautifulSoup(markdown(TEXT, extensions=[blocks(), SuggestExtension(addresses)]), "html.parser")
    return [(" ".join(link.get_text().split()), str(link["href"])) for link in soup.select("a.suggest")]


def test_every_claim_and_annotation_has_one_that_says_for_what() -> None:
    assert [name for name, _ in links()] == [
        "Suggest a correction or a source for claim 3",
        "Suggest a correction or a source for annotation 3a",
    ]


def test_the_form_is_filled_with_label_address_and_edition() -> None:
    _, address = links()[1]
    assert address.startswith(f"{REPOSITORY}/issues/new?")
    assert parse_qs(urlsplit(address).query) == {
        "template": [FORM],
        "title": ["Suggestion for annotation 3a"],
        "passage": ["annotation 3a"],
        "address": [f"{ADDRESS}second/#annotation-3a"],
        "edition": ["1.0"],
    }


def test_what_a_link_fills_in_are_fields_of_the_form() -> None:
    form = yaml.safe_load((PROJECT / ".github" / "ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    fields = {field["id"] for field in form["body"]}
    assert set(parse_qs(urlsplit(links()[0][1]).query)) - {"template", "title"} <= fields

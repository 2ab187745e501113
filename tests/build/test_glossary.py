"""Every term has a definition and a use, and its first use on each page is linked."""

import re
from pathlib import Path

import pytest
from bs4 import Tag
from fixtures.builder import VOCABULARY, copy_fixture, refused
from fixtures.editing import add_page
from fixtures.pages import Site, said


@pytest.fixture
def entries(edition: Site) -> list[Tag]:
    return edition["glossary/"].soup.select(".entry")


def test_the_terms_stand_in_the_order_of_the_alphabet(entries: list[Tag]) -> None:
    names = [said(entry.select_one("dfn")).casefold() for entry in entries]
    assert names == sorted(names)
    assert {said(entry.select_one(".entry__kind")) for entry in entries} == {"Term", "Person", "Body", "Place"}


def test_a_page_of_which_a_claim_uses_a_term_is_not_named_beside_the_claim(edition: Site, entries: list[Tag]) -> None:
    for entry in entries:
        targets = [edition["glossary/"].target(str(link["href"])) for link in entry.select(".entry__facts a")]
        paths = {target.partition("#")[0] for target in targets if re.search("#(claim|annotation)-", target)}
        assert [target for target in targets if target in paths] == [], entry["id"]


def test_a_term_is_linked_once_on_a_page_to_its_entry_and_outside_headings_and_other_links(
    edition: Site, entries: list[Tag]
) -> None:
    linked, there = 0, {str(entry["id"]) for entry in entries}
    for path, page in edition.pages.items():
        if path != "glossary/":
            links = page.soup.find_all("a", class_="term")
            targets = [page.target(str(link["href"])).partition("#") for link in links]
            anchors = [anchor for target, _, anchor in targets if target == "glossary/" and anchor in there]
            assert len(anchors) == len(links), path
            assert len(anchors) == len(set(anchors)), path
            around = ["h1", "h2", "h3", "a", "code", "cite", "em"]
            assert not any(link.find_parent(around) for link in links), path
            linked += len(links)
    assert linked > 200


def test_a_source_of_a_definition_links_back_to_it(edition: Site) -> None:
    names = [said(link) for link in edition["references/"].soup.select('.reference__uses a[href*="glossary/#"]')]
    assert names
    assert all(name.startswith("glossary, ") for name in names)


# --- In the small edition ---


TERM = """
/// term | {0}
    name: {0}
    kind: body
    unused: the text has none

A body that counts votes [@smith2020].
///
"""
# Of each mistake the label of a term, what is changed in it, and what is said; those of any block are in mistakes.yml.
NOWHERE = "is used nowhere; say under unused: why it is listed, or, if no edition has had it, delete it"
UNUSED = "    unused: the text has none\n"
MISTAKES = [
    ("parliament", UNUSED, "", NOWHERE),
    (
        "senate",
        "kind: body",
        "kind: thing",
        f"kind “thing” is not known; use one of {', '.join(VOCABULARY.term_kinds)}",
    ),
    ("diet", "A body that counts votes", "A body", "has 2 words; write 3 to 10"),
    (
        "council",
        "| council",
        "| senate",
        "its label is used already, in line {0} of glossary.md; give it a label of its own",
    ),
    ("board", "[@", "[it](#term-none) [@", "points to glossary.md#term-none, which does not exist; correct the label"),
]
PLACES = {"council": "term senate", "board": "link in line {}"}


def test_every_mistake_is_named_once_and_ends_the_build(tmp_path: Path) -> None:
    glossary, lines = "# Glossary\n", {}
    for label, old, new, _ in MISTAKES:
        lines[label] = glossary.count("\n") + 2
        before, _, after = TERM.format(label).rpartition(old)  # the last, which is that of the block
        glossary += before + new + after
    expected = []
    for label, _, _, warning in MISTAKES:
        place = PLACES.get(label, f"term {label}").format(lines[label] + 5)
        expected.append(f"glossary.md: {place}: {warning.format(lines['senate'])}")
    built = refused(add_page(copy_fixture(tmp_path), "glossary", glossary))
    assert sorted(built.warnings) == sorted(expected)

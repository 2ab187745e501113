"""Every term has a definition and a use, and its first use on each page is linked."""

import re
from functools import cache
from pathlib import Path

import pytest
from annotated_edition.structure.pages import Page
from bs4 import Tag
from fixtures.builder import PROJECT, build, copy_fixture
from fixtures.pages import Site, said
from fixtures.reading import read_page

GLOSSARY = """\
# Glossary

/// term | assembly
    name: assembly
    kind: body

A body that counts votes [@smith2020].
///
"""


@pytest.fixture
def entries(edition: Site) -> list[Tag]:
    return edition["glossary/"].soup.select(".entry")


@cache
def written() -> Page:
    text = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return read_page("glossary.md", "glossary/", text)


def test_the_terms_stand_in_the_order_of_the_alphabet(entries: list[Tag]) -> None:
    names = [said(entry.select_one("dfn")).casefold() for entry in entries]
    assert names == sorted(names)
    assert {said(entry.select_one(".entry__kind")) for entry in entries} == {"Term", "Person", "Body", "Place"}


def test_every_term_has_a_use_or_says_why_it_is_listed(entries: list[Tag]) -> None:
    for entry in entries:
        facts = said(entry.select(".entry__facts")[-1])
        assert re.match(r"Used (in claims? \d|on )|Not used in the text: \w", facts), entry["id"]


def test_a_term_is_linked_once_on_a_page_and_outside_headings_and_other_links(edition: Site) -> None:
    linked = 0
    for path, page in edition.pages.items():
        if path != "glossary/":
            links = page.soup.select("a.term")
            anchors = [str(link["href"]).partition("#")[2] for link in links]
            assert len(anchors) == len(set(anchors)), path
            assert not page.soup.select(":is(h1, h2, h3, a, code, cite, em) a.term"), path
            linked += len(links)
    assert linked > 200


def test_every_link_leads_to_its_entry(edition: Site, entries: list[Tag]) -> None:
    there = {f"glossary/#{entry['id']}" for entry in entries}
    for page in edition.pages.values():
        assert {page.target(str(link["href"])) for link in page.soup.select("a.term")} <= there


def test_a_source_of_a_definition_links_back_to_it(edition: Site) -> None:
    names = [said(link) for link in edition["references/"].soup.select('.reference__uses a[href*="glossary/#"]')]
    assert names
    assert all(name.startswith("glossary, ") for name in names)


# --- In the small edition ---


def small(folder: Path, glossary: str) -> Path:
    """The small edition with a glossary of one term."""
    copy_fixture(folder)
    (folder / "docs" / "glossary.md").write_text(glossary, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "  - Glossary: glossary.md\n", encoding="utf-8")
    return folder


def test_a_term_is_linked_where_a_page_first_uses_it(tmp_path: Path) -> None:
    built = build(small(tmp_path, GLOSSARY))
    assert built.warnings == []
    edition = Site(tmp_path / "site")
    (link,) = edition[""].soup.select("a.term")
    assert edition[""].target(str(link["href"])) == "glossary/#term-assembly"
    assert link.find_parent(id="annotation-1a")
    (facts,) = edition["glossary/"].soup.select(".entry__facts")
    assert said(facts) == "Used in claim 1"


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        (
            "name: assembly",
            "name: parliament",
            "term assembly: is used nowhere; delete it, or say under unused: why it is listed",
        ),
        ("kind: body", "kind: thing", "term assembly: kind “thing” is not known; use one of term, person, body, place"),
        (
            "kind: body",
            "kind: body: house",
            "term assembly: its kind has a colon in it; put the whole value in quotation marks",
        ),
        (
            "@smith2020",
            "@smith2021",
            "citation @smith2021 in line 7: is not in references.bib; add it, or correct the key",
        ),
        ("A body that counts votes", "A body", "term assembly: has 2 words; write 3 to 10"),
        ("///\n", "", "term assembly: is not closed; end it with a line that is /// alone"),
        (
            "/// term |",
            "/// trem |",
            "line 3: “/// trem | assembly” opens no block that is known; "
            "write /// term | assembly, from the start of the line",
        ),
        (
            "A body that counts votes [@smith2020].",
            "See [the other](#term-parliament).",
            "link in line 7: points to glossary.md#term-parliament, which does not exist; correct the label",
        ),
    ],
)
def test_a_mistake_is_named_once_and_ends_the_build(old: str, new: str, warning: str, tmp_path: Path) -> None:
    text = GLOSSARY[::-1].replace(old[::-1], new[::-1], 1)[::-1]  # the last, which is the one of the block
    built = build(small(tmp_path, text))
    assert built.warnings == [f"glossary.md: {warning}"]
    assert built.exit_code != 0
    assert "Traceback" not in built.output


def test_a_label_used_twice_is_named(tmp_path: Path) -> None:
    again = GLOSSARY.partition("\n\n")[2].replace("name: assembly", "name: votes")
    built = build(small(tmp_path, f"{GLOSSARY}\n{again}"))
    said = "glossary.md: term assembly: its label is used already, in line 3 of glossary.md; give it a label of its own"
    assert built.warnings == [said]

"""What can be cited, each thing described once."""

from dataclasses import replace

import pytest
from annotated_edition.citations.catalogue import citable, item_of
from annotated_edition.citations.items import Work
from annotated_edition.settings import Dois
from fixtures.builder import SETTINGS
from fixtures.citable import ADDRESS, item, small_edition, small_work
from fixtures.labelled import WITHDRAWN, annotation, claim
from fixtures.reading import edition_of, read_page


@pytest.mark.parametrize(("version", "doi"), [("10.1/version", "10.1/version"), ("", "10.1/work")])
def test_the_work_has_the_doi_of_its_version_or_else_of_all_and_a_part_says_it_in_its_note(
    version: str, doi: str
) -> None:
    settings = replace(SETTINGS, doi=Dois(work="10.1/work", version=version))
    work = citable(small_edition(), Work.published(settings, ADDRESS, {}))
    assert work.csl["DOI"] == doi
    for part in work.passages:
        assert "DOI" not in part.csl
        assert part.csl["note"] == f"{part.note}; in the edition https://doi.org/{doi}"


def test_a_label_stands_in_title_note_and_address_and_in_no_field_of_pages() -> None:
    assert item("3").title == "Claim 3: A remedy is at hand"
    assert item("3a").title == "Annotation 3a (evidence) to Claim 3: A remedy is at hand"
    assert item("3").note == "Claim 3, on the page “Remedies”; in the brief: p. 3, Recommendations"
    assert item("3a").note == "Annotation 3a, on the page “Remedies”; last checked 2026-11-24"
    for part in small_work().all:
        assert not {"page", "number-of-pages", "chapter-number", "section", "locator"} & part.csl.keys()


def test_what_was_withdrawn_keeps_its_key_and_its_short_address() -> None:
    stones = [WITHDRAWN.replace("| 1b", f"| {label}") for label in ("1b", "2", "figure 2")]
    page = read_page("issue.md", "issue/", claim("1") + annotation("1a", "One.") + "".join(stones))
    work = citable(edition_of([page]), small_work().work)
    stones_told = [(part.level, part.key, part.short, part.url, part.title, part.note) for part in work.passages][2:]
    assert stones_told == [
        (
            *(level, f"annotated2026-{label}", f"c/{label}/", f"issue/#{anchor}"),
            *(f"{name} (withdrawn in edition 1.1)", f"{name}, on the page “{page.title}”"),
        )
        for level, label, anchor, name in (
            ("annotation", "1b", "annotation-1b", "Annotation 1b"),
            ("claim", "2", "claim-2", "Claim 2"),
            ("figure", "figure-2", "figure-2", "Figure 2"),
        )
    ]


def test_the_title_page_is_the_work_and_no_part_of_it() -> None:
    work = small_work()
    assert item_of(work, "index.md") is work
    assert [part.label for part in work.parts if part.level == "page"] == ["second.md"]
    assert item_of(work, "second.md") is item("second", work) or item_of(work, "second.md") == item("second")


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://edition.test/1.0/", "https://edition.test/"),
        ("https://edition.test/work/1.0", "https://edition.test/work/"),
        ("https://edition.test/", ""),
        ("https://edition.test/1.1/", ""),
        ("https://edition.test/11.0/", ""),
        ("", ""),
    ],
)
def test_an_edition_at_an_address_of_its_own_version_leads_to_the_latest(address: str, root: str) -> None:
    work = small_work(address)
    assert work.work.root == root
    assert work.latest == root
    assert item("3a", work).latest == (f"{root}c/3a/" if root else "")
    assert item("second", work).latest == (f"{root}second/" if root else "")
    assert work.work.history == (f"{root}editions/" if root else "")

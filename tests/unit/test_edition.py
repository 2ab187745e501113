"""The edition as a whole, and the mistakes that only show when all pages stand together."""

from pathlib import Path

import pytest
from annotated_edition.blocks.links import Use
from annotated_edition.structure.argument import scorecard
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.mistakes import lost_labels, mistakes
from annotated_edition.structure.references import Registry
from fixtures.builder import SETTINGS, VOCABULARY
from fixtures.citable import small_edition
from fixtures.labelled import annotation, claim
from fixtures.reading import edition_of, read_page


@pytest.fixture(scope="module")
def edition() -> Edition:
    return small_edition()


def test_what_is_said_of_no_claim_is_left_out_of_the_scorecard(edition: Edition) -> None:
    supported = [claim for claim in edition.claims if claim.verdict == "supported"]
    (group,) = scorecard(supported, VOCABULARY)
    assert (group.title, [row.name for row in group.rows]) == ("Facts", ["supported"])
    assert scorecard([], VOCABULARY) == []


def test_every_verdict_and_outcome_is_in_one_group_but_those_that_have_an_outcome_instead() -> None:
    names = [name for names in VOCABULARY.groups.values() for name in names]
    verdicts = [name for name in VOCABULARY.verdicts if name not in VOCABULARY.outcomes_of]
    assert sorted(names) == sorted([*verdicts, *VOCABULARY.outcomes])


def test_a_reference_has_every_use_of_it_in_the_order_of_the_pages(edition: Edition) -> None:
    uses = [(use.page, use.label) for use in edition.references["smith2020"].uses]
    assert uses == [("index.md", "1a"), ("index.md", "1b"), ("second.md", "3a"), ("second.md", "5a")]


@pytest.mark.parametrize(
    ("label", "count", "name"),
    [("2a", 1, "annotation 2a"), ("2", 1, "claim 2"), ("", 1, "Borders"), ("2a", 2, "annotation 2a (2)")],
)
def test_a_use_goes_by_the_name_of_its_passage_or_page(label: str, count: int, name: str, edition: Edition) -> None:
    assert edition.name_of(Use("key", "index.md", label, count)) == name


def test_problems_stand_in_the_order_of_pages_and_lines(edition: Edition) -> None:
    second = read_page("second.md", "second/", "# A\n\n[@nobody]\n\n[x](#claim-7)\n")
    problems = mistakes(edition_of([edition.pages["index.md"], second]))
    assert [(problem.page, problem.line) for problem in problems] == [
        ("index.md", 7),
        ("index.md", 17),
        ("second.md", 3),
        ("second.md", 5),
    ]


def test_nothing_is_formatted_while_the_references_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@book{a, title = {", encoding="utf-8")
    assert Edition([], Registry(str(path)), SETTINGS).references == {}


# --- What was read with a label is looked for in the rendered page ---

PAGE = read_page("page.md", "page/", claim("1") + annotation("1a", "One."))


def lost(html: str) -> list[str]:
    return [problem.subject for problem in lost_labels(PAGE, html)]


@pytest.mark.parametrize("html", ['<h2 id="claim-1">', "<h2 class=x id=claim-1>", "<h2\n id='claim-1' class=x>"])
def test_a_label_is_there_however_its_id_is_written(html: str) -> None:
    assert lost(html) == ["annotation 1a"]


@pytest.mark.parametrize("html", ["/// claim | 1", '<a href="#claim-1">', '<p data-id="claim-1">', '<p id="claim-11">'])
def test_what_only_names_a_label_is_not_the_place_where_it_stands(html: str) -> None:
    assert lost(html) == ["claim 1", "annotation 1a"]

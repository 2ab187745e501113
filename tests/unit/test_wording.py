"""The hash of a text follows its words and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from annotated_edition.figures.tables import read_tables
from annotated_edition.permalinks.content_hash import digest, plain
from annotated_edition.permalinks.snapshot import Snapshot
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.references import Registry
from annotated_edition.structure.timeline import with_events
from fixtures.builder import FIXTURE, NAMES, SETTINGS, VOCABULARY
from fixtures.edits import TIMELINE
from fixtures.illustrated import FIGURE, ROWS, SPEC
from fixtures.labelled import annotation, claim, snapshot
from fixtures.reading import edition_of, read_page

TEXT = 'A *treaty* of 1997, see [claim 7](#claim-7), is "the\nborder\'s" [@smith2020, p. 3].\n'


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("\n", " "),
        TEXT.replace("*treaty*", "__treaty__"),
        TEXT.replace("(#claim-7)", "(background.md#claim-7)"),
        TEXT.replace('"the', "“the").replace('s" [', "s” [").replace("'", "’"),
        TEXT.replace("A ", "<!-- checked --> A "),
        TEXT + "{ .note }",
    ],
)
def test_what_no_reader_reads_does_not_change_the_hash(same: str) -> None:
    assert digest([same]) == digest([TEXT])


@pytest.mark.parametrize(
    ("old", "new"), [("1997", "1998"), ("p. 3", "p. 4"), ("treaty", "Treaty"), ("claim 7", "claim 8")]
)
def test_another_word_or_citation_changes_it(old: str, new: str) -> None:
    assert digest([TEXT.replace(old, new, 1)]) != digest([TEXT])


def test_the_rule_never_changes_since_hashes_of_it_are_published() -> None:
    assert plain(TEXT) == 'A treaty of 1997, see claim 7, is "the border\'s" [@smith2020, p. 3].'
    assert digest(["title: A", "B."]) == "80728a50524479fb932b729f02de28a3"


def test_a_new_day_of_checking_changes_no_text_and_a_new_verdict_or_reason_does() -> None:
    text = claim("1") + annotation("1a", "One.")
    then = snapshot(issue=text).entries
    later = snapshot(issue=text.replace("2026-11-24", "2027-01-05")).entries
    other = snapshot(issue=text.replace("disputed", "supported")).entries
    reason = snapshot(issue=text.replace("The sources differ.", "The sources agree.")).entries
    assert later == then
    assert [thing for thing in then if reason[thing] != then[thing]] == ["claim 1"]
    assert [thing for thing in then if other[thing] != then[thing]] == ["claim 1"]


def test_words_for_the_search_alone_change_no_text() -> None:
    text = claim("1") + annotation("1a", "One.")
    found = text.replace("    at:", "    also: other words\n    at:").replace("    kind:", "    also: more\n    kind:")
    assert found.count("also:") == 2
    assert snapshot(issue=found).entries == snapshot(issue=text).entries


def test_a_page_has_its_own_words_and_those_of_its_passages_are_theirs() -> None:
    then = snapshot(issue="Before.\n\n" + claim("1")).entries
    assert snapshot(issue="Before.\n\n" + claim("1", "Another.")).entries["page /issue/"] == then["page /issue/"]
    assert snapshot(issue="Other.\n\n" + claim("1")).entries["page /issue/"] != then["page /issue/"]


def changed(before: Edition, after: Edition) -> list[str]:
    """What a new edition says has changed."""
    then, now = Snapshot(before).entries, Snapshot(after).entries
    return [subject for subject in then if now[subject] != then[subject]]


@pytest.mark.parametrize("row", ROWS.splitlines()[1:])
def test_a_value_or_a_source_in_the_data_of_a_figure_changes_the_figure(row: str) -> None:
    def drawn(rows: str) -> Edition:
        tables = read_tables({"data/harvest.csv": rows, "data/harvest.vl.yml": SPEC})
        return edition_of([read_page("second.md", "second/", FIGURE, tables)])

    for cell in filter(None, row.split(",")):
        assert changed(drawn(ROWS), drawn(ROWS.replace(row, row.replace(cell, f"{cell}1")))) == ["figure 1"], cell


@pytest.mark.parametrize(
    ("old", "new"), [("2014-03-27", "2014-03-28"), ("counts the votes", "counted the votes"), ("1, 3", "1")]
)
def test_an_event_has_its_day_its_text_and_its_claims(old: str, new: str) -> None:
    def with_timeline(data: str) -> Edition:
        return edition_of([with_events(read_page("timeline.md", "timeline/", "# Timeline"), data, VOCABULARY)])

    assert changed(with_timeline(TIMELINE), with_timeline(TIMELINE.replace(old, new))) == ["event count"]


def test_the_page_of_references_has_all_that_is_said_of_them(tmp_path: Path) -> None:
    pages = [read_page(f"{name}.md", f"{name}/", f"# {name}") for name in ("issue", "references")]
    settings = replace(SETTINGS, pages=NAMES | {"references": "references.md"})
    text = (FIXTURE / "references.bib").read_text(encoding="utf-8")
    (tmp_path / "references.bib").write_text(f"{text}\n% checked anew\n", encoding="utf-8")
    now = Edition(pages, Registry(str(tmp_path / "references.bib")), settings)
    assert changed(edition_of(pages, settings), now) == ["page /references/"]

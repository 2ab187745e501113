"""The hash of a text follows its words and nothing else."""

import pytest
from annotated_edition.permalinks.content_hash import digest, plain
from fixtures.labelled import annotation, claim, snapshot

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

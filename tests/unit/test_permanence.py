"""A label or an address that was published cannot get lost or be given again unseen."""

import pytest
from annotated_edition.permalinks.checks import permanence_problems
from annotated_edition.permalinks.register import Register
from annotated_edition.permalinks.snapshot import Snapshot, address_of
from annotated_edition.structure.mistakes import mistakes
from fixtures.labelled import BACKGROUND, ISSUE, MOVED, MOVED_NOTE, THEN, WITHDRAWN, annotation, published, snapshot


def said(now: Snapshot, register: Register | None = None) -> list[str]:
    return [str(problem) for problem in permanence_problems(register or published(THEN), now)]


def without(text: str, label: str, said: str) -> str:
    return text.replace(annotation(label, said), "")


def test_a_text_may_change_freely_and_a_label_may_be_added() -> None:
    text = ISSUE.replace("Two.", "Something quite different.") + annotation("1d", "Five.")
    assert said(snapshot(issue=text, background=BACKGROUND + "More.")) == []
    assert said(THEN, Register()) == []


def test_a_label_that_is_gone_is_named_with_the_way_to_withdraw_it() -> None:
    assert said(snapshot(issue=without(ISSUE, "1b", "Two."), background=BACKGROUND)) == [
        "issue.md: annotation 1b: was published and is gone; "
        "put it back, or write where it stood /// withdrawn | 1b, with the reason"
    ]


def test_a_tombstone_keeps_a_label() -> None:
    text = ISSUE.replace(annotation("1b", "Two."), WITHDRAWN)
    now = snapshot(issue=text, background=BACKGROUND)
    assert mistakes(now.edition) == mistakes(snapshot(issue=ISSUE, background=BACKGROUND).edition)
    assert said(now) == []
    later = published(now, published(THEN), "1.1")
    assert later.entries["annotation 1b"].withdrawn == "1.1"
    assert said(now, later) == []
    assert said(snapshot(issue=without(ISSUE, "1b", "Two."), background=BACKGROUND), later) != []


def test_a_withdrawn_label_cannot_be_given_again() -> None:
    withdrawn = snapshot(issue=ISSUE.replace(annotation("1b", "Two."), WITHDRAWN), background=BACKGROUND)
    again = ISSUE.replace(annotation("1b", "Two."), annotation("1b", "Quite another thing."))
    assert said(snapshot(issue=again, background=BACKGROUND), published(withdrawn, published(THEN), "1.1")) == [
        "issue.md: annotation 1b: was withdrawn in edition 1.1, and no label is given twice; "
        "give it a label of its own, and put back /// withdrawn | 1b"
    ]


def test_labels_that_are_moved_on_are_named_by_their_texts() -> None:
    shifted = ISSUE.replace(annotation("1b", "Two."), annotation("1b", "New.")).replace(
        annotation("1c", "Three."), annotation("1c", "Two.") + annotation("1d", "Three.")
    )
    assert said(snapshot(issue=shifted, background=BACKGROUND)) == [
        "issue.md: annotation 1c: has the text that was published as annotation 1b; "
        "give it back the label 1b, since labels are never moved on",
        "issue.md: annotation 1d: has the text that was published as annotation 1c; "
        "give it back the label 1c, since labels are never moved on",
    ]
    closed = without(ISSUE, "1b", "Two.").replace("annotation | 1c", "annotation | 1b")
    assert said(snapshot(issue=closed, background=BACKGROUND)) == [
        "issue.md: annotation 1b: has the text that was published as annotation 1c; "
        "give it back the label 1c, since labels are never moved on"
    ]


def test_a_passage_on_another_page_leaves_word_where_it_was() -> None:
    assert said(snapshot(issue=ISSUE + BACKGROUND, background="")) == [
        "background.md: annotation 2a: was published here and stands in issue.md now; "
        "move it back, or write here /// moved | 2a, with a link to it",
        "background.md: claim 2: was published here and stands in issue.md now; "
        "move it back, or write here /// moved | 2, with a link to it",
    ]
    now = snapshot(issue=ISSUE + BACKGROUND, background=MOVED + MOVED_NOTE)
    assert not [problem for problem in mistakes(now.edition) if "cited nowhere" not in str(problem)]
    assert said(now) == []
    later = published(now, published(THEN), "1.1")
    assert later.entries["claim 2"].at == "/issue/#claim-2"
    assert later.entries["claim 2"].was == "/background/#claim-2"
    assert said(snapshot(issue=ISSUE + BACKGROUND, background=MOVED_NOTE), later) != []
    again = published(snapshot(issue=ISSUE, background="", context=BACKGROUND), later, "1.2")
    assert again.entries["claim 2"].addresses == ("/context/#claim-2", "/issue/#claim-2", "/background/#claim-2")


def test_a_page_that_is_gone_is_named_once_and_a_move_keeps_it_with_all_its_labels() -> None:
    assert said(snapshot(issue=ISSUE)) == [
        "data/register.yml: page /background/: was published and is gone; "
        "put it back, or write under moved in mkdocs.yml where its text is now"
    ]
    moves = {"background.md": "older.md", "older.md": "context.md"}
    now = snapshot(moves, issue=ISSUE, context=BACKGROUND)
    assert said(now) == []
    later = published(now, published(THEN), "1.1")
    assert later.entries["page /background/"].moved == "/context/"
    claim = later.entries["claim 2"]
    assert (claim.at, claim.was, claim.edition) == ("/context/#claim-2", "/background/#claim-2", "1.0")
    assert said(now, later) == []
    assert said(snapshot(issue=ISSUE, context=BACKGROUND), later) != []
    again = snapshot(moves, issue=ISSUE, context=BACKGROUND, background="Quite another text.")
    assert (
        "background.md: page /background/: has moved to /context/ in edition 1.1, and no address is given twice; "
        "give the file another name, and put back its line under moved in mkdocs.yml"
    ) in said(again, later)
    lost = said(snapshot(moves, issue=ISSUE, context=without(BACKGROUND, "2a", "Four.")))
    assert lost[0].startswith("context.md: annotation 2a: was published")


@pytest.mark.parametrize(
    ("moves", "warning"),
    [
        ({"a.md": "b.md"}, "moved a.md: leads to b.md, which is no page; write the path of one in docs/"),
        (
            {"a.md": "b.md", "b.md": "a.md"},
            "moved b.md: leads to a.md, which is no page; write the path of one in docs/",
        ),
        ({"issue.md": "background.md"}, "moved issue.md: is a page still; delete the page, or its line under moved"),
    ],
)
def test_a_move_that_is_not_true_is_named(moves: dict[str, str], warning: str) -> None:
    assert f"mkdocs.yml: {warning}" in said(snapshot(moves, issue=ISSUE, background=BACKGROUND))


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("1b", "1x", "annotation 1x: was never published, so it cannot have been withdrawn; delete its /// withdrawn"),
        ('"1.1"', '"1.0"', "annotation 1b: still stood in edition 1.0; write the edition that is to be published next"),
    ],
)
def test_a_tombstone_that_is_not_true_is_named(old: str, new: str, warning: str) -> None:
    text = ISSUE.replace(annotation("1b", "Two."), WITHDRAWN.replace(old, new))
    assert f"issue.md: {warning}" in said(snapshot(issue=text, background=BACKGROUND))


def test_the_edition_of_a_tombstone_never_changes() -> None:
    text = ISSUE.replace(annotation("1b", "Two."), WITHDRAWN)
    register = published(snapshot(issue=text, background=BACKGROUND), published(THEN), "1.1")
    now = snapshot(issue=text.replace('"1.1"', '"1.2"'), background=BACKGROUND)
    assert said(now, register) == ["issue.md: annotation 1b: was withdrawn in edition 1.1; write this and not 1.2"]


def test_an_address_is_that_of_the_page_however_a_copy_is_built() -> None:
    names = ("index.md", "issue.md", "reasons/index.md", "reasons/europe-first.md")
    assert [address_of(name) for name in names] == ["/", "/issue/", "/reasons/", "/reasons/europe-first/"]

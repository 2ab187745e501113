"""What was withdrawn or has moved leaves a note under its own id, and a mistake in the note is named."""

from fixtures.labelled import annotation, claim
from fixtures.reading import read_page, rendered

WITHDRAWN = (
    '/// withdrawn | 1b\n    edition: "1.1"\n\nIt was *retracted*; see [annotation 1c](#annotation-1c).\n///\n\n'
)
TEXT = claim("1") + annotation("1a", "One.") + WITHDRAWN + annotation("1c", "Three.")


def test_a_withdrawn_annotation_is_a_note_in_its_place() -> None:
    (note,) = rendered(TEXT).select("aside#annotation-1b")
    assert note["role"] == "note"
    assert note["aria-label"] == "Annotation 1b: withdrawn"
    assert note.get_text(" ", strip=True) == (
        "Annotation 1b was withdrawn in edition 1.1. It was retracted ; see annotation 1c ."
    )
    ids = [aside["id"] for aside in rendered(TEXT).select(".passage > .annotations > aside")]
    assert ids == ["annotation-1a", "annotation-1b", "annotation-1c"]


def test_a_claim_a_figure_and_a_term_are_withdrawn_alike() -> None:
    for label, anchor in (("2", "claim-2"), ("figure 2", "figure-2"), ("term wedge-strategy", "term-wedge-strategy")):
        (note,) = rendered(TEXT + WITHDRAWN.replace("| 1b", f"| {label}")).select(f"aside#{anchor}")
        assert note.parent is not None
        assert note.parent.name != "details"


def test_what_has_moved_says_where_to() -> None:
    text = '/// moved | 1\n    edition: "1.1"\n\nIt stands in [Background](background.md#claim-1).\n///\n'
    (note,) = rendered(text).select("aside.moved#claim-1")
    assert note.p is not None
    assert note.p.string == "Claim 1 moved from here in edition 1.1."
    assert read_page("issue.md", "issue/", text).problems == ()


def test_the_page_keeps_the_anchor_and_has_the_annotation_no_more() -> None:
    page = read_page("issue.md", "issue/", TEXT)
    assert page.problems == ()
    assert "annotation-1b" in page.anchors
    assert [each.label for each in page.annotations] == ["1a", "1c"]
    assert [stone.subject for stone in page.withdrawn] == ["annotation 1b"]


def test_a_note_that_names_nothing_is_named() -> None:
    remedy = "write /// withdrawn | 8b, or figure 2, with that of what stood here"
    for written, wrong in (
        ("", "withdrawn: has no label"),
        ("| 8b c", "8b c: is no label"),
        ("| page issue", "page issue: is no label"),
    ):
        problems = list(map(str, read_page("issue.md", "issue/", WITHDRAWN.replace("| 1b", written)).problems))
        assert problems == [f"issue.md: {wrong}; {remedy}"]

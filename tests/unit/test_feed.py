"""The feed has an entry for every edition whose day is known, under an id that no address changes."""

from annotated_edition.formats.feed import feed_entries, urn

CONTENT = """\
<h1 id="changes">Changes</h1>
<h2 id="edition-12">Edition 1.2</h2>
<p>In preparation.</p>
<h2 id="edition-11">Edition 1.1</h2>
<ul><li>New: <a href="../issue/#claim-3">claim 3</a>.</li></ul>
<h2 id="edition-10">Edition 1.0</h2>
<p>The first edition.</p>
"""
DAYS = {"1.0": "2026-11-24", "1.1": "2027-01-05"}


def test_an_edition_is_an_entry_with_its_day_and_its_changes() -> None:
    first, second = feed_entries(CONTENT, DAYS, "annotated2026")
    assert (first.version, first.anchor, first.day) == ("1.1", "edition-11", "2027-01-05")
    assert first.text == '<ul><li>New: <a href="../issue/#claim-3">claim 3</a>.</li></ul>'
    assert second.text == "<p>The first edition.</p>"


def test_ids_are_permanent() -> None:
    assert urn("annotated2026") == "urn:uuid:e6a843d3-02e2-5239-ae72-05c23e1425a0"
    ids = {urn("annotated2026", version) for version in ("", "1.0", "1.1")}
    assert len(ids) == 3

"""The register is YAML, one line an entry, and is read as it is written and no other way."""

import pytest
import yaml
from annotated_edition.blocks.declaration import anchor_of, subject_of
from annotated_edition.permalinks.register import Entry, Register, read_register, written
from annotated_edition.structure.kinds import KINDS
from fixtures.labelled import annotation, claim, published, snapshot

TEXT = snapshot(
    issue=claim("2") + annotation("2b", "One.") + annotation("2aa", "Two.") + annotation("2a", "Three."),
    background=claim("10") + annotation("10a", "Four."),
)


def test_what_is_written_is_read_again() -> None:
    register = published(TEXT)
    entry = Entry("annotation 3a", "/issue/#annotation-3a", "0" * 32, "1.0", "1.1", "", "/a/#b /c/#d")
    register = Register({"1.0": "2026-11-24", "1.1": "2027-01-05"}, {**register.entries, entry.subject: entry})
    assert read_register(written(register)) == (register, [])
    assert register.latest == "1.1"


def test_it_is_yaml_with_one_line_an_entry_in_the_order_of_the_labels() -> None:
    text = written(published(TEXT))
    loaded = yaml.safe_load(text)
    assert loaded["editions"] == {"1.0": "2026-11-24"}
    subjects = ["page /background/", "page /issue/", "claim 2", "claim 10"]
    assert list(loaded["entries"]) == [*subjects, *(f"annotation {label}" for label in ("2a", "2b", "2aa", "10a"))]
    assert loaded["entries"]["claim 2"]["at"] == "/issue/#claim-2"
    assert loaded["entries"]["claim 2"]["edition"] == "1.0"
    assert sum(line.startswith("  ") for line in text.splitlines()) == 1 + 8
    assert yaml.safe_load(written(Register())) == {"editions": {}, "entries": {}}


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "  claim 2: {at: /issue/}",
        '  claim 2: {edition: "1.0", at: "/issue/#claim-2", text: "0"}',
        '  claim 10: {at: "/issue/#claim-10", edition: "1.0", text: "0"}',
    ],
)
def test_a_line_that_cannot_have_been_written_is_named(line: str) -> None:
    text = f"{written(published(TEXT))}{line}\n"
    number = len(text.splitlines())
    (problem,) = read_register(text)[1]
    assert str(problem) == (
        f"data/register.yml: line {number}: is not as it was written; "
        "take the line from the last commit; make edition writes this file"
    )


@pytest.mark.parametrize("text", ["", "entries: {}\n"])
def test_a_register_without_its_lines_is_named_since_anything_could_be_lost_unseen(text: str) -> None:
    (problem,) = read_register(text)[1]
    assert str(problem) == (
        "data/register.yml: file: has lost its line editions:; "
        "take the file from the last commit; make edition writes it"
    )


def test_a_label_names_a_subject_and_a_subject_has_an_anchor() -> None:
    assert [subject_of(label, KINDS) for label in ("8", "8a", "figure 2")] == ["claim 8", "annotation 8a", "figure 2"]
    assert anchor_of("term wedge-strategy") == "term-wedge-strategy"

"""What was read with a label is in the rendered page, or the build ends."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from annotated_edition.blocks.annotation import AnnotationBlock
from fixtures.builder import copy_fixture, refused
from fixtures.editing import change


def test_a_kind_of_block_that_renders_nothing_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(block: AnnotationBlock, parent: ElementTree.Element) -> bool:
        return block.argument not in ("2a", "4a")

    folder = copy_fixture(tmp_path, anew=True)  # for what is kept was made by the code as it is written
    monkeypatch.setattr(AnnotationBlock, "on_validate", refuse)
    assert refused(folder).warnings == [
        f"{page}: annotation {label}: was read, but the rendered page has no annotation-{label}; "
        "take it out of any list or HTML tag"
        for page, label in (("index.md", "2a"), ("second.md", "4a"))
    ]


def test_a_block_within_html_ends_the_build(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path)
    change(folder / "docs" / "second.md", "/// claim | 4", "<div>\n\n/// claim | 4")
    warnings = refused(folder).warnings
    assert [warning.partition(":")[0] for warning in warnings] == ["second.md"] * 5
    assert "second.md: claim 4: was read, but the rendered page has no claim-4" in warnings[0]

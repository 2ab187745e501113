"""A mistake above the text of a page is named, which MkDocs would take for something else."""

import pytest
from annotated_edition.structure.reading import front_matter_problems

REMEDY = 'cannot be read as YAML, here or above; put the whole value in quotation marks, as in name: "value"'


def named(markdown: str) -> list[str]:
    return list(map(str, front_matter_problems("a.md", markdown)))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('---\ntemplate: a.html\ndescription: "One\n---', f"a.md: line 4: {REMEDY}"),
        ("---\nOne sentence.\n---", f"a.md: line 2: {REMEDY}"),
        (
            "---\ndescription: One.",
            "a.md: line 1: begins a description that is not closed; end it with a line that is ---",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(lines: str, problem: str) -> None:
    assert named(f"{lines}\n\n# Title\n") == [problem]


@pytest.mark.parametrize("lines", ["", "---\ndescription: One.\n---\n\n", "---\ndescription: One.\ntags: [a]\n...\n\n"])
def test_what_can_be_read_is_no_mistake(lines: str) -> None:
    assert named(f"{lines}# Title\n\n---\n\nText: more.\n\n---\n") == []

"""Changes of the theme end with a message where the theme is not as they expect it."""

import re
from importlib.metadata import version

import pytest
from annotated_edition.theme import WRITTEN_FOR, PatchError, expect, only, patched

FILE = "partials/search.html"


def test_what_is_found_as_often_as_said_is_replaced() -> None:
    assert patched("a b a", "a", "c", file=FILE, count=2) == "c b c"
    assert patched("a b", "b", "", file=FILE) == "a "
    assert patched("a b", "c", "d", file=FILE, count=0) == "a b"


@pytest.mark.parametrize(("text", "count", "found"), [("a", 1, 0), ("b b", 1, 2), ("b", 0, 1), ("b b", 3, 2)])
def test_what_is_found_less_or_more_often_is_told_with_the_file_and_both_versions(
    text: str, count: int, found: int
) -> None:
    message = (
        f"the theme’s partials/search.html: “b” is found {found} times instead of {count}; "
        f"overrides/ was written for mkdocs-material {WRITTEN_FOR}, and {version('mkdocs-material')} is installed: "
        f"see what stands there now and change what overrides/ asks for, or install {WRITTEN_FOR}"
    )
    with pytest.raises(PatchError, match=f"^{re.escape(message)}$"):
        patched(text, "b", "c", file=FILE, count=count)


def test_what_has_to_be_there_may_be_there_more_than_once() -> None:
    expect("a a", "a", file=FILE)
    with pytest.raises(PatchError, match="“b” is found 0 times instead of at least once"):
        expect("a a", "b", file=FILE)


def test_the_one_file_that_fits_a_pattern_is_found() -> None:
    assert only(["a/main.1.css", "a/b.css"], "a/main.*.css") == "a/main.1.css"


@pytest.mark.parametrize("paths", [[], ["a/main.1.css", "a/main.2.css"]])
def test_none_and_two_files_that_fit_a_pattern_are_told(paths: list[str]) -> None:
    with pytest.raises(PatchError, match=rf"a/main\.\*\.css: {len(paths)} files fit instead of 1"):
        only(paths, "a/main.*.css")

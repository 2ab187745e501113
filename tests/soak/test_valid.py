"""Every page is valid HTML: those for reading, citation pages, redirects."""

from pathlib import Path

from fixtures.valid import NEEDS_JAVA, found_in


@NEEDS_JAVA
def test_the_checker_has_nothing_to_say_of_any_page(site: Path) -> None:
    assert found_in([site]) == []

"""How little a first visit to a page loads."""

import statistics
from pathlib import Path

import pytest
from fixtures.builder import settings
from fixtures.pages import TEXT, paths
from fixtures.weight import weigh

MEDIAN = 85  # kilobytes, as all others here
LONGEST = 115
OWN = 15
FULL = 200  # of the page of all references
PAGES = [*paths(settings()["nav"]), "404.html", "c/8/cite/"]


def test_pages_of_the_text_are_light(site: Path) -> None:
    wholes = {path: weigh(site, path).whole for path in TEXT}
    assert statistics.median(wholes.values()) <= MEDIAN, wholes
    assert max(wholes.values()) <= LONGEST, wholes


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_little_of_ours_and_is_not_heavy(path: str, site: Path) -> None:
    weight = weigh(site, path)
    assert weight.own <= OWN, weight
    assert weight.whole <= (FULL if path == "references/" else LONGEST), weight

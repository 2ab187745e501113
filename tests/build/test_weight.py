"""How little a first visit to a page loads, and how little the next."""

import statistics
from pathlib import Path

import pytest
from fixtures.published import html
from fixtures.weight import weigh
from fixtures.written import NAV, TEXT

MEDIAN = 85  # kilobytes, as all others here
LONGEST = 115
NEXT = 45  # of the next page that is read, in the median
OWN = 15
EACH = 0.4  # of a reference on the page of all
LIST = 200  # of that page alone
PAGES = [*NAV, "404.html", "c/8/cite/"]


def test_pages_of_the_text_are_light_and_lighter_once_another_was_read(site: Path) -> None:
    weights = {path: weigh(site, path) for path in TEXT}
    assert statistics.median(weight.whole for weight in weights.values()) <= MEDIAN, weights
    assert max(weight.whole for weight in weights.values()) <= LONGEST, weights
    assert statistics.median(weight.again for weight in weights.values()) <= NEXT, weights


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_little_of_ours_and_is_not_heavy(path: str, site: Path) -> None:
    weight = weigh(site, path)
    assert weight.own <= OWN, weight
    entries = html(site, "references/").count('class="reference"')  # with whose number their page grows, and no other
    assert weight.whole <= (EACH * entries if path == "references/" else LONGEST), weight
    assert weight.again <= LIST, weight

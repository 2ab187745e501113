"""Typed links and linksets, read by a client of Signposting from the served site."""

from pathlib import Path

import pytest
from fixtures.pages import ADDRESS
from fixtures.published import PAGES, data, there
from signposting import find_signposting_html
from signposting.linkset import find_signposting_linkset


@pytest.mark.parametrize("path", PAGES)
def test_signposts_and_a_linkset_that_says_the_same_lead_to_what_is_there(site: Path, server: str, path: str) -> None:
    found = find_signposting_html(f"{server}/{path}")
    assert str(found.citeAs.target) == ADDRESS + path
    assert {str(link.target) for link in found.types} >= {"https://schema.org/AboutPage"}
    assert str(found.license.target).startswith("https://creativecommons.org/")
    assert {str(link.type) for link in found.describedBy} >= {"application/x-bibtex", "application/ld+json"}
    for link in [*found.describedBy, *found.items, *found.linksets, *found.authors]:
        assert there(site, str(link.target)), link.target
    linkset = find_signposting_linkset(f"{server}/{path}linkset.json")
    own = {(str(link.rel), str(link.target)) for link in linkset.for_context(ADDRESS + path)}
    assert own == {(str(link.rel), str(link.target)) for link in found if str(link.rel) != "linkset"}
    for context in data(site, f"{path}linkset.json")["linkset"]:
        assert there(site, context["anchor"]), context["anchor"]
        for link in context.get("describedby", []):
            assert there(site, link["href"]), link["href"]

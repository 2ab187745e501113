"""The timeline and the claims know of each other, and a mistake in its file of data is named."""

from pathlib import Path

import pytest
from bs4 import Tag
from fixtures.builder import EDITION, refused
from fixtures.edits import TIMELINE, with_timeline
from fixtures.pages import Site, said
from fixtures.written import SOURCES


@pytest.fixture
def events(edition: Site) -> list[Tag]:
    return edition["timeline/"].soup.select("li.event")


def test_the_events_of_the_file_of_data_are_on_the_page_in_their_order_with_their_days(events: list[Tag]) -> None:
    assert events
    shown = [(event["id"], day["datetime"], said(day)) for event in events for day in event.select(".event__date time")]
    assert shown == [
        (event.anchor, event.when.iso, event.when.within_year or str(event.when.year))
        for event in SOURCES["timeline/"].events
    ]


def test_every_event_has_a_source_and_links_to_claims_which_link_back(edition: Site, events: list[Tag]) -> None:
    page = edition["timeline/"]
    for event in events:
        assert event.select("[role=doc-biblioref]"), event["id"]
        links = event.select(".event__claims a")
        assert links, event["id"]
        assert said(event.select_one(".event__claims")).split()[0] == ("Claim" if len(links) == 1 else "Claims")
        for link in links:
            path, _, anchor = page.target(str(link["href"])).partition("#")
            claim = edition.passages[int(anchor.removeprefix("claim-"))]
            back = [edition[path].target(str(link["href"])) for link in claim.select(".claim__events a")]
            assert f"timeline/#{event['id']}" in back, (event["id"], anchor)


def test_a_claim_names_the_day_of_each_of_its_events_and_every_link_from_it_is_answered(
    edition: Site, events: list[Tag]
) -> None:
    there = {str(event["id"]): event for event in events}
    for number, passage in edition.passages.items():
        days = [str(event.when) for event in SOURCES["timeline/"].events if str(number) in event.claims]
        assert said(passage.select_one(".claim__events")) == (f"Events: {'; '.join(days)}" if days else "")
        for link in passage.select(".claim__events a"):
            event = there[str(link["href"]).partition("#")[2]]
            assert str(number) in [said(claim) for claim in event.select(".event__claims a")]


def test_the_brief_is_marked_once(events: list[Tag]) -> None:
    (brief,) = [event for event in events if event.has_attr("data-annotated")]
    assert [str(time["datetime"]) for time in brief.select("time")] == ["2022-03-21"]
    marks = [mark for event in events for mark in event.select(".event__annotated")]
    assert marks == brief.select(".event__annotated")
    assert [said(mark) for mark in marks] == [f"The {EDITION['annotates']['noun']}"]


def test_a_source_names_the_event_that_cites_it_by_the_timeline(edition: Site) -> None:
    """That it links back to it is seen in test_site.py."""
    names = [said(link) for link in edition["references/"].soup.select('.reference__uses a[href*="timeline/#"]')]
    assert names
    assert all(name.startswith("timeline, ") for name in names)


# --- In the small edition ---


def test_every_mistake_is_named_once_and_ends_the_build(tmp_path: Path) -> None:
    """That of YAML alone is in tests/unit/test_timeline.py."""
    wrong = {"2014-03-27": "2014-02-30", "claims: 1, 3": "claims: 1, 7", "@smith2020": "@smith2021"}
    events = (
        TIMELINE.replace("event: count", f"event: count-{at}").replace(*edit) for at, edit in enumerate(wrong.items())
    )
    assert sorted(refused(with_timeline(tmp_path, "".join(events))).warnings) == [
        "data/timeline.yml: citation @smith2021 in line 11: is not in references.bib; add it, or correct the key",
        "data/timeline.yml: event count-0: date “2014-02-30” is not a date; "
        "write a day as in 2022-02-24, a month as in 2022-02 or a year",
        "data/timeline.yml: event count-1: bears on claim 7, which does not exist; correct or delete the number",
    ]


def test_a_missing_file_of_data_is_named(tmp_path: Path) -> None:
    (with_timeline(tmp_path) / "docs" / "data" / "timeline.yml").unlink()
    said = "data/timeline.yml: file: is missing, though timeline.md is there; put it back, or delete both"
    assert said in refused(tmp_path).warnings

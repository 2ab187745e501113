"""Pictures of a whole: the years of the timeline, the parts of the brief, what became of its claims, each counted."""

import re
from collections import Counter

from bs4 import Tag
from fixtures.builder import VOCABULARY
from fixtures.pages import Site, said
from fixtures.written import TEXT

SHAPES = "i[data-verdict], i[data-outcome]"


def shape(mark: Tag) -> str:
    """The verdict or the outcome that a shape stands for."""
    return str(mark.get("data-verdict") or mark.get("data-outcome"))


def test_the_strip_has_a_dot_for_each_event_and_leads_to_its_year(edition: Site) -> None:
    page = edition["timeline/"]
    years = {str(year.h2["id"]): year.select(".event") for year in page.soup.select(".timeline__year") if year.h2}
    links = page.soup.select(".strip a")
    assert [str(link["href"]) for link in links] == [f"#{year}" for year in years]
    (legend,) = page.soup.select(".strip__title > [aria-hidden]")  # which says what a shape is, and nothing to ears
    assert said(legend) == f"; is the {VOCABULARY.noun}"
    (key,), (brief_dot,) = legend.select("span"), page.soup.select(".strip i[class]")
    assert key["class"] == brief_dot["class"]
    for link, events in zip(links, years.values(), strict=True):
        assert len(link.select("i")) == len(events)
        days = [str(event.select(".event__date time")[0]["datetime"]) for event in events]
        assert {day[:4] for day in days} == {str(link["href"])[-4:]}
        count = f"{len(events)} event{'s' if len(events) > 1 else ''}"
        brief = [at for at, event in enumerate(events) if event.has_attr("data-annotated")]
        assert said(link) == f"{str(link['href'])[-4:]}: {count}{', the brief among them' if brief else ''}"
        assert [at for at, dot in enumerate(link.select("i")) if dot.get("class")] == brief


def test_the_strip_has_every_year_from_the_first_to_the_last_and_shows_each_fifth(edition: Site) -> None:
    items = edition["timeline/"].soup.select(".strip li")
    linked = [int(str(item.a["href"])[-4:]) if item.a else None for item in items]
    assert linked[0]
    assert linked[-1]
    assert len(items) == linked[-1] - linked[0] + 1
    assert all(year is None or year == linked[0] + at for at, year in enumerate(linked))
    shown = [said(year) for item in items for year in item.select(".strip__year")]
    assert shown == [str(year) for year in range(linked[0], linked[-1] + 1) if year % 5 == 0]


def test_each_part_shows_what_became_of_each_of_its_claims_and_says_it(edition: Site) -> None:
    page = edition["claims/"]
    parts = page.soup.select(".parts li")
    assert [page.target(str(part.a["href"])) for part in parts if part.a] == list(TEXT)
    for part, numbers in zip(parts, TEXT.values(), strict=True):
        marks = Counter(shape(mark) for mark in part.select(SHAPES))
        assert marks.total() == len(numbers)
        rows = [row for row in page.soup.select(".ledger tbody tr") if int(said(row.td)) in numbers]
        results = [[shape(word) for word in row.select("[data-verdict], [data-outcome]")][-1] for row in rows]
        assert Counter(results) == marks
        words = re.findall(r"(\d+) ([\w ]+); ?", said(part.select_one(".visually-hidden")))
        assert {word.replace(" ", "-"): int(count) for count, word in words} == dict(marks)

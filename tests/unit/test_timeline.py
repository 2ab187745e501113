"""Entries of the file of data become events, or mistakes with a name."""

import pytest
from annotated_edition.blocks.declaration import SearchEntry
from annotated_edition.blocks.event import When
from annotated_edition.structure.timeline import read_timeline, with_events
from fixtures.builder import VOCABULARY
from fixtures.reading import read_page

DATA = """\
# A comment.

- event: first-thing
  date: 2022-02-24
  text: |
    Something happens [@smith2020, p. 3].
    It goes on.
  claims: 8, 9

- event: second-thing
  date: 2014
  text: Something else happens [@smith2020].
  claims: [9]
  annotated: true
"""


def mistakes(data: str) -> list[str]:
    return [str(problem) for problem in read_timeline(data, VOCABULARY)[1]]


def test_events_are_read_with_all_that_is_said_of_them_in_the_order_of_their_dates() -> None:
    (second, first), problems = read_timeline(DATA, VOCABULARY)
    assert problems == []
    assert first.anchor == "event-first-thing"
    assert first.body == "Something happens [@smith2020, p. 3].\nIt goes on."
    assert first.claims == ("8", "9")
    assert first.lines == range(3, 10)
    assert not first.is_annotated
    assert second.claims == ("9",)
    assert second.is_annotated


def test_an_event_is_shown_in_the_search_by_its_day_and_found_by_the_words_of_its_label() -> None:
    found = [event.search_entry for event in read_timeline(DATA, VOCABULARY)[0]]
    assert found == [
        SearchEntry("event", "2014", also=("second thing",)),
        SearchEntry("event", "February 24, 2022", also=("first thing",)),
    ]


@pytest.mark.parametrize(
    ("written", "iso", "spoken", "within_year"),
    [
        ("2022-02-04", "2022-02-04", "February 4, 2022", "February 4"),
        ("2022-02", "2022-02", "February 2022", "February"),
        ("2022", "2022", "2022", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, iso: str, spoken: str, within_year: str) -> None:
    when = When.read(written)
    assert (when.iso, str(when), when.within_year) == (iso, spoken, within_year)


@pytest.mark.parametrize("written", ["2022-02-30", "2022-13", "22", "2022-2-4", "February 2022", "", "2022-02-24-01"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        When.read(written)


def test_what_is_known_by_its_month_or_year_comes_at_the_end_of_it() -> None:
    written = ["2022", "2021", "2022-03-01", "2022-02", "2022-02-28"]
    dates = sorted((When.read(date) for date in written), key=lambda when: when.order)
    assert [date.iso for date in dates] == ["2021", "2022-02-28", "2022-02", "2022-03-01", "2022"]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("  date: 2014\n", "", "the field date is missing; add date: and its value"),
        ("date: 2014", "dates: 2014", "the field “dates” is not known; write date"),
        ("second-thing", "first-thing", "event first-thing: its label is used already; give it a label of its own"),
        (
            "second-thing",
            "Second Thing",
            "event Second: event “Second Thing” is not a label; use small letters, digits and hyphens",
        ),
        (
            "Something else happens [@smith2020].",
            "Something else happens.",
            "text cites no source; add one, as in [@key]",
        ),
        (
            "Something else happens",
            "Something [else](issue.md#claim-1) happens",
            "text has a link in it; name a claim under claims, and a source by [@key]",
        ),
        (
            "Something else happens",
            "Something **else happens",
            "text has a mark of emphasis or code that is not closed; write as many before the words as after them",
        ),
        (
            "text: Something else",
            "text: Item # 2, something else",
            "its text is read as “Item” and no more; put the whole value in quotation marks",
        ),
        ("[9]", "nine", "claims “nine” is not a list of numbers; write claims: 8, 9"),
        ("annotated: true", "annotated: maybe", "annotated is not yes; write annotated: true, or leave it out"),
        (
            "text: Something else",
            "text: Something: else",
            "cannot be read as YAML, in line 12 or above; "
            "indent each field by two spaces, and write text: | with the text below it, indented by four",
        ),
        ("  annotated: true", "  date: 2015", "the field date is given twice; keep one of them"),
        (
            "- event: second-thing\n  date: 2014",
            "- event: second-thing\n\ndate: 2014",
            "cannot be read as YAML, in line 12 or above; "
            "indent each field by two spaces, and write text: | with the text below it, indented by four",
        ),
        (
            "# A comment.",
            "A comment.",
            "line 1: is not an event; "
            "write each event as - event: LABEL, with date, text and claims below it, each indented by two spaces",
        ),
    ],
)
def test_a_mistake_is_named_once_with_its_event_and_leaves_the_others_whole(old: str, new: str, mistake: str) -> None:
    assert DATA.count(old) == 1
    events, _ = read_timeline(DATA.replace(old, new), VOCABULARY)
    whole = mistake if mistake.startswith(("event ", "line ")) else f"event second-thing: {mistake}"
    assert mistakes(DATA.replace(old, new)) == [f"data/timeline.yml: {whole}"]
    assert events


def test_a_citation_of_another_form_is_named_with_its_line() -> None:
    page = with_events(
        read_page("timeline.md", "timeline/", "# Timeline\n"),
        DATA.replace("[@smith2020, p. 3]", "@smith2020"),
        VOCABULARY,
    )
    assert [(problem.page, problem.line) for problem in page.problems][-1] == ("data/timeline.yml", 6)

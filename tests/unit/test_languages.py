"""What Python says to readers is in the language of the edition: texts, dates and numbers."""

import datetime
import re
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from annotated_edition import interface
from annotated_edition.blocks.event import When
from annotated_edition.citations.controls import ControlExtension, controls
from annotated_edition.citations.styles import completed
from annotated_edition.figures.columns import Column
from annotated_edition.figures.drawing import draw
from annotated_edition.figures.drawn_checks import WRITTEN, rounds_to
from annotated_edition.figures.written import in_english
from annotated_edition.files.kept import Kept
from annotated_edition.formats.feed import feed_entries
from annotated_edition.formats.formats import size
from annotated_edition.formats.plain_copy import plain_copy
from annotated_edition.interface import Interface
from annotated_edition.permalinks.changes import with_changes
from annotated_edition.settings import Dois
from annotated_edition.structure import reading
from annotated_edition.structure.reading import Source
from annotated_edition.structure.rendering import with_facts
from annotated_edition.structure.values import value_of
from annotated_edition.text.dates import spoken_date, spoken_month
from annotated_edition.text.typography import TypographyExtension, curly
from babel import Locale
from fixtures.builder import SETTINGS, VOCABULARY
from fixtures.citable import item, small_edition, small_work
from fixtures.illustrated import FIGURE, ROWS, SPEC
from fixtures.labelled import annotation, claim
from fixtures.reading import read_page, rendered
from markdown import markdown

TEXT = claim("3") + annotation("3a", "It does.")
# Of which the order of words is another.
OTHERS = {
    "checked %(date)s": "am %(date)s geprüft",
    "Cite%(hidden)s %(passage)s%(end)s": "%(hidden)s%(passage)s %(end)szitieren",
    "Edition %(version)s": "%(version)s. Ausgabe",
    "“%(words)s”": "„%(words)s“",
}


class Marked(NullTranslations):
    """Each text between signs that no text has, so that another is known."""

    def gettext(self, message: str) -> str:
        return OTHERS.get(message, f"«{message}»")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture(autouse=True)
def german() -> None:
    interface.use(Interface(Locale("de"), Marked()))


@pytest.mark.parametrize(
    ("written", "said", "within"),
    [
        ("2022-02-24", "24. Februar 2022", "24. Februar"),
        ("2014-05", "Mai 2014", "Mai"),
        ("2014", "2014", ""),
    ],
)
def test_the_date_of_an_event(written: str, said: str, within: str) -> None:
    when = When.read(written)
    assert (str(when), when.within_year) == (said, within)


def test_a_month_has_the_form_that_its_language_gives_it_without_a_day() -> None:
    interface.use(Interface(Locale("cs"), Marked()))
    assert [spoken_date(datetime.date(2014, 5, 1)), spoken_month("2014-05")] == ["1. května 2014", "květen 2014"]
    assert [When.read(each).within_year for each in ("2014-05-01", "2014-05")] == ["1. května", "květen"]
    interface.use(Interface(Locale("es"), Marked()))
    assert spoken_month("2014-05") == "mayo de 2014"


def test_straight_quotation_marks_become_those_of_the_language() -> None:
    assert curly('Der "Vertrag" ("covenant")') == "Der „Vertrag“ („covenant“)"


def test_a_label_that_is_a_link_keeps_to_its_line_whatever_a_claim_is_called() -> None:
    html = markdown("[Aussage 8](#x), [der Anmerkung 8a](#y)", extensions=[TypographyExtension()])
    assert ">Aussage\u00a08</a>" in html
    assert ">der Anmerkung 8a</a>" in html


def test_the_facts_of_claims_and_annotations() -> None:
    html = rendered(TEXT, known={"claim": {"3": [("2014", "timeline.md#event-a"), ("2015", "timeline.md#event-b")]}})
    assert [line.get_text() for line in html.select(".claim__at, .claim__events, summary")] == [
        "«In the brief: p. 1»",
        "«Events: 2014; 2015»",
        "«Annotations»",
    ]
    assert [note["aria-label"] for note in html.select("aside")] == ["«Annotation 3a: Evidence»"]


def test_an_element_stands_where_its_text_has_a_place_for_it() -> None:
    (checked,) = rendered(TEXT).select(".annotation__date")
    assert checked.get_text() == "am 24. November 2026 geprüft "
    assert [time.get_text() for time in checked.select("time")] == ["24. November 2026"]


def test_a_control_shows_its_word_wherever_it_stands() -> None:
    html = rendered(TEXT, ControlExtension(controls(small_work(), "")))
    (link,) = html.select(".claim__facts .cite__open")
    assert link.get_text() == "«claim 3» zitieren"
    assert [hidden.get_text() for hidden in link.select(".visually-hidden")] == ["«claim 3» "]


def test_what_can_be_cited_is_named_in_it_but_for_the_words_of_the_edition() -> None:
    assert item("3a").title.startswith("«Annotation 3a (Evidence) to Claim 3: ")
    assert (item("").name, item("second").name, item("3a").name) == ("«the edition»", "«this page»", "«annotation 3a»")


def test_a_number_in_prose_is_no_word_of_english() -> None:
    assert value_of("count", small_edition().claims, {}, VOCABULARY) == "5"


def test_the_size_of_a_file_has_the_decimal_mark_of_the_language() -> None:
    assert [size(1_340_000), size(640_000)] == ["«1,3\u00a0MB»", "«640\u00a0kB»"]


def test_a_page_counts_what_it_has() -> None:
    page = read_page("page.md", "page/", f"# Page\n\n{TEXT}")
    assert "«1 claim», «1 annotation», [«0 sources»](#references)" in with_facts("# Page\n", page)


def test_the_feed_finds_the_editions_that_are_written_into_the_page_of_changes() -> None:
    day = datetime.date(2027, 1, 5)
    page = with_changes("# Änderungen\n", "1.1", day, ["- Neu"])
    assert page.startswith("# Änderungen\n\n## 1.1. Ausgabe\n\n5. Januar 2027.\n")
    assert with_changes(page, "1.1", day, ["- Neu"]) == page
    (entry,) = feed_entries('<h2 id="a">1.1. Ausgabe</h2>\n<p>Neu</p>', {"1.1": day.isoformat()}, "annotated2026")
    assert (entry.version, entry.anchor) == ("1.1", "a")


def test_a_plain_copy_says_in_it_what_the_page_shows() -> None:
    copy = plain_copy(f'<article class="md-content__inner">{rendered(TEXT)}</article>')
    assert "«Verdict: Disputed.»" in copy
    assert "«Because: The sources differ.»" in copy
    assert "«Last checked 24. November 2026.»" in copy


def test_a_figure_writes_its_numbers_and_months_so_that_they_can_be_compared_with_the_data() -> None:
    values = [{"number": "1234.5", "day": "2022-03-02"}]
    encoding = {"text": {"field": "number", "type": "quantitative", "format": ",.1f"}}
    dated = {"text": {"field": "day", "type": "temporal", "timeUnit": "yearmonth", "format": "%B"}}
    weekday = {"text": {"field": "day", "type": "temporal", "timeUnit": "yearmonthdate", "format": "%A"}}
    marks = [{"mark": "text", "encoding": each} for each in (encoding, dated, weekday)]
    svg = draw({"data": {"values": values}, "layer": marks})
    assert re.findall(r">([^<>]+)</text>", svg) == ["1.234,5", "März", "Mittwoch"]
    assert WRITTEN.findall(in_english("rund 1.234,5 Tonnen")) == ["1,234.5"]
    assert rounds_to(1234.52, in_english("1.234,5"))
    column = Column("Tonnen", number=True)
    assert [column.shown(value) for value in ("<10.25", "2021")] == ["<10,25", "2021"]


def test_the_columns_of_a_table_are_headed_in_the_language_that_the_build_before_had_not(tmp_path: Path) -> None:
    page = Source("index.md", f"# A page\n\n{claim('1')}{FIGURE}", "./")
    sources = [page, Source("data/harvest.csv", ROWS), Source("data/harvest.vl.yml", SPEC)]
    kept, headings = Kept(tmp_path / "kept"), []
    for shown in (Interface(digest="en"), Interface(Locale("de"), Marked(), digest="de")):
        interface.use(shown)
        ((read,), _) = reading._pages(sources, SETTINGS, kept)
        headings.append([column.heading for column in read.figures[0].table.columns.values()][-2:])
    assert headings == [["Note", "Source"], ["«Note»", "«Source»"]]


def test_a_citation_says_in_it_which_edition_has_the_doi() -> None:
    doi = Dois(version="10.5281/zenodo.1")
    part = item("3a")
    part = replace(part, work=replace(part.work, doi=doi))
    assert completed(part, "Ausgabe.") == "Ausgabe. [«in the edition https://doi.org/10.5281/zenodo.1»]"

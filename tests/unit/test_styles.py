"""Citations as they are printed, in all styles, word for word."""

import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import pypandoc
import pytest
from annotated_edition.citations import styles as module
from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import leftover, plain, read_string
from annotated_edition.citations.items import Item
from annotated_edition.citations.styles import STYLES, Strings, Style, begin, leftovers
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
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def strings(cache: Path) -> Strings:
    return begin(list(small_work().all), cache)()


def printed(strings: Strings, key: str) -> dict[str, str]:
    return {style: plain(html) for style, html in strings[item(key).key].items()}


def test_the_work_reads_as_each_style_wants_it(strings: Strings) -> None:
    assert printed(strings, "") == WORK


def test_a_page_reads_as_each_style_wants_it(strings: Strings) -> None:
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


def test_without_a_public_address_citations_end_well(cache: Path) -> None:
    strings = begin(list(small_work(address="").all), cache)()
    for styles in strings.values():
        for html in styles.values():
            assert "http" not in html
            assert "Available" not in html
            assert re.search(r"[.)]$", plain(html))


def test_a_title_with_marks_of_html_is_escaped(cache: Path) -> None:
    odd = replace(item("3"), title="Claim 3: <b>Trade</b> & “war” of America's")
    for html in begin([odd], cache)()[odd.key].values():
        assert "<b>" not in html
        assert "&amp;" in html


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
    with pytest.raises(RuntimeError) as error:
        read_csl(name)
    assert str(error.value).startswith(f"there is no style “{name}”; write {remedy}")


def test_a_day_of_access_in_parentheses_is_left_open_with_them() -> None:
    line = ElementTree.fromstring("<div>https://a.test (accessed February 29, 1904).</div>")
    form = " (accessed {month} {day}, {year})"
    assert read_string(line) == f'https://a.test<span class="accessed" data-form="{form}"></span>.'


# --- What is kept ---


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each run of pandoc."""
    made: list[str] = []
    convert = pypandoc.convert_text

    def count(source: str, *arguments: object, **options: object) -> object:
        made.append(source)
        return convert(source, *arguments, **options)

    monkeypatch.setattr(pypandoc, "convert_text", count)
    return made


BROKEN = ["", "{", "[]", "null", '{"made"', "\x00"]


def formatted(items: list[Item], cache: Path) -> Strings:
    return begin(items, cache)()


def test_each_style_is_one_run_and_what_is_known_is_none(tmp_path: Path, runs: list[str]) -> None:
    items = list(small_work().all)
    first = formatted(items, tmp_path)
    assert len(runs) == len(STYLES)
    assert formatted(items, tmp_path) == first
    assert len(runs) == len(STYLES)


def test_another_address_of_the_site_formats_nothing_anew(tmp_path: Path, runs: list[str]) -> None:
    formatted([item("3")], tmp_path)
    moved = formatted([item("3", small_work(address="http://127.0.0.1:8000/"))], tmp_path)
    assert len(runs) == len(STYLES)
    assert "http://127.0.0.1:8000/second/#claim-3" in moved["annotated2026-3"]["apa"]


def test_another_edition_formats_all_anew(tmp_path: Path, runs: list[str]) -> None:
    formatted([item("3")], tmp_path)
    formatted([item("3", small_work(version="2.0"))], tmp_path)
    assert len(runs) == 2 * len(STYLES)


def test_a_broken_file_is_made_again(tmp_path: Path) -> None:
    first = formatted([item("3")], tmp_path)
    for file, content in zip(sorted(tmp_path.glob("*.json")), cycle(BROKEN), strict=False):
        file.write_text(content, encoding="utf-8")
    assert formatted([item("3")], tmp_path) == first


def test_what_is_kept_does_not_grow_without_end(tmp_path: Path) -> None:
    for version in range(5):
        formatted([item("3", small_work(version=f"{version}.0"))], tmp_path)
    assert len(list(tmp_path.glob("apa-*.json"))) == 4


def test_a_run_of_pandoc_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> object:
        raise RuntimeError("pandoc says no")

    monkeypatch.setattr(pypandoc, "convert_text", fail)
    with pytest.raises(RuntimeError, match="pandoc says no"):
        formatted([item("3")], tmp_path)


# --- One style more ---


VANCOUVER = Style("vancouver", "Vancouver", "taylor-and-francis-vancouver-national-library-of-medicine")


def test_a_seventh_style_is_one_line(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(module, "STYLES", (*STYLES, VANCOUVER))
    made = begin(list(small_work().all), cache)()
    assert list(leftovers(made, {each.key: each.csl for each in small_work().all})) == []
    html = made[item("3").key]["vancouver"]
    assert plain(html) == (
        "Annotated Edition Contributors. Claim 3: A remedy is at hand. Borders: An Annotated Edition [Internet]. "
        "1.0 ed. 2026. Available from: https://edition.test/second/#claim-3."
    )
    assert ' 2026<span class="accessed" data-form=" [cited {year} {mon} {day}]"></span>. Available' in html


@pytest.mark.parametrize("phrase", ["viewed 29 February 1904", "[seen 1904]"])
def test_a_day_of_access_that_no_rule_knows_is_a_mistake(phrase: str, strings: Strings) -> None:
    made = {key: {style: f"{html} {phrase}" for style, html in each.items()} for key, each in strings.items()}
    known = {each.key: each.csl for each in small_work().all}
    problems = [str(problem) for problem in leftovers(made, known)]
    assert len(problems) == len(STYLES)
    assert problems[0].startswith("citations/styles.py: Chicago, notes, annotated2026: shows February 29, 1904, which ")
    assert problems[0].endswith("; add to ACCESS in citations/formatted.py how the style writes it")


def test_raw_tex_is_a_mistake_unless_the_work_is_called_so() -> None:
    assert leftover(r"On <em>{R}ussia</em> \&amp; \emph{China}", "On Russia & China") == (
        "shows TeX as it is written (“{”)",
        "write the entry so that pandoc reads it",
    )
    assert leftover("The set {1904}", "The set {1904}") is None


def test_nothing_that_no_reader_may_see_is_in_the_six_styles(strings: Strings) -> None:
    assert list(leftovers(strings, {each.key: each.csl for each in small_work().all})) == []

"""What references.bib knows of a work, in the terms of CSL-JSON."""

from typing import Any

import pytest
from annotated_edition.structure.sources import iso_date, plain, sources_of
from fixtures.builder import VOCABULARY
from pybtex.database import parse_string


def source(fields: str, kind: str = "misc") -> dict[str, Any]:
    entries = parse_string(f"@{kind}{{key2022, {fields}}}", "bibtex").entries
    return dict(sources_of(entries, VOCABULARY.languages)["key2022"])


def test_a_report_is_known_with_all_its_facts() -> None:
    fields = (
        "author={Coffey, Luke and Lohman, Walter}, title={The {U.S.} and Its Allies}, institution={The Foundation},"
    )
    assert source(f"{fields} type={{Factsheet}}, number={{231}}, year={{2022}}, month=mar", "techreport") == {
        "id": "key2022",
        "type": "report",
        "title": "The U.S. and Its Allies",
        "author": [{"family": "Coffey", "given": "Luke"}, {"family": "Lohman", "given": "Walter"}],
        "publisher": "The Foundation",
        "genre": "Factsheet",
        "number": "231",
        "issued": {"date-parts": [[2022, 3]]},
    }


def test_a_name_in_braces_is_an_organisations() -> None:
    assert source("author={{U.S. Department of Defense}}")["author"] == [{"literal": "U.S. Department of Defense"}]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{EU} rules -- what now", "EU rules – what now"),
        ("A---B", "A—B"),
        (r"Trade \& Security", "Trade & Security"),
        (r"M{\"u}nchen", "München"),
        ("``Never'' again", "“Never” again"),
        (r"Biden's `nerve' \& more", "Biden’s ‘nerve’ & more"),
    ],
)
def test_latex_becomes_the_text_that_it_stands_for(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_an_address_keeps_its_hyphens_and_loses_its_escapes() -> None:
    assert source(r"url={https://example.org/a\_b--c~d}")["URL"] == "https://example.org/a_b--c~d"


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year={2022}, month=mar", "2022-03"),
        ("year={2022}, month=mar, day={21}", "2022-03-21"),
        ("year={2022}, month=mar, day={5}", "2022-03-05"),
        ("year={2022}, month=mar, day={spring}", "2022-03"),
        ("year={2022}, day={21}", "2022"),
        ("year={2022}", "2022"),
        ("year={n.d.}", ""),
        ("title={Undated}", ""),
    ],
)
def test_a_date_is_known_as_far_as_it_is(fields: str, date: str) -> None:
    assert iso_date(source(fields)) == date


@pytest.mark.parametrize(("langid", "language"), [("russian", "ru"), ("klingon", None)])
def test_a_language_is_told_by_its_tag(langid: str, language: str | None) -> None:
    assert source(f"langid={{{langid}}}").get("language") == language

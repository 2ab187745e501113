"""The files to import hold every fact of a work, and the language of the edition, whichever it is."""

import json

import pypandoc
import pytest
from annotated_edition.citations.formats import RIS_TYPES, bibtex, ris
from fixtures.citable import item
from pybtex.database import parse_string


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en-US", "american"), ("en-GB", "british"), ("en", "english"), ("de-CH", "german"), ("pt-BR", "portuguese")],
)
def test_bibtex_names_the_language_of_the_edition_as_biblatex_does(tag: str, name: str) -> None:
    (entry,) = parse_string(bibtex([{**item("1").csl, "language": tag}]), "bibtex").entries.values()
    assert entry.fields["langid"] == name


def test_bibtex_names_no_language_that_it_has_no_name_for() -> None:
    (entry,) = parse_string(bibtex([{**item("1").csl, "language": "tlh"}]), "bibtex").entries.values()
    assert "langid" not in entry.fields


def test_ris_has_every_fact_of_a_work_under_its_own_tag_and_a_comma_at_the_end_of_organisations() -> None:
    work = {
        **{"id": "x", "type": "article-journal", "title": "T", "container-title": "J", "edition": "2", "genre": "G"},
        **{"volume": "3", "number": "4", "page": "11–19", "publisher": "P", "publisher-place": "London"},
        **{"DOI": "10.1/x", "URL": "https://example.org/", "language": "de", "note": "N"},
        "author": [
            *({"family": "Coffey", "given": "Luke"}, {"literal": "Body"}, {"family": "Reuters"}),
            {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
        ],
        "editor": [{"family": "Smith", "given": "Anna"}, {"family": "Jones", "given": "Bo"}],
        "issued": {"date-parts": [[2022, 3, 21]]},
    }
    assert ris([work]).split("\r\n") == [
        *("TY  - JOUR", "ID  - x", "AU  - Coffey, Luke", "AU  - Body,", "AU  - Reuters,", "AU  - de Gaulle, Charles"),
        *("A2  - Smith, Anna", "A2  - Jones, Bo", "TI  - T", "T2  - J", "ET  - 2", "M3  - G", "VL  - 3", "IS  - 4"),
        *("SP  - 11", "EP  - 19", "PB  - P", "CY  - London", "PY  - 2022", "DA  - 2022/03/21/", "DO  - 10.1/x"),
        *("UR  - https://example.org/", "LA  - de", "N1  - N", "ER  - ", ""),
    ]
    in_issue = {"issue" if name == "number" else name: value for name, value in work.items()}  # as pandoc reads it
    assert ris([in_issue]) == ris([work])


def test_ris_names_every_type_of_work_as_other_programs_do() -> None:
    written = ris({"id": kind, "type": kind, "title": "T"} for kind in RIS_TYPES)
    read = {work["id"]: work["type"] for work in json.loads(pypandoc.convert_text(written, "csljson", "ris"))}
    without = {"article": "entry", "webpage": "misc"}  # of which pandoc knows no more than that it is a work
    assert read == {kind: without.get(kind, kind) for kind in RIS_TYPES}

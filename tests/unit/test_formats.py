"""The files to import say the language of the edition, whichever it is."""

import pytest
from annotated_edition.citations.formats import bibtex
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

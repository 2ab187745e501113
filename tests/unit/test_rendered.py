"""What was read with a label is looked for in the rendered page by its id."""

import pytest
from annotated_edition.structure.mistakes import lost_labels
from fixtures.labelled import annotation, claim
from fixtures.reading import read_page

PAGE = read_page("page.md", "page/", claim("1") + annotation("1a", "One."))


def lost(html: str) -> list[str]:
    return [problem.subject for problem in lost_labels(PAGE, html)]


@pytest.mark.parametrize("html", ['<h2 id="claim-1">', "<h2 class=x id=claim-1>", "<h2\n id='claim-1' class=x>"])
def test_a_label_is_there_however_its_id_is_written(html: str) -> None:
    assert lost(html) == ["annotation 1a"]


@pytest.mark.parametrize("html", ["/// claim | 1", '<a href="#claim-1">', '<p data-id="claim-1">', '<p id="claim-11">'])
def test_what_only_names_a_label_is_not_the_place_where_it_stands(html: str) -> None:
    assert lost(html) == ["claim 1", "annotation 1a"]

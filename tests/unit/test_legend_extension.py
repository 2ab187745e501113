"""The words for verdicts, outcomes and kinds in the lists that explain them."""

from bs4 import BeautifulSoup
from markdown import markdown
from text.legend_extension import LegendExtension

TEXT = "Partly supported\n:   A part.\n\nCounterpoint\n:   The other side.\n\n"
TEXT += "Adopted then reversed\n:   For a while.\n\nOther words\n:   Nothing.\n"


def test_a_verdict_an_outcome_and_a_kind_have_their_marks_and_other_words_have_none() -> None:
    soup = BeautifulSoup(markdown(TEXT, extensions=["def_list", LegendExtension()]), "html.parser")
    assert [str(term) for term in soup.select("dt")] == [
        '<dt><span class="verdict" data-verdict="partly-supported">Partly supported</span></dt>',
        '<dt><span class="kind" data-kind="counterpoint">Counterpoint</span></dt>',
        '<dt><span class="outcome" data-outcome="adopted-then-reversed">Adopted then reversed</span></dt>',
        "<dt>Other words</dt>",
    ]

"""The editorial rules: what breaks one is named, and nothing is said where a mistake has been named already."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from annotated_edition.figures.tables import Table, read_tables
from annotated_edition.structure.rules import count_words, rule_problems
from annotated_edition.structure.timeline import with_events
from annotated_edition.vocabulary import Limits
from fixtures import labelled
from fixtures.builder import SETTINGS, VOCABULARY
from fixtures.illustrated import FIGURE, ROWS, SPEC
from fixtures.reading import edition_of, read_page

SMALL = replace(VOCABULARY, limits=Limits(annotation_words=(2, 4), definition_words=(2, 4), opening_words=6))

HEAD = "# Page\n\nA short answer.\n\n"


def claim(label: str, verdict: str = "judgment", other: str = "9") -> str:
    return labelled.claim(label, f"See [the other](#claim-{other}).", verdict=verdict)


def note(label: str, kind: str = "context", text: str = "It was [@smith2020].") -> str:
    return labelled.annotation(label, text, kind=kind)


def broken(text: str, *, events: str = "", data: Mapping[str, Table] | None = None, page: str = "page.md") -> list[str]:
    read = read_page(page, "page/", text, data)
    pages = [with_events(read, events, VOCABULARY)] if events else [read]
    problems = rule_problems(edition_of(pages, replace(SETTINGS, vocabulary=SMALL)))
    return [str(problem).removeprefix(f"{page}: ") for problem in sorted(problems)]


SOUND = HEAD + claim("1", other="2") + note("1a") + claim("2", other="1") + note("2a")


# --- Annotations and their sources ---

EVIDENCE = "no annotation of kind evidence or correction that cites a source; add one, with its source as in [@key]"


@pytest.mark.parametrize("verdict", VOCABULARY.groups["Facts"])
def test_a_claim_of_fact_has_evidence_or_a_correction_with_a_source(verdict: str) -> None:
    def told(kind: str, text: str = "It was [@smith2020].") -> list[str]:
        return broken(SOUND + claim("3", verdict, other="1") + note("3a", kind, text))

    assert told("evidence") == told("correction") == []
    assert told("context") == [f"claim 3: has the verdict {verdict}, but {EVIDENCE}"]
    assert told("evidence", "It was so.") == [f"claim 3: has the verdict {verdict}, but {EVIDENCE}"]


def test_a_recommendation_has_support_and_a_counterpoint() -> None:
    advice = SOUND + claim("3", "recommendation\n    outcome: unclear", other="1")
    assert broken(advice + note("3a", "evidence") + note("3b", "counterpoint")) == []
    wrong = "claim 3: has the verdict recommendation, but no annotation of kind counterpoint that cites a source"
    assert broken(advice + note("3a", "evidence")) == [f"{wrong}; add one, with its source as in [@key]"]
    assert len(broken(advice + note("3a"))) == 2


def test_a_claim_without_any_annotation_lacks_only_that() -> None:
    assert broken(SOUND + claim("3", "supported", other="1")) == [
        "claim 3: has no annotation; add at least /// annotation | 3a after it"
    ]


@pytest.mark.parametrize("mistake", ["kind: nothing", "kind:", "knd: evidence", "kind: evidence\n    kind: update"])
def test_of_a_claim_with_a_mistake_in_an_annotation_nothing_is_said(mistake: str) -> None:
    text = SOUND + claim("3", "supported", other="1") + note("3a", "evidence")
    assert broken(text.replace("kind: evidence", mistake)) == []


# --- Links ---

TIED = "is tied to no other claim; link to one in it or its annotations, or to it from where it is spoken of"


def lonely(label: str) -> str:
    return claim(label, other=label) + note(f"{label}a")


def test_a_link_within_a_claim_ties_nothing() -> None:
    assert broken(SOUND + lonely("3") + note("3b", text="As [above](#annotation-3a).")) == [f"claim 3: {TIED}"]
    assert broken(HEAD + lonely("1") + lonely("2")) == [f"claim 1: {TIED}", f"claim 2: {TIED}"]


def test_an_event_or_a_figure_ties_the_claims_that_it_bears_on() -> None:
    event = "- event: count\n  date: 2014\n  text: A count [@smith2020].\n  claims: 3\n"
    assert broken(SOUND + lonely("3"), events=event) == []
    tables = read_tables({"data/harvest.csv": ROWS, "data/harvest.vl.yml": SPEC})
    assert broken(SOUND + lonely("3") + FIGURE, data=tables) == []


# --- Lengths ---


@pytest.mark.parametrize(("words", "is_sound"), [(1, False), (2, True), (4, True), (5, False)])
def test_annotations_and_definitions_keep_to_their_lengths(words: int, is_sound: bool) -> None:
    text = f"{'word ' * words}[@smith2020]."
    told = f"has {words} words; write 2 to 4"
    term = f"/// term | t\n    name: t\n    kind: term\n\n{text}\n///\n"
    assert broken(SOUND + note("2b", text=text)) == ([] if is_sound else [f"annotation 2b: {told}"])
    assert broken(term, page="glossary.md") == ([] if is_sound else [f"term t: {told}"])


def test_an_opening_of_paragraphs_is_short() -> None:
    long = SOUND.replace("A short answer.", "One two three.\n\nFour five six seven.")
    assert broken(long) == ["opening: has 7 words; say it in at most 6"]
    assert broken(SOUND.replace("A short answer.", "One two three.\n\nFour five six.")) == []


@pytest.mark.parametrize("image", ["![](map.png)", "![ ][map]", '<img src="map.png">', '<img src="map.png" alt="">'])
def test_every_image_is_described(image: str) -> None:
    assert broken(f"# Page\n\nText.\n\nText {image}\n") == [
        "image in line 5: is not described to those who do not see it; "
        "write what it shows, as in ![a map of the border](map.png)"
    ]


@pytest.mark.parametrize(
    "image", ["![A map](map.avif)", '![A map](maps/map.AVIF "The border")', '<img alt="A map" src="map.avif">']
)
def test_every_image_is_one_that_all_forms_can_show(image: str) -> None:
    (said,) = broken(f"# Page\n\nText.\n\nText {image}\n")
    assert said.lower().endswith("map.avif: is shown in no pdf and epub; save it as png, jpeg or svg")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One two, three.", 3),
        ("One – two — three …", 3),
        ("A *pact* of `two`", 4),
        ("See [claim 8](page.md#claim-8) now", 4),
        ("It held [see @key, p. 3; @other].", 2),
        ("{{ count: forecast, mixed }} of them", 3),
        ("Some 5.2 billion{ .number }", 3),
        ("", 0),
    ],
)
def test_words_are_those_that_readers_read(text: str, count: int) -> None:
    assert count_words(text) == count


# --- What breaks no rule ---


def opened(text: str) -> str:
    return SOUND.replace("A short answer.", text)


SIX = "One two three four five six."
SOUND_TEXTS = {
    "a sound text": SOUND,
    "an opinion needs no evidence": SOUND + claim("3", other="1") + note("3a"),
    "nor does a forecast": SOUND + claim("3", "forecast\n    outcome: mixed", other="1") + note("3a"),
    "a link to a claim ties": SOUND + lonely("3") + note("3b", text="As [there](#claim-1)."),
    "so does one to an annotation": SOUND + lonely("3") + note("3b", text="As [there](#annotation-2a)."),
    "and one from prose to the claim": SOUND + lonely("3") + "Prose on [claim 3](#claim-3).\n",
    "or to its annotation": SOUND + lonely("3") + "Prose on [a note](#annotation-3a).\n",
    "a claim that is alone has nothing to be tied to": HEAD + lonely("1"),
    "a table is no opening": opened(f"{SIX}\n\n| A table | of | many |\n| --- | --- | --- |"),
    "nor is a list": opened(f"{SIX}\n\n- a list\n- of things"),
    "nor a numbered one": opened(f"{SIX}\n\n1. one\n2. two"),
    "nor a later section": opened(f"{SIX}\n\n## More\n\nText."),
    "a page without claims opens as it likes": "# Page\n\nOne two three four five six seven.\n",
    "an image is described": "# Page\n\nText ![a map](map.png)\n",
    "a tag describes it": '# Page\n\nText <img alt="a map" src="map.png">\n',
    "code is no image": "# Page\n\nText `![](map.png)`\n",
    "nor is a link": "# Page\n\nText [](map.png)\n",
}


@pytest.mark.parametrize("text", SOUND_TEXTS.values(), ids=SOUND_TEXTS)
def test_what_breaks_no_rule_is_not_named(text: str) -> None:
    assert broken(text) == []

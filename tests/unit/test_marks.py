"""Each verdict, outcome and kind has a color and a shape of its own, which the map of the argument draws as well."""

import re
from itertools import pairwise

import pytest
from figures.hues import marks
from fixtures.builder import PROJECT
from text.vocabulary import KINDS, OUTCOMES, VERDICTS

STYLES = PROJECT / "overrides" / "assets" / "stylesheets"
CSS = "".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in ("edition", "verdicts"))
MAP = (PROJECT / "overrides" / "partials" / "argument.html").read_text(encoding="utf-8")
DRAWN = dict(re.findall(r'<\w+ id="shape-([\w-]+)"(.*)', MAP))
NAMES = {
    **dict.fromkeys(VERDICTS, "verdict"),
    **dict.fromkeys(OUTCOMES, "outcome"),
    **dict.fromkeys(KINDS, "kind"),
}


def rule(name: str) -> dict[str, str]:
    """What the stylesheet says of a word, which it must say once and under the right class."""
    (body,) = re.findall(rf'&\[data-{NAMES[name]}="{name}"\] \{{([^}}]*)\}}', CSS)
    return {key: " ".join(text.split()) for key, text in re.findall(r"(--[a-z]+):([^;]*);", body)}


@pytest.mark.parametrize("name", NAMES)
def test_a_word_has_a_color_and_a_shape(name: str) -> None:
    assert set(rule(name)) == {"--hue", "--shape"}
    assert re.fullmatch(r"#[0-9a-f]{6}", marks(CSS)[name]["hue"])
    assert re.fullmatch(r"polygon\( ?evenodd, [\d%, ]+\)", rule(name)["--shape"])


def test_no_two_words_have_the_same_shape() -> None:
    assert len(NAMES) == len(VERDICTS) + len(OUTCOMES) + len(KINDS)
    assert len({rule(name)["--shape"] for name in NAMES}) == len(NAMES)


def test_the_map_draws_every_verdict_and_outcome_and_no_two_alike() -> None:
    assert DRAWN.keys() == {*VERDICTS, *OUTCOMES}
    assert len(set(DRAWN.values())) == len(DRAWN)


@pytest.mark.parametrize("name", ["recommendation", *OUTCOMES])
def test_the_map_draws_the_shape_of_the_stylesheet(name: str) -> None:
    """The first verdicts are drawn there with strokes and curves of their own."""
    places = re.findall(r"(\d+)% (\d+)%", rule(name)["--shape"])
    scaled = [(round((int(x) - 50) * 0.2, 1), round((int(y) - 50) * 0.2, 1)) for x, y in places]
    drawn = [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", DRAWN[name])]
    assert drawn == scaled


@pytest.mark.parametrize("name", NAMES)
def test_a_shape_is_seen(name: str) -> None:
    """It covers a twentieth of its box at least, by the shoelace formula."""
    places = [(int(x), int(y)) for x, y in re.findall(r"(\d+)%? (\d+)%?(?=[,)])", rule(name)["--shape"])]
    closed = [*places, places[0]]
    area = abs(sum(x * b - a * y for (x, y), (a, b) in pairwise(closed))) / 2
    assert len(places) >= 3
    assert area >= 500

"""Every word for a verdict, an outcome or a kind has the color and the shape that the vocabulary names."""

import pytest
from annotated_edition.shapes import clip_path
from fixtures.builder import VOCABULARY
from fixtures.tabs import Tabs

# The name of each word that is defined, the word itself, and how it is drawn: color, color and outline of its shape.
DRAWN = """() => Object.fromEntries([...document.querySelectorAll("dt :is(.verdict, .outcome, .kind)")].map(word => {
    const { backgroundColor, clipPath } = getComputedStyle(word, "::before");
    const [[sort, name]] = Object.entries(word.dataset);
    return [`${sort} ${name}`, [word.textContent.trim(), getComputedStyle(word).color, backgroundColor, clipPath]];
}))"""
# What a browser makes of some values of a property.
MADE = """([property, values]) => values.map(value => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.setProperty(property, value);
    const made = getComputedStyle(probe).getPropertyValue(property);
    probe.remove();
    return made;
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_its_color_and_its_shape_in_either_scheme(scheme: str, tabs: Tabs) -> None:
    page = tabs(color_scheme=scheme)
    page.goto("/about/")
    icons = {f"{sort} {name}": icon for sort, words in VOCABULARY.icons.items() for name, icon in words.items()}
    names = sorted({icon.color for icon in icons.values()})
    colors = dict(zip(names, page.evaluate(MADE, ["color", [f"var(--{name})" for name in names]]), strict=True))
    assert len(set(colors.values())) == len(names)
    shapes = page.evaluate(MADE, ["clip-path", [clip_path(icon.shape) for icon in icons.values()]])
    said = {**VOCABULARY.results, **VOCABULARY.kinds}
    assert page.evaluate(DRAWN) == {
        name: [said[name.partition(" ")[2]], colors[icon.color], colors[icon.color], shape]
        for (name, icon), shape in zip(icons.items(), shapes, strict=True)
    }


def test_where_colors_are_forced_every_shape_has_that_of_the_text(tabs: Tabs) -> None:
    page = tabs(forced_colors="active")
    page.goto("/about/")
    (ink,) = page.evaluate(MADE, ["color", ["CanvasText"]])
    assert {color for _, _, color, _ in page.evaluate(DRAWN).values()} == {ink}

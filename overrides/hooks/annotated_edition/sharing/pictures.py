"""What the template of pictures is told: of figures that stand alone, and of the cards of what can be shared."""

from collections.abc import Mapping, Sequence

from annotated_edition.blocks.claim import Claim
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import card
from annotated_edition.figures.drawing import Drawing
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.formats.formats import icons
from annotated_edition.formats.pictures import FONT, NAMESPACE, SEAM, Variables, resolved
from annotated_edition.formats.typesetting import Picture
from annotated_edition.interface import gettext
from annotated_edition.structure.edition import Edition
from annotated_edition.text.typography import curly

# The colors that the template asks for, by the variables of the stylesheets.
COLORS = {"ink": "--ink", "soft": "--ink-soft", "rule": "--rule", "accent": "--accent", "paper": "--paper"}


def standalone(drawing: Drawing, css: Variables, paper: str = "#ffffff") -> str:
    """A drawing as an SVG of its own, in the light scheme on paper of that color."""
    _, _, width, height = drawing["box"].split()
    seam = " ".join(f'{name}="{value}"' for name, value in SEAM.items())
    inside = drawing["inside"].replace("<text ", f"<text {seam} ")
    frame = f'xmlns="{NAMESPACE}" viewBox="{drawing["box"]}" width="{width}" height="{height}" fill="none"'
    svg = f'<svg {frame} font-family="{FONT}">{inside}</svg>'
    return resolved(svg, {**css, "--figure-paper": paper})


def facts(work: Item, css: Variables) -> dict[str, str]:
    """What all pictures share."""
    colors = {name: resolved(f"var({variable})", css) for name, variable in COLORS.items()}
    edition = gettext("%(title)s, edition %(version)s", title=curly(work.title), version=work.work.version)
    return {**colors, "work": edition, "language": work.work.primary_language}


def figure_picture(figure: Figure, drawing: Drawing, edition: Edition, work: Item, css: Variables) -> Picture:
    """A figure with its title, its sources, and where it is from."""
    facts = {"title": curly(work.title), "version": work.work.version, "license": work.work.license}
    origin = gettext("%(title)s, edition %(version)s (%(license)s)", **facts)
    if work.work.address:
        facts["address"] = f"{work.work.address}f/{figure.label}/"
        origin = gettext("%(title)s, edition %(version)s, %(address)s (%(license)s)", **facts)
    names = [edition.references[key].name for key in figure.table.keys if key in edition.references]
    return {
        "kind": "figure",
        "label": gettext("Figure %(label)s", label=figure.label),
        "title": curly(figure.title),
        "drawing": standalone(drawing, css),
        "sources": gettext("Sources: %(sources)s", sources="; ".join(names)),
        "origin": origin,
    }


def cards(
    edition: Edition,
    work: Item,
    illustrations: Mapping[str, Illustration],
    descriptions: Mapping[str, str],
    css: Variables,
) -> dict[str, Picture]:
    """The cards by their paths; `descriptions` are the pages' own words."""
    claims = {claim.label: claim for claim in edition.claims}
    drawn = icons(edition.vocabulary, css)
    shapes = drawn["verdict"] | drawn["outcome"]
    made = {card(work): _score_card(edition, work, shapes)}
    for item in work.all:
        if item.level == "claim" and item.label in claims:
            made[card(item)] = _claim_card(claims[item.label], edition.vocabulary.results, shapes)
        elif item.level == "figure" and (found := illustrations.get(item.label.removeprefix("figure-"))):
            drawing = standalone(found.drawings["narrow"], css, "var(--paper)")
            label = gettext("Figure %(label)s", label=found.figure.label)
            shown = {"label": label, "title": curly(found.figure.title), "drawing": drawing}
            made[card(item)] = {"kind": "figure-card", **shown}
        elif item.level in ("page", "claim", "figure"):  # of claims and figures what was withdrawn, or is not drawn
            made[card(item)] = _card("", item.title, descriptions.get(item.label, ""))
    return made


def _card(label: str, title: str, said: str, marks: Sequence[Mapping[str, str]] = ()) -> Picture:
    return {"kind": "text-card", "label": label, "title": curly(title), "said": curly(said), "marks": list(marks)}


def _claim_card(claim: Claim, words: Mapping[str, str], shapes: Mapping[str, Mapping[str, str]]) -> Picture:
    names = [name for name in (claim.verdict, claim.outcome) if name]
    marks = [{"word": words[name], **shapes[name]} for name in names]
    return _card(gettext("Claim %(label)s", label=claim.label), claim.title, claim.because, marks)


def _score_card(edition: Edition, work: Item, shapes: Mapping[str, Mapping[str, str]]) -> Picture:
    groups = [
        {
            "title": group.title,
            "count": group.count,
            "marks": [shapes[row.name]["shape"] for row in group.rows for _ in row.claims],
        }
        for group in edition.scorecard
    ]
    return {"kind": "score-card", "title": curly(work.title), "groups": groups}

"""What readers take along: pictures, cards and pages to embed, without a build."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from annotated_edition.citations.catalogue import citable
from annotated_edition.citations.items import Item
from annotated_edition.citations.metadata import card_tags, names, open_graph
from annotated_edition.figures.drawing import Drawing
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.illustrations import Illustration
from annotated_edition.figures.tables import read_tables
from annotated_edition.files.kept import Kept
from annotated_edition.formats.pictures import variables_of
from annotated_edition.formats.typesetting import AT_ONCE, typeset, typeset_pictures
from annotated_edition.shapes import svg
from annotated_edition.sharing.embeds import FRAME, LINE, embed_of
from annotated_edition.sharing.files import Sharing
from annotated_edition.sharing.pictures import cards, facts, figure_picture, standalone
from fixtures.builder import PROJECT, VOCABULARY
from fixtures.citable import ADDRESS, item, small_edition, small_work
from fixtures.illustrated import FIGURE, ROWS, SPEC
from fixtures.labelled import BACKGROUND, ISSUE
from fixtures.reading import edition_of, read_page
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

OVERRIDES = PROJECT / "overrides"
CSS = variables_of(OVERRIDES)
DRAWING: Drawing = {
    "box": "0 0 560 300",
    "inside": '<g fill="none"><path d="M0,0h9v9h-9Z" fill="var(--figure-main)"/>'
    '<text fill="var(--figure-ink)" stroke="var(--figure-paper)" font-size="13">45</text></g>',
    "marks": [],
}


TABLES = read_tables({"data/harvest.csv": ROWS, "data/harvest.vl.yml": SPEC})


def figure() -> Figure:
    page = read_page("second.md", "second/", FIGURE, TABLES)
    assert page.problems == ()
    (found,) = page.figures
    return found


# --- Looks ---


def test_a_drawing_by_itself_has_the_colors_of_the_light_scheme_on_white() -> None:
    svg = standalone(DRAWING, CSS)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 300" width="560" height="300"')
    assert 'fill="#86291b"' in svg
    assert '<text paint-order="stroke" stroke-linejoin="round" fill="#211d18" stroke="#ffffff"' in svg
    assert "var(" not in svg


def test_a_drawing_on_a_card_has_its_color_around_the_letters() -> None:
    assert 'stroke="#fcfaf5"' in standalone(DRAWING, CSS, "var(--paper)")


def test_all_that_pictures_share_is_said_once() -> None:
    assert facts(small_work(), CSS) == {
        "ink": "#211d18",
        "soft": "#5f574b",
        "rule": "#ddd5c6",
        "accent": "#86291b",
        "paper": "#fcfaf5",
        "work": "Borders: An Annotated Edition, edition 1.0",
        "language": "en",
    }


# --- Pictures ---


def test_a_figure_that_stands_alone_says_its_sources_and_where_it_is_from() -> None:
    picture = figure_picture(figure(), DRAWING, small_edition(), small_work(), CSS)
    assert picture["label"] == "Figure 1"
    assert picture["title"] == "A share that falls"
    assert picture["sources"] == "Sources: Smith 2020; A Border Moves 2021"
    assert picture["origin"] == "Borders: An Annotated Edition, edition 1.0, https://edition.test/f/1/ (CC-BY-4.0)"
    nowhere = figure_picture(figure(), DRAWING, small_edition(), small_work(address=""), CSS)
    assert nowhere["origin"] == "Borders: An Annotated Edition, edition 1.0 (CC-BY-4.0)"


def mark(sort: str, name: str) -> dict[str, str]:
    """A word of the vocabulary with its color and its shape."""
    icon = VOCABULARY.icons[sort][name]
    color = CSS[f"--{icon.color}"].removeprefix("light-dark(").partition(",")[0]
    return {"word": VOCABULARY.results[name], "color": color, "shape": svg(icon.shape, color)}


def test_every_page_and_claim_and_the_work_have_a_card_with_their_words() -> None:
    edition, work = small_edition(), small_work()
    made = cards(edition, work, {}, {"second.md": 'On "remedies".'}, CSS)
    assert made.keys() == {"card.png", "second/card.png", *(f"c/{claim.label}/card.png" for claim in edition.claims)}
    assert made["second/card.png"] == {
        "kind": "text-card",
        "label": "",
        "title": "Remedies",
        "said": "On “remedies”.",
        "marks": [],
    }
    for claim in edition.claims:
        picture = made[f"c/{claim.label}/card.png"]
        assert (picture["label"], picture["said"]) == (f"Claim {claim.label}", claim.because)
        told = {"verdict": claim.verdict, **({"outcome": claim.outcome} if claim.outcome else {})}
        assert picture["marks"] == [mark(sort, name) for sort, name in told.items()]
    counted = sum(group["count"] for group in made["card.png"]["groups"])
    assert counted == len(edition.claims) == sum(len(group["marks"]) for group in made["card.png"]["groups"])


def test_the_card_of_a_figure_has_its_title_and_its_narrow_drawing_on_the_paper_of_cards() -> None:
    edition = edition_of([read_page("second.md", "second/", FIGURE, TABLES)])
    work = citable(edition, small_work().work)
    narrow: Drawing = {**DRAWING, "box": "0 0 340 300"}
    illustration = Illustration(edition.figures["1"], {"wide": DRAWING, "narrow": narrow}, "", "")
    made = cards(edition, work, {"1": illustration}, {}, CSS)["c/figure-1/card.png"]
    drawing = standalone(narrow, CSS, "var(--paper)")
    assert made == {"kind": "figure-card", "label": "Figure 1", "title": "A share that falls", "drawing": drawing}


def test_the_card_of_the_work_counts_the_claims_of_each_group() -> None:
    pages = [read_page(f"{name}.md", f"{name}/", text) for name, text in (("issue", ISSUE), ("background", BACKGROUND))]
    (group,) = cards(edition_of(pages), small_work(), {}, {}, CSS)["card.png"]["groups"]
    assert (group["title"], group["count"], len(group["marks"])) == ("Facts", 2, 2)


def test_every_kind_of_picture_says_all_that_it_is_told() -> None:
    shared, drawing, shape = facts(small_work(), CSS), standalone(DRAWING, CSS), svg("disc", "#2c6448")
    mark = {"word": "Partly so", "color": "#2c6448", "shape": shape}
    group = {"title": "Facts", "count": 3, "marks": [shape] * 3}
    source = {"sources": "Sources: Smith 2020", "origin": "Borders, edition 1.0"}
    pictures: dict[str, dict[str, Any]] = {
        "figure": {"label": "Figure 1", "title": "A share that falls", "drawing": drawing, **source},
        "text-card": {"label": "Claim 8", "title": "A move", "said": "It was seen.", "marks": [mark]},
        "figure-card": {"label": "Figure 2", "title": "A share that grows", "drawing": drawing},
        "score-card": {"title": "What became of all", "groups": [group]},
    }
    told = [{"kind": kind, **picture} for kind, picture in pictures.items()]
    files = {"facts.json": json.dumps(shared).encode(), "pictures.json": json.dumps(told).encode()}
    made = typeset(OVERRIDES / "templates" / "pictures.typ", files, format="pdf")
    for picture, sheet in zip(told, PdfDocument(made), strict=True):
        words = [picture.get(name, "") for name in ("label", "title", "said", "sources", "origin")]
        words += [each["word"] for each in picture.get("marks", ())]
        words += [f"{each['title']} {each['count']}" for each in picture.get("groups", ())]
        words += [shared["work"]] if picture["kind"].endswith("card") else []
        text = " ".join(sheet.get_textpage().get_text_range().split())
        assert [word for word in words if word not in text] == []


def test_a_card_is_one_picture_though_it_has_a_mark_for_each_of_thousands_of_claims(tmp_path: Path) -> None:
    mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
    group = {"title": "Facts", "count": 3000, "marks": [mark] * 3000}
    card = {"kind": "score-card", "title": "Borders", "groups": [group]}
    shared = facts(small_work(), CSS)
    made = typeset_pictures(
        {"one": card, "other": card}, "png", shared, OVERRIDES / "templates", Kept(tmp_path / "kept")
    )
    assert made["one"] == made["other"]


def test_a_picture_is_made_once_and_again_when_its_content_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def typeset(template: Path, files: dict[str, bytes], **options: object) -> list[bytes]:
        asked.append(len(json.loads(files["pictures.json"])))
        return [b"<svg/>"] * asked[-1]

    monkeypatch.setattr("annotated_edition.formats.typesetting.typeset", typeset)
    kept = Kept(tmp_path / "kept")
    for title in ("one", "one", "two"):
        pictures = {"first": {"title": "stays"}, "second": {"title": title}}
        typeset_pictures(pictures, "svg", {}, OVERRIDES / "templates", kept)
    assert asked == [2, 1]


def test_each_of_many_pictures_has_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def typeset(template: Path, files: dict[str, bytes], **options: object) -> list[bytes]:
        return [picture["title"].encode() for picture in json.loads(files["pictures.json"])]

    monkeypatch.setattr("annotated_edition.formats.typesetting.typeset", typeset)
    pictures = {f"{number}.svg": {"title": str(number)} for number in range(2 * AT_ONCE + 1)}
    made = typeset_pictures(pictures, "svg", {}, OVERRIDES / "templates", Kept(tmp_path / "kept"))
    assert made == {name: picture["title"].encode() for name, picture in pictures.items()}


# --- Cards in the head of a page ---


def test_open_graph_names_the_site_and_the_kind_of_page_and_says_nothing_empty() -> None:
    assert dict(open_graph(item("second"), "On remedies.")) == {
        "og:type": "article",
        "og:title": "Remedies",
        "og:description": "On remedies.",
        "og:site_name": "Borders: An Annotated Edition",
        "og:locale": "en_US",
        "og:url": f"{ADDRESS}second/",
        **dict(card_tags(item("second"))),
    }
    assert dict(open_graph(item(""), ""))["og:type"] == "website"
    assert "og:description" not in dict(open_graph(item("second"), ""))
    assert "citation_abstract" not in dict(names(item("second"), ""))


def test_a_page_names_its_card_for_link_previews_and_a_short_address_itself() -> None:
    assert dict(card_tags(item("second"))) == {
        "og:image": f"{ADDRESS}second/card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Remedies",
        "twitter:card": "summary_large_image",
    }
    assert card_tags(item("", small_work(address=""))) == []
    assert dict(open_graph(item("1"), "", f"{ADDRESS}c/1/"))["og:url"] == f"{ADDRESS}c/1/"


# --- Pages to embed ---


@pytest.mark.parametrize(
    ("text", "sources", "lines"), [(1, 0, 1), (60, 40, 1), (60, 41, 2), (41, 60, 2), (250, 250, 5)]
)
def test_an_embed_is_as_high_as_its_drawing_its_frame_and_the_lines_of_its_notes(
    text: int, sources: int, lines: int
) -> None:
    notes = ("w" * text, "w" * sources)
    illustration = Illustration(figure(), {"wide": DRAWING}, *(f"<p>{words}</p>" for words in notes))
    assert embed_of(illustration, small_work()).height == 300 + FRAME + lines * LINE


def test_an_embed_says_what_the_other_page_has_to_hold() -> None:
    illustration = Illustration(figure(), {"wide": DRAWING}, "<p>As a paper counts it.</p>", "<a href='#x'>Smith</a>")
    embed = embed_of(illustration, small_work())
    assert (embed.path, embed.address) == ("f/1/", f"{ADDRESS}f/1/")
    assert embed.height == 300 + 300 + 19
    assert embed.html == (
        f'<iframe src="{ADDRESS}f/1/" title="Borders: An Annotated Edition" width="100%" height="619" loading="lazy">'
        "</iframe>"
    )
    assert json.loads(embed.told) == {
        "version": "1.0",
        "type": "rich",
        "title": "Borders: An Annotated Edition",
        "author_name": "Annotated Edition Contributors",
        "provider_name": "Borders: An Annotated Edition",
        "provider_url": ADDRESS,
        "html": embed.html,
        "width": 600,
        "height": 619,
    }
    assert embed_of(illustration, small_work(address="")).address == ""


def test_the_page_to_embed_of_a_withdrawn_figure_leads_to_what_stands_there_now(tmp_path: Path) -> None:
    work = small_work(address="")
    withdrawn = Item(
        "figure", "annotated2026-figure-9", "figure-9", "Figure 9 (withdrawn)", "second/#figure-9", work.work
    )
    work, kept = replace(work, parts=(*work.parts, withdrawn)), Kept(tmp_path / "kept")
    sharing = Sharing(small_edition(), work, {}, {}, OVERRIDES, kept)

    def render(template: str, depth: int, **facts: object) -> str:
        assert facts["item"] is withdrawn
        return f"{template}, {depth} folders down"

    assert dict(sharing.files(render)) == {"f/9/index.html": "short.html, 2 folders down"}

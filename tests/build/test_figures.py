"""Figures in the built site: whole, cited and citable, and a row without source ends the build."""

import csv
import re
from pathlib import Path

import pytest
import yaml
from annotated_edition.text.typography import curly
from bs4 import Tag
from fixtures.builder import PROJECT, refused, sound
from fixtures.editing import change
from fixtures.illustrated import FIGURE, ROWS, SPEC, with_figure
from fixtures.pages import HtmlPage, Site, said
from fixtures.published import data
from fixtures.written import FIGURES, SOURCES, WRITTEN

LABELS = sorted(FIGURES, key=int)
BLOCKS = [block for page in SOURCES.values() for block in page.blocks if block.name == "figure"]
OPTIONS = {block.label: {name: str(value) for name, value in (block.options or {}).items()} for block in BLOCKS}


def home(edition: Site, label: str) -> tuple[HtmlPage, Tag]:
    """The page beside whose claims a figure stands, and the figure there."""
    page = edition[FIGURES[label]]
    (figure,) = page.soup.select(f"figure#figure-{label}")
    return page, figure


def test_all_figures_stand_together_in_the_order_of_their_labels(edition: Site) -> None:
    together = [str(figure["id"]) for figure in edition["figures/"].soup.select("figure.figure")]
    assert together == [f"figure-{label}" for label in LABELS]


@pytest.mark.parametrize("label", LABELS)
def test_a_figure_has_all_its_parts(edition: Site, label: str) -> None:
    page, _ = home(edition, label)
    for there in (page, edition["figures/"]):
        (shown,) = there.soup.select(f"figure#figure-{label}")
        (title,), (permalink,) = shown.select(".figure__title"), shown.select("a.figure__label")
        assert shown["aria-labelledby"] == title["id"]
        assert said(title).startswith(f"Figure {label} ")
        assert len(shown.select("svg[role=img]")) == 2
        for svg in shown.select("svg"):
            named, described = (there.soup.find(id=svg[f"aria-{name}by"]) for name in ("labelled", "described"))
            assert said(named) == curly(OPTIONS[label]["title"])
            assert said(described) == f"{curly(OPTIONS[label]['alt'])} The values are in the table below."
        assert shown.select(".figure__sources a[role=doc-biblioref]")
        assert re.match(r"Sources: [^(]", said(shown.select_one(".figure__sources")))  # without brackets
        claims = re.findall(r"\d+", OPTIONS[label]["claims"])
        told = f"Related claim{'s' if len(claims) > 1 else ''}: {', '.join(claims)}"
        assert said(shown.select_one(".figure__facts")) == told
        led = [there.target(str(link["href"])) for link in shown.select(".figure__facts a")]
        assert led == [claim.target for claim in WRITTEN if str(claim.number) in claims]
        heard = [str(group["aria-label"]) for group in shown.select(".figure__drawings, .figure__scroll")]
        assert heard == [f"Figure {label}: the arrow keys read its values", f"Data of figure {label}"]
        assert said(shown.select_one(".figure__notes p"))
        (download,) = shown.select("a[download][href$='.csv']")
        assert there.target(str(download["href"])).startswith("data/")
        assert there.target(str(permalink["href"])) == f"{page.path}#figure-{label}"


@pytest.mark.parametrize("label", LABELS)
def test_the_table_and_the_download_hold_the_data_as_written(edition: Site, site: Path, label: str) -> None:
    page, figure = home(edition, label)
    (download,) = figure.select("a[download][href$='.csv']")
    path = page.target(str(download["href"]))
    assert (site / path).read_bytes() == (PROJECT / "docs" / path).read_bytes()
    with (site / path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = yaml.safe_load((PROJECT / "docs" / path).with_suffix(".vl.yml").read_text("utf-8"))["usermeta"]["columns"]
    for heading, name in zip(figure.select("th"), rows[0], strict=True):
        column = columns[name] if isinstance(columns.get(name), dict) else {}
        assert heading.get("data-unit") in (None, column.get("unit", OPTIONS[label]["unit"])), name
    shown = figure.select(".figure__table tbody tr")
    assert len(shown) == len(rows)
    for row, line in zip(rows, shown, strict=True):
        cells = [said(cell) for cell in line.select("td")]
        numbers = {value for value in row.values() if re.fullmatch(r"-?\d+(\.\d+)?", value)}
        assert numbers <= set(cells)
        linked = [str(link["href"]) for link in line.select("a")]
        assert linked == [f"#reference-{key.strip()}" for key in row["source"].split(";")]


def test_a_source_names_the_figure_for_which_it_is_listed(edition: Site) -> None:
    """That it links back to it is seen in test_site.py."""
    for label in LABELS:
        _, figure = home(edition, label)
        for link in figure.select(".figure__sources a[role=doc-biblioref]"):
            entry = edition.references[str(link["href"]).removeprefix("#")]
            (name,) = [said(use) for use in entry.select(f'.reference__uses a[href$="#{link["id"]}"]')]
            assert name.startswith(f"figure {label}")


def test_a_figure_can_be_cited_like_a_claim(edition: Site, site: Path) -> None:
    for label in LABELS:
        page, figure = home(edition, label)
        (control,) = figure.select(".figure__files .cite__open")
        assert page.target(str(control["href"])) == f"c/figure-{label}/cite/"
        assert said(edition[f"c/figure-{label}/cite/"].soup.h1) == f"Cite figure {label}"
        (record,) = data(site, f"c/figure-{label}/cite.csl.json")
        assert record["title"] == f"Figure {label}: {OPTIONS[label]['title']}"
        assert record["note"] == f"Figure {label}, on the page “{SOURCES[page.path].title}”"
        assert f"{page.path}#figure-{label}" in (site / "c" / f"figure-{label}" / "index.html").read_text("utf-8")


# --- In the small edition ---


def test_a_figure_of_sound_data_is_drawn_into_its_page_and_a_citation_in_a_row_is_enough_for_an_entry(
    tmp_path: Path,
) -> None:
    folder = with_figure(tmp_path, ROWS.replace("gazette2021", "row2021"))
    references = folder / "references.bib"
    entry = references.read_text(encoding="utf-8").partition("@misc{gazette2021")[2].partition("@book")[0]
    references.write_text(references.read_text(encoding="utf-8") + "\n@misc{row2021" + entry, encoding="utf-8")
    (figure,) = Site(sound(folder))["second/"].soup.select("figure#figure-1")
    assert [str(mark["data-line"]) for mark in figure.select("[data-size=wide] [data-line]")] == ["2", "3"]
    assert [said(text) for text in figure.select("[data-size=wide] text")][-1] == "Percent"


def test_rows_labels_and_links_that_are_wrong_are_named_at_once_and_end_the_build(tmp_path: Path) -> None:
    folder = with_figure(tmp_path, ROWS.replace("gazette2021", "").replace("smith2020", "smith2021"))
    page, other = folder / "docs" / "second.md", folder / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line == "/// figure | 1"]
    page.write_text(text + FIGURE, encoding="utf-8")
    change(other, "The first two", "See [figure 9](second.md#figure-9). The first two")
    assert sorted(refused(folder).warnings) == [
        "data/harvest.csv: line 3: has no source; cite an entry of references.bib",
        "data/harvest.csv: source smith2021 in line 2: is not in references.bib; add it, or correct the key",
        "index.md: link in line 7: points to second.md#figure-9, which does not exist; correct the label",
        f"second.md: figure 1: its label is used already, in line {lines[0]} of second.md; give it a label of its own",
    ]


@pytest.mark.parametrize("label", LABELS)
def test_every_mark_leads_to_its_row_and_column_in_the_table(edition: Site, label: str) -> None:
    _, figure = home(edition, label)
    (table,) = figure.select(".figure__table")
    for drawing in figure.select("svg"):
        rows, headings = table.select("tbody tr"), table.select("th")
        for mark in drawing.select("[data-line]"):
            row, column = int(str(mark["data-line"])) - 2, int(str(mark["data-column"]))
            assert said(rows[row].select("td")[column])
            assert "data-unit" in headings[column].attrs or said(headings[column]) == "Place"


def test_a_mistake_that_shows_only_in_the_drawing_ends_the_build(tmp_path: Path) -> None:
    spec = SPEC.replace("quantitative}", "quantitative, scale: {domain: [0, 20]}}")
    assert refused(with_figure(tmp_path, ROWS, spec)).warnings == [
        f"data/harvest.csv: line 2: its percent 45 is not within the {size} drawing; "
        "mend filters and scales in data/harvest.vl.yml"
        for size in ("wide", "narrow")
    ]


def test_a_specification_that_cannot_be_drawn_ends_the_build(tmp_path: Path) -> None:
    spec = "transform: [{filter: datum.year ==}]\n" + SPEC
    (warning,) = refused(with_figure(tmp_path, ROWS, spec)).warnings
    assert warning.startswith("data/harvest.vl.yml: line 1: cannot be drawn (")

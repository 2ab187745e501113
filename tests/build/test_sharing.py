"""What readers take along and others show, in the built site."""

import re
from pathlib import Path

from fixtures.builder import EDITION
from fixtures.pages import ADDRESS, Site, said
from fixtures.published import data
from fixtures.written import FIGURES, SOURCES
from PIL import Image

CARD_BYTES = 60_000
BLOCKS = [block for page in SOURCES.values() for block in page.blocks if block.name == "figure"]
ALTS = {block.label: str((block.options or {})["alt"]) for block in BLOCKS}


def test_every_figure_can_be_taken_along(edition: Site, site: Path) -> None:
    for label in FIGURES:
        (figure,) = edition["figures/"].soup.select(f"#figure-{label}")
        links = [edition["figures/"].target(str(link["href"])) for link in figure.select(".figure__files a")]
        names = [said(link) for link in figure.select(".figure__files a")]
        assert all(f"figure {label}" in name for name in names), "of many figures on a page each link names its own"
        base = f"f/{label}/figure-{label}"
        assert links[:2] == [f"{base}.png", f"{base}.svg"]
        assert links[2].startswith("data/")
        assert links[3:] == [f"c/figure-{label}/cite/", f"f/{label}/"]
        with Image.open(site / links[0]) as picture:
            assert picture.width == 1200
            assert 600 < picture.height < 1800  # as high as the drawing and what is said of it
        svg = (site / links[1]).read_text("utf-8")
        assert svg.startswith("<svg")
        assert "<text" not in svg  # its letters are drawn, so that it looks the same without our fonts
        assert not re.search(r"var\(|https?://(?!www\.w3\.org)", svg)


def test_a_figure_to_embed_is_whole(edition: Site) -> None:
    for label in FIGURES:
        page, (home,) = edition[f"f/{label}/"], edition["figures/"].soup.select(f"#figure-{label}")
        (figure,) = page.soup.select("figure")
        assert said(page.soup.select_one("h1")) == said(home.select_one("h2"))
        assert len(figure.select("svg[role=img]")) == 2
        assert said(figure.select_one(".figure__notes p")) == said(home.select_one(".figure__notes p"))
        sources = [page.target(str(link["href"])) for link in figure.select(".figure__sources a, td a")]
        assert sources
        for path, _, anchor in (target.partition("#") for target in sources):
            assert anchor in edition[path].ids
        (back,) = page.soup.select(".embed__from a")
        path, _, anchor = page.target(str(back["href"])).partition("#")
        assert anchor == f"figure-{label}"
        assert anchor in edition[path].ids
        told = f"{EDITION['title']}, edition {EDITION['version']} ({EDITION['license']})"
        assert said(page.soup.select_one(".embed__from")) == told
        assert page.soup.select_one("base")["target"] == "_blank"  # type: ignore[index]


def test_a_figure_to_embed_has_a_citation_of_its_own_and_is_described_by_oembed(edition: Site) -> None:
    for label in FIGURES:
        page = edition[f"f/{label}/"]
        names = {str(meta["name"]): str(meta["content"]) for meta in page.soup.select("meta[name]")}
        assert names["citation_title"].startswith(f"Figure {label}: ")
        assert names["citation_inbook_title"]
        assert names["citation_public_url"].endswith(f"#figure-{label}")
        assert names["citation_abstract"] == ALTS[label]
        assert [str(tag["content"]) for tag in page.soup.select('[property="og:description"]')] == [ALTS[label]]
        (link,) = page.soup.select('link[type="application/json+oembed"]')
        assert link["href"] == f"{ADDRESS}f/{label}/oembed.json"
        told = data(edition.folder, f"f/{label}/oembed.json")
        assert f'src="{ADDRESS}f/{label}/"' in told["html"]
        assert told["html"] == said(page.soup.select_one(".embed__code p > code:only-child"))
        assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 600)


def test_every_page_and_short_address_has_a_card_of_the_size_that_networks_ask_for(edition: Site, site: Path) -> None:
    shared = [path for path in edition.pages if not path.endswith(("cite/", ".html")) and not path.startswith("r/")]
    for path in shared:
        tags = {
            str(tag["property"]): str(tag["content"])
            for tag in edition[path].soup.select('meta[property^="og:"], meta[property^="twitter:"]')
        }
        image = tags.get("og:image") or tags["twitter:image"]
        cited = data(
            site, re.sub(r"^f/(\d+)/", r"c/figure-\1/", path) + ("cite.csl.json" if path else "edition.csl.json")
        )[0]
        assert (tags.get("og:title") or tags["twitter:title"]) == cited["title"], path
        assert tags.get("og:url", ADDRESS + path) == ADDRESS + path
        if path.startswith("c/"):  # of which no page says anything by itself
            assert tags["og:description"] == cited["note"], path
        assert tags["twitter:card"] == "summary_large_image", path
        file = site / image.removeprefix(ADDRESS)
        assert file.stat().st_size <= CARD_BYTES, file
        with Image.open(file) as picture:
            assert picture.size == (1200, 630), file
    assert len(shared) > len(edition["claims/"].soup.select("tbody tr"))

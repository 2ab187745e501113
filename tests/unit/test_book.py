"""The book, and a printed page, keep what readers and their programs read, without a build."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from annotated_edition.formats.book import Chapter, chapters
from annotated_edition.formats.book_links import join, split
from annotated_edition.formats.epub import Entry, contents, epub
from annotated_edition.formats.formats import facts_of, one_page
from annotated_edition.formats.pdf import pdf
from annotated_edition.formats.pictures import variables_of
from annotated_edition.text.dates import spoken_date
from fixtures.builder import PROJECT, SETTINGS
from fixtures.citable import ADDRESS, small_work
from fixtures.templates import templates
from lxml import html
from PIL import Image
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # type: ignore[import-untyped]

OVERRIDES, WORK = PROJECT / "overrides", small_work().work
CSS = variables_of(OVERRIDES)
FACTS = facts_of(WORK, "", "", CSS)
TEMPLATES = templates()


def render(template: str, **facts: object) -> str:
    return TEMPLATES.get_template(f"templates/{template}").render(**facts)


PAGE = """<html><nav>Nav</nav><article class="md-content__inner"><h1 id="a">A  page</h1>
<p class="one" lang="de" style="x" data-search-exclude>Ein <em title="word">Wort</em> <a class="cite__open">Cite</a></p>
<button>Press</button></article></html>"""


def test_words_keep_their_language_and_what_only_serves_a_browser_goes() -> None:
    (chapter,) = chapters([("a.md", "a/", PAGE)])
    assert html.tostring(chapter.body, encoding="unicode") == (
        '<div><h1 id="a">A page</h1><p class="one" lang="de">Ein <em title="word">Wort</em></p></div>'
    )


def test_lists_and_tables_keep_their_numbers_and_their_form() -> None:
    text = (
        '<ol start="3"><li value="5">Five</li></ol><table><tr><th scope="col" colspan="2">A</th>'
        '<td rowspan="2">1</td></tr></table><p><time datetime="2022">then</time></p>'
    )
    (chapter,) = chapters([("a.md", "a/", f"<article><h1>A page</h1>{text}</article>")])
    assert "".join(html.tostring(part, encoding="unicode") for part in chapter.body[1:]) == text


PART = "<article><h1>A part</h1></article>"
PASSAGE = """<article><h1>A page</h1><div class="passage">
<section class="claim"><h2 id="claim-1"><a class="claim__number">1</a> A claim</h2></section>
<aside class="annotation" id="annotation-1a"><p class="annotation__facts"><a class="annotation__label">1a</a>
<span class="kind" data-kind="update">Update</span> <span class="annotation__date">checked</span></p></aside>
</div></article>"""


def test_the_contents_of_the_epub_have_below_a_page_its_claims_and_then_the_pages_that_it_heads() -> None:
    part = f"{PART[:-10]}{PASSAGE[27:]}".replace("claim-1", "claim-3").replace(">1<", ">3<")
    book = chapters([("part/index.md", "part/", part), ("part/page.md", "part/page/", PASSAGE), ("a.md", "a/", PAGE)])
    headed = Entry("part-page.xhtml", "A page", [Entry("part-page.xhtml#claim-1", "1 A claim")])
    assert contents(book) == [
        Entry("part.xhtml", "A part", [Entry("part.xhtml#claim-3", "3 A claim"), headed]),
        Entry("a.xhtml", "A page"),
    ]


def test_in_a_part_of_the_pdf_each_bookmark_is_below_that_of_what_it_stands_in() -> None:
    book = join(chapters([("part/index.md", "part/", PART), ("part/page.md", "part/page/", PASSAGE)]), "")
    made = pdf(book, FACTS, OVERRIDES / "templates", CSS, PROJECT)
    with pikepdf.open(BytesIO(made)) as opened, opened.open_outline() as outline:
        items, titles = outline.root, []
        while items:
            titles.append([str(item.title) for item in items])
            items = [child for item in items for child in item.children]
    assert titles == [["Contents", "A part"], ["A page"], ["1 A claim"], ["1a Update"]]


# --- What a page links to and shows besides pages ---


def test_a_link_to_a_file_leads_from_the_book_to_where_it_led_from_its_page() -> None:
    page = """<article><h1>A page</h1><p><a href="../map.csv?raw#top">Data</a> <a href="/claims.csv">Claims</a>
    <a href="https://else.test/x">Else</a></p></article>"""
    book = chapters([("part/page.md", "part/page/", page)])
    for made in (join(book, ADDRESS), split(book, ADDRESS)):
        assert made[0].body.xpath(".//a/@href") == [
            f"{ADDRESS}part/map.csv?raw#top",
            f"{ADDRESS}claims.csv",
            "https://else.test/x",
        ]
    assert join(book, "")[0].body.xpath(".//a/@href") == ["https://else.test/x"]


def test_a_drawing_uses_the_shapes_of_its_own_page() -> None:
    drawing = '<article><svg><path id="shape-{0}" d="{0}"/><use href="#shape-{0}" x="1"/></svg></article>'
    texts = [("a.md", "a/", drawing.format("disc")), ("b.md", "b/", drawing.format("disc"))]
    for chapter in join(chapters(texts), ""):
        (shape,) = chapter.body.xpath(".//use/@href")
        assert shape == f"#{chapter.body.xpath('string(.//path/@id)')}"


@pytest.fixture
def shown(tmp_path: Path) -> tuple[Path, list[Chapter]]:
    """A site with an image, and a book of two pages that show it, beside some that no book can show."""
    (tmp_path / "part").mkdir()
    Image.new("RGB", (40, 30), "#86291b").save(tmp_path / "part" / "a map.PNG")
    (tmp_path / "part" / "x.avif").write_bytes(b"")
    others = ("../lost.png", "https://else.test/x.png", "../x.avif")
    lost = "".join(f'<img src="{source}" alt="Another">' for source in others)
    pages = {"part/index.md": "a%20map.PNG", "part/page.md": "../a%20map.PNG"}
    return tmp_path, chapters(
        (name, name.removesuffix("index.md").replace(".md", "/"), page)
        for name, source in pages.items()
        for page in [f'<article><h1>A page</h1><p>See <img src="{source}" alt="A map">.{lost}</p></article>']
    )


def test_the_epub_has_every_image_of_the_text_once(shown: tuple[Path, list[Chapter]]) -> None:
    site, book = shown
    made = ZipFile(BytesIO(epub(split(book, ""), FACTS, render, WORK.date, CSS, site)))
    assert made.read("EPUB/image-1.png") == (site / "part" / "a map.PNG").read_bytes()
    for name in ("part", "part-page"):
        images = html.fromstring(made.read(f"EPUB/{name}.xhtml")).iter("img")
        assert [(image.get("src"), image.get("alt")) for image in images] == [("image-1.png", "A map")]
    package = made.read("EPUB/package.opf").decode()
    assert package.count('href="image-1.png" media-type="image/png"/>') == package.count('<item id="image-') == 1
    assert '<meta property="schema:accessMode">visual</meta>' in package


def test_the_pdf_shows_every_image_of_the_text_with_its_words(shown: tuple[Path, list[Chapter]]) -> None:
    site, book = shown
    made = pdf(join(book, ""), FACTS, OVERRIDES / "templates", CSS, site)
    found = [each for sheet in PdfDocument(made) for each in sheet.get_objects([FPDF_PAGEOBJ_IMAGE])]
    assert [each.get_px_size() for each in found] == [(40, 30)] * 2
    with pikepdf.open(BytesIO(made)) as opened:
        tags = [tag for tag in opened.objects if isinstance(tag, pikepdf.Dictionary) and tag.get("/S") == "/Figure"]
        assert [str(tag.Alt) for tag in tags] == ["A map"] * 2


def test_the_page_for_printing_shows_the_images_of_the_site(shown: tuple[Path, list[Chapter]]) -> None:
    made = html.fromstring(one_page(join(shown[1], ADDRESS))).xpath("//img[@alt='A map']/@src")
    assert made == ["../part/a%20map.PNG"] * 2


def test_a_title_with_marks_of_a_stylesheet_is_printed_as_it_is() -> None:
    environment = templates()
    environment.filters["spoken_date"] = spoken_date
    title = 'A "war" \\ of <words>'
    settings = replace(SETTINGS, title=title)
    style = environment.get_template("partials/print.html").render(settings=settings, page={})
    (written,) = re.findall(r'@top-left \{ content: "((?:[^"\\<]|\\.)*)" \}', style)
    assert re.sub(r"\\(3c |.)", lambda mark: "<" if mark[1] == "3c " else mark[1], written) == title

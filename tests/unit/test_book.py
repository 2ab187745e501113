"""The book keeps of a page what its readers and their programs read, without a build."""

from io import BytesIO

import pikepdf
from annotated_edition.figures.hues import variables_of
from annotated_edition.formats.book import chapters
from annotated_edition.formats.book_links import join
from annotated_edition.formats.epub import Entry, contents
from annotated_edition.formats.formats import facts_of
from annotated_edition.formats.pdf import pdf
from fixtures.builder import PROJECT, VOCABULARY
from fixtures.citable import small_work
from lxml import html

PAGE = """<html><nav>Nav</nav><article class="md-content__inner"><h1 id="a">A  page</h1>
<p class="one" lang="de" style="x" data-search-exclude>Ein <em title="word">Wort</em> <a class="cite__open">Cite</a></p>
<button>Press</button></article></html>"""


def test_words_keep_their_language_and_what_only_serves_a_browser_goes() -> None:
    (chapter,) = chapters([("a.md", "a/", PAGE)])
    assert html.tostring(chapter.body, encoding="unicode") == (
        '<div><h1 id="a">A page</h1><p class="one" lang="de">Ein <em title="word">Wort</em></p></div>'
    )


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
    overrides, work = PROJECT / "overrides", small_work().work
    css = variables_of(overrides)
    made = pdf(book, facts_of(work, VOCABULARY, "", "", css), overrides / "templates", css)
    with pikepdf.open(BytesIO(made)) as opened, opened.open_outline() as outline:
        items, titles = outline.root, []
        while items:
            titles.append([str(item.title) for item in items])
            items = [child for item in items for child in item.children]
    assert titles == [["Contents", "A part"], ["A page"], ["1 A claim"], ["1a Update"]]

"""The book keeps of a page what its readers and their programs read, without a build."""

from annotated_edition.formats.book import chapters
from lxml import html

PAGE = """<html><nav>Nav</nav><article class="md-content__inner"><h1 id="a">A  page</h1>
<p class="one" lang="de" style="x" data-search-exclude>Ein <em title="word">Wort</em> <a class="cite__open">Cite</a></p>
<button>Press</button></article></html>"""


def test_words_keep_their_language_and_what_only_serves_a_browser_goes() -> None:
    (chapter,) = chapters([("a.md", "a/", PAGE)])
    assert html.tostring(chapter.body, encoding="unicode") == (
        '<div><h1 id="a">A page</h1><p class="one" lang="de">Ein <em title="word">Wort</em></p></div>'
    )

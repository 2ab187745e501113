"""The text of claims and annotations, taken out of the page."""

from annotated_edition.text.passage_html import PassageText, passage_html
from fixtures.reading import blocks
from markdown import markdown

PAGE = """
/// claim | 8
    title: The move shows trust
    at: p. 1
    words: high level
    verdict: disputed
    because: The sources differ.

The brief sees trust.
See [claim 7](#claim-7).

- one
- two
///

/// annotation | 8a
    kind: counterpoint
    date: 2026-11-24

Need, {too}(elsewhere.md).
///
""".replace("{too}", "[too]")


def texts(page: str = PAGE, address: str = "") -> dict[str, PassageText]:
    return passage_html(markdown(page, extensions=[blocks()]), address)


def test_a_claim_has_its_title_and_its_text_alone_and_an_annotation_its_text_without_label_kind_and_date() -> None:
    claim, annotation = (texts()[anchor] for anchor in ("claim-8", "annotation-8a"))
    assert claim.title == "The move shows trust"
    assert claim.text == "The brief sees trust. See claim 7. one two"
    assert (annotation.title, annotation.text) == ("", "Need, too.")
    assert annotation.html == '<p>Need, <a href="elsewhere.md">too</a>.</p>'


def test_links_are_made_absolute_where_the_address_is_known() -> None:
    address = "https://edition.test/background/"
    assert f'href="{address}#claim-7"' in texts(address=address)["claim-8"].html
    assert 'href="#claim-7"' in texts()["claim-8"].html


def test_what_means_something_only_in_the_page_is_left_there() -> None:
    html = """<aside class="annotation" id="annotation-8a"><p class="annotation__facts">8a</p>
    <p>One <span class="citation">(<a id="use-x" role="doc-biblioref" href="#reference-x">X 2022</a>)</span>
    <a class="cite__open" href="c/8a/">Cite</a><button>Close</button></p></aside>"""
    text = passage_html(html)["annotation-8a"]
    assert text.html.split() == ["<p>One", "(<a", 'href="#reference-x">X', "2022</a>)", "</p>"]
    assert text.text == "One (X 2022)"


def test_what_readers_read_or_follow_is_kept() -> None:
    kept = (
        '<p>One <em lang="de" title="The word">Wort</em> <a href="https://x.test/">x</a> '
        '<time datetime="2022">then</time></p><img src="map.png" alt="A map"><ol start="3"><li>Three</li></ol>'
    )
    html = f'<aside class="annotation" id="annotation-8a">{kept}</aside>'
    assert passage_html(html)["annotation-8a"].html == kept


def test_markup_of_the_text_is_escaped_once() -> None:
    html = '<aside class="annotation" id="annotation-8a"><p>A &lt; B &amp; C</p></aside>'
    assert passage_html(html)["annotation-8a"] == PassageText("", "<p>A &lt; B &amp; C</p>", "A < B & C")

"""The text of a page as the search takes it."""

from annotated_edition.text.sections import PageText, Section, read_text

PAGE = """
<h1>The issue</h1>
<p class="facts">1 claim, 1 annotation</p>
<p>The brief opens <span class="citation">(<a href="#r">Coffey 2022</a>)</span>; it asks
<span class="citation">(1)</span>, or says <span class="citation">(2)</span>: so <span class="citation">(3)</span>.</p>
<section class="claim" aria-labelledby="claim-1"><h2 id="claim-1">Borders</h2><p>A claim.</p></section>
<details><summary data-search-exclude="">Annotations</summary>
<aside class="annotation" id="annotation-1a"><p>A note.</p></aside></details>
<h2 id="rights">Rights</h2>
<p>The text is free.</p>
<ul>
<li>So is the code.</li>
</ul>
<dl><dt><span id="verdict-disputed">Disputed</span></dt>
<dd>Sources disagree.</dd></dl>
<h2 id="letter-a">A</h2>
<dl><div class="entry" id="term-aukus"><dt><dfn>AUKUS</dfn> <span class="entry__kind">Term</span></dt>
<dd>
<p>A partnership.</p>
<p class="entry__facts">Also: pact</p>
</dd></div></dl>
<figure class="figure" id="figure-2"><figcaption><h3 id="figure-2-title">Trade fell</h3></figcaption>
<svg><title>Trade</title></svg><p>In dollars.</p><p class="figure__sources">Sources: TASS</p></figure>
<section class="question" id="question-3"><h3 id="who-counted">Who counted?</h3>
<p class="question__facts">Asked in 2026</p><p>Nobody knows.</p><ul><li>Not yet.</li></ul></section>
"""


def test_sections_and_all_that_has_a_label_are_read_without_citations_and_what_is_said_around_them() -> None:
    anchors = ["claim-1", "annotation-1a", "term-aukus", "figure-2", "question-3"]
    assert read_text(PAGE, anchors) == PageText(
        (
            Section("", "The issue", "The brief opens; it asks, or says: so."),
            Section("rights", "Rights", "The text is free. So is the code. Disputed Sources disagree."),
        ),
        {
            "claim-1": "A claim.",
            "annotation-1a": "A note.",
            "term-aukus": "A partnership.",
            "figure-2": "In dollars.",
            "question-3": "Nobody knows. Not yet.",
        },
        (Section("verdict-disputed", "Disputed", "Sources disagree."),),
    )


def test_a_page_without_text_is_still_a_section() -> None:
    assert read_text("<h1>Changes</h1>").sections == (Section("", "Changes", ""),)
    assert read_text("").sections == ()

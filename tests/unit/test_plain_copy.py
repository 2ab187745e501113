"""The copy of a page holds what is read on it, in Markdown, and no controls."""

import pytest
from annotated_edition.formats.plain_copy import plain_copy

PAGE = '<html><nav>Nav</nav><article class="md-content__inner md-typeset">{}</article><footer>Foot</footer></html>'


@pytest.mark.parametrize(
    ("html", "copy"),
    [
        ("<h1>Title</h1><p>One\n two <em>three</em>.</p>", "# Title\n\nOne two *three*."),
        (
            '<p>Held <span>(<a role="doc-biblioref" href="#reference-a">Smith 2020</a>, 3)</span>.</p>',
            "Held (Smith 2020, 3).",
        ),
        ('<p><a href="../issue/#claim-1">claim 1</a></p>', "[claim 1](../issue/#claim-1)"),
        ('<p>As <a class="term" href="../glossary/#term-nato">NATO</a> holds</p>', "As NATO holds"),
        ("<ol><li value=4>Four</li><li>Five</li></ol>", "4. Four\n5. Five"),
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
        ("<p>One,<br>two <q>three <em>four</em></q></p>", "One,  \ntwo “three four”"),
        ('<p><abbr title="North">N.</abbr> <a title="Why" href="#b">B</a> a_b</p>', "N. [B](#b) a_b"),
        ("<ul><li><p>One</p><p>Two</p></li></ul>", "- One\n\n  Two"),
        ("<dl><dt>Term</dt><dd>What it is.</dd></dl>", "**Term**\n\nWhat it is."),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>3</p></td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        ("<pre><code>a\n  b</code></pre><blockquote><p>Said.</p></blockquote>", "```\na\n  b\n```\n> Said."),
        (
            '<p>Seen<span class="visually-hidden"> and heard</span></p><button>Press</button><svg><text>x</text></svg>',
            "Seen",
        ),
        ("<p></p><div>Bare <b>text</b></div>", "Bare **text**"),
    ],
)
def test_what_is_read_is_kept(html: str, copy: str) -> None:
    assert plain_copy(PAGE.format(html)) == copy


def test_a_reference_says_its_type_and_how_it_was_checked() -> None:
    html = (
        '<p class="reference__facts"><span class="reference__type">News report</span> '
        '<span class="reference__verified">Read in part</span> <a href="#x">Cite</a></p>'
    )
    assert plain_copy(PAGE.format(html)) == "News report; Read in part."


def test_links_are_absolute_where_the_address_is_known() -> None:
    copy = plain_copy(PAGE.format('<p><a href="#claim-1">claim 1</a></p>'), "https://edition.test/issue/")
    assert copy == "[claim 1](https://edition.test/issue/#claim-1)"


def test_a_page_without_an_article_has_no_copy() -> None:
    assert plain_copy("<html></html>") == ""

"""What is left out of stylesheets and pages, and what must stay."""

import pytest
from annotated_edition.minify.html import short_html
from annotated_edition.minify.inline_styles import with_sheets
from annotated_edition.minify.unused_rules import Words, needed

PAGE = '<html dir="ltr"><body class="no-js page" data-scheme="light"><p id="here" class="said">'
SCRIPT = (
    'a.classList.add("made");b=`kept--${c}`;d(".sought");f(".sought[dir=rtl]","rtl");g("--asked");h("md-far","--far-a")'
)
WORDS = Words.read([PAGE], [SCRIPT], {})


@pytest.mark.parametrize(
    "css",
    [
        ".said{top:0}",
        "p>.said:hover::before{top:0}",
        ".made{top:0}",
        ".kept--all{top:0}",
        "#here{top:0}",
        "[data-scheme=light]{top:0}",
        "[data-other]{top:0}",
        ".said:not(.unsaid){top:0}",
        ".said:has(.unsaid){top:0}",
        ":is(.unsaid,.said) p{top:0}",
        "tbody{top:0}",
        "@media print{.said{top:0}}",
        "@keyframes turn{from{top:0}to{top:1px}}",
        ":root{--own:1px;top:var(--own)}",
        ":root{--asked:1px}",
        "@font-face{font-family:A}",
        '.said{background:url("data:image/svg+xml;charset=utf-8,<svg/>")}',
    ],
)
def test_what_could_match_stays_as_it_is(css: str) -> None:
    assert needed(css, WORDS) == css


@pytest.mark.parametrize(
    "css",
    [
        ".unsaid{top:0}",
        ".said .unsaid{top:0}",
        "p.unsaid,.said #there{top:0}",
        ".sought{top:0}",
        "kbd{top:0}",
        "[data-scheme=dark]{top:0}",
        "[dir=rtl] .said{top:0}",
        ":is(.unsaid,kbd){top:0}",
        "@media print{.unsaid{top:0}}",
        "/* a comment */",
    ],
)
def test_what_nothing_can_match_goes(css: str) -> None:
    assert needed(css, WORDS) == ""


def test_of_a_list_of_selectors_those_that_could_match_stay() -> None:
    assert needed(".unsaid,.said,kbd{top:0}", WORDS) == ".said{top:0}"


def test_a_property_that_nothing_asks_for_goes_and_one_that_a_page_asks_for_stays() -> None:
    assert needed(":root{--own:1px;--lost:2px;top:0}", WORDS, ['<svg fill="var(--own)">']) == ":root{--own:1px;top:0}"


def test_what_a_script_makes_only_of_a_mark_is_needed_where_a_page_has_the_mark() -> None:
    css = ".md-far{top:0}:root{--far-a:1px}"
    for mark, kept in (("said", css), ("unsaid", ":root{}")):
        words = Words.read([PAGE], [SCRIPT], {"md-far": mark, "--far": mark})
        assert needed(css, words) == kept


def test_a_page_loses_the_space_between_its_lines_and_no_other() -> None:
    html = "<p>\n\n   a  b\u00a0\n</p>\r\n\t<pre>\n\n  c\n</pre>\n<script>\n\n d</script>"
    assert short_html(html) == "<p>\na  b\u00a0\n</p>\n<pre>\n\n  c\n</pre>\n<script>\n\n d</script>"


def sheets(css: str) -> str:
    """What becomes of the link to a stylesheet."""
    return with_sheets('<link rel="stylesheet" href="../a.css">', {"../a.css": ("assets/a.css", css)}.__getitem__)


def test_a_stylesheet_stands_in_the_page_under_its_name() -> None:
    css = ".a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'></svg>\")}"
    assert sheets(css) == f'<style data-sheet="assets/a.css">{css}</style>'


@pytest.mark.parametrize(
    "css", [".a{top:url(b.png)}", '.a{top:url("b.png")}', '@import "b.css";', ".a{top:'</style>'}"]
)
def test_a_stylesheet_that_would_not_mean_the_same_in_the_page_stays_linked_to(css: str) -> None:
    assert sheets(css) == '<link rel="stylesheet" href="../a.css">'


def test_other_links_stay() -> None:
    html = '<link rel="icon" href="../a.css"><a rel="stylesheet" href="../a.css">'
    assert with_sheets(html, {"../a.css": ("assets/a.css", "p{top:0}")}.__getitem__) == html

"""What is left out of stylesheets and pages, and what must stay."""

import pytest
from annotated_edition.minify.css import Asked, Names, asked, minified_css, purged
from annotated_edition.minify.pages import minified_html, with_sheets

PAGE = '<html dir="ltr"><body class="no-js page" data-scheme="light"><p id="here" class="said">'
SCRIPT = (
    'a.classList.add("made");b=`kept--${c}`;d(".sought");f(".sought[dir=rtl]","rtl");g("--asked");h("md-far","--far-a")'
)
NAMES = Names.read([Asked.read(PAGE)], [SCRIPT], {})


@pytest.mark.parametrize(
    "css",
    [
        ".said{top:0}",
        "p>.said:hover:before{top:0}",
        ".made{top:0}",
        ".kept--all{top:0}",
        "#here{top:0}",
        "[data-scheme=light]{top:0}",
        "[data-other]{top:0}",
        "[dir=ltr] .said{top:0}",
        ".said:not(.unsaid){top:0}",
        ".said:has(.unsaid){top:0}",
        ":is(.unsaid,.said) p{top:0}",
        "kbd{top:0}",
        "@media print{.said{top:0}}",
        "@keyframes unsaid{0%{top:0}to{top:1px}}.unsaid,.said{animation:1s unsaid}",
        ":root{--own:1px;top:var(--own)}",
        ":root{--asked:1px}",
        "@font-face{font-family:A}",
        ".said{background:url(\"data:image/svg+xml;charset=utf-8,<svg id='a'/>\")}",
    ],
)
def test_what_could_match_stays_as_it_is(css: str) -> None:
    assert purged(css, NAMES) == css


@pytest.mark.parametrize(
    "css",
    [
        ".unsaid{top:0}",
        ".said .unsaid{top:0}",
        "p.unsaid,.said #there{top:0}",
        ".sought{top:0}",
        "[data-scheme=dark]{top:0}",
        "[dir=rtl] .said{top:0}",
        ":is(.unsaid,#there){top:0}",
        "@media print{.unsaid{top:0}}",
        "/* a comment */",
    ],
)
def test_what_nothing_can_match_goes(css: str) -> None:
    assert purged(css, NAMES) == ""


def test_a_property_that_nothing_or_only_a_lost_one_asks_for_goes_and_one_that_a_page_asks_for_stays() -> None:
    assert (
        purged(":root{--own:1px;--lost:2px;top:0}", NAMES, asked('<svg fill="var(--own)">')) == ":root{--own:1px;top:0}"
    )
    assert purged(".unsaid{top:var(--a)}:root{--a:var(--b);--b:1px;top:0}", NAMES) == ":root{top:0}"


def test_what_a_script_makes_only_of_a_class_is_needed_where_a_page_has_the_class() -> None:
    css = ".md-far{top:0}:root{--far-a:1px;left:0}"
    for mark, kept in (("said", css), ("unsaid", ":root{left:0}")):
        names = Names.read([Asked.read(PAGE)], [SCRIPT], {"md-far": mark, "--far": mark})
        assert purged(css, names) == kept


def test_a_stylesheet_loses_comments_and_space_and_nothing_else() -> None:
    css = """
/* Why. */
.a {
  top: 0; /* so */

  & .b,
  &:not(.c > .d) {
    mask: url("data:image/svg+xml,<svg viewBox='0 0 12 12'><path d='M1 1; {2}'/></svg>");
    margin: calc(1px + 2%) 0;
  }
}
"""
    assert minified_css(css) == (
        ".a{top:0;& .b,&:not(.c>.d){margin:calc(1px + 2%) 0;"
        "mask:url(\"data:image/svg+xml,<svg viewBox='0 0 12 12'><path d='M1 1; {2}'/></svg>\")}}"
    )


def test_a_stylesheet_that_cannot_be_read_is_told_with_its_place() -> None:
    with pytest.raises(ValueError, match="selector at :1:8"):  # lines and columns are counted from 0
        minified_css(".a { top: 0 }\n.b { & ! { top: 0 } }")


def test_a_page_loses_the_space_between_its_lines_and_no_other() -> None:
    html = "<p>\n\n   a  b\u00a0\n</p>\r\n\t<pre>\n\n  c\n</pre>\n<script>\n\n d</script>"
    assert minified_html(html) == "<p>\na  b\u00a0\n</p>\n<pre>\n\n  c\n</pre>\n<script>\n\n d</script>"


CSS = "p{top:0}"


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
    assert with_sheets(html, {"../a.css": ("assets/a.css", CSS)}.__getitem__) == html


@pytest.mark.parametrize("first", ["switches", "passage"])
def test_what_styles_the_passages_is_linked_before_the_first_of_them(first: str) -> None:
    link, passages = '<link rel="stylesheet" href="a.css">', '<div class="passage"></div><div class="passage"></div>'
    body = f'<h1>A</h1><div class="{first}"></div>{passages}'
    assert with_sheets(link + body, {"a.css": ("a.css", CSS)}.__getitem__, "a.css") == (
        f'<h1>A</h1>{link}<div class="{first}"></div>{passages}'
    )


def test_what_styles_the_passages_stands_in_a_page_without_them() -> None:
    html = '<link rel="stylesheet" href="a.css"><h1>A</h1>'
    assert with_sheets(html, {"a.css": ("a.css", CSS)}.__getitem__, "a.css") == (
        f'<style data-sheet="a.css">{CSS}</style><h1>A</h1>'
    )

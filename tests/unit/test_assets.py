"""Stylesheets and scripts as they are sent."""

import assets


def test_a_stylesheet_loses_comments_and_space_and_nothing_else() -> None:
    css = """
/* Why. */
.a {
  color: red; /* so */

  & .b,
  &:not(.c > .d) {
    mask: url("data:image/svg+xml,<svg viewBox='0 0 12 12'><path d='M1 1; {2}'/></svg>");
    margin: calc(1px + 2px) 0;
  }
}
"""
    assert assets.short_css(css) == (
        ".a{color: red;& .b,&:not(.c > .d){"
        "mask: url(\"data:image/svg+xml,<svg viewBox='0 0 12 12'><path d='M1 1; {2}'/></svg>\");"
        "margin: calc(1px + 2px) 0}}"
    )


def test_a_script_loses_comments_and_indents_and_keeps_its_lines() -> None:
    script = '// Why.\n"use strict";\n\nif (a) {\n  // so\n  go("https://x"); // on\n  go("; // x");\n}\n'
    assert assets.short_js(script) == '"use strict";\nif (a) {\ngo("https://x");\ngo("; // x");\n}\n'

"""Stylesheets as they are sent."""

from annotated_edition.build import assets


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

"""The text of a page without what only serves a browser: controls, and space that nobody sees."""

import re

from lxml.html import HtmlElement

# Controls, offers of files, and lists that the book has once for all.
DROPPED_TAGS = ("button", "dialog", "form", "input", "nav", "script", "style", "template")
DROPPED_CLASSES = (
    *("cite", "cite__open", "downloads", "figure__files", "formats", "headerlink", "imprint", "scorecard__shapes"),
    *("switches", "timeline__data", "visually-hidden", "Z3988"),
)
FOOT = "self::section[@class='references' and @aria-labelledby]"  # of a page; the book has all references at its end
NARROW = "self::svg[@data-size='narrow']"  # of the drawings of a figure the one for small screens
KEPT = {
    *("id", "class", "href", "lang", "role", "title", "datetime", "src", "alt", "colspan", "rowspan", "scope", "start"),
    *("value", "aria-label", "aria-labelledby", "data-verdict", "data-outcome", "data-kind", "data-verified"),
    "data-annotated",
}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "header", "hr", "li", "ol", "p", "pre", "section", "svg", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul"),
}
OPENED = {"article": "div", "details": "div", "summary": "p"}
SPACE = re.compile(r"[ \t\r\n]+")  # not the space that keeps words together


def cleaned(article: HtmlElement) -> HtmlElement:
    """The text of an article, without controls, with space only where it is seen."""
    for part in list(article.xpath(f".//*[{_dropped()}] | .//comment()")):
        part.drop_tree()
    for element in article.iter():
        element.tag = OPENED.get(str(element.tag), element.tag)
        if element.tag != "svg" and next(element.iterancestors("svg"), None) is None:
            for attribute in set(element.attrib) - KEPT:
                del element.attrib[attribute]
    article.attrib.clear()
    _tidy(article)
    return article


def _dropped() -> str:
    classes = (f"contains(concat(' ', @class, ' '), ' {name} ')" for name in DROPPED_CLASSES)
    tags = (f"self::{tag}" for tag in DROPPED_TAGS)
    return " or ".join([*classes, *tags, FOOT, NARROW, "@popover", "@hidden", "self::summary[../@class='annotations']"])


def _tidy(element: HtmlElement) -> None:
    """Make of each space one, and of none at the edges of blocks, as a browser shows it."""
    if element.tag in ("pre", "svg"):
        return
    element.text = _trimmed(element.text, element, next(iter(element), element))
    for child in element:
        _tidy(child)
        following = child.getnext()
        child.tail = _trimmed(child.tail, child, element if following is None else following)


def _trimmed(text: str | None, before: HtmlElement, after: HtmlElement) -> str:
    """A text that stands between the edges of two elements."""
    text = SPACE.sub(" ", text or "")
    text = text.lstrip(" ") if before.tag in BLOCKS else text
    return text.rstrip(" ") if after.tag in BLOCKS else text

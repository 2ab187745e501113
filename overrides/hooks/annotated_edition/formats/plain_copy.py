"""A page as plain text in Markdown, made from what stands on the page, so that nothing is missing that a template adds.

What only serves the hand, such as controls and the citations of the page in every style, is left out.
"""

import re
from collections.abc import Callable

from html_to_markdown import ConversionOptions, convert
from lxml import html
from lxml.html import HtmlElement

from annotated_edition.interface import gettext

ARTICLE = '<article class="md-content__inner'
UNREAD = {"script", "style", "template", "noscript", "button", "form", "input", "nav", "dialog", "summary", "svg"}
UNREAD_CLASSES = {"visually-hidden", "cite", "switches", "md-source-file", "Z3988"}
LINES = re.compile(r"(<pre\b.*?</pre>)|\s*\n\s*", re.DOTALL)  # elsewhere the end of a line is a space
WORDS = {"claim__number", "term"}  # links that are words of the text; what they lead to is listed
OPTIONS = ConversionOptions(
    bullets="-",
    compact_tables=True,
    autolinks=False,
    expand_abbreviations=False,
    extract_metadata=False,
)


def plain_copy(page: str, address: str = "") -> str:
    """The article of a whole page of HTML, nothing where it has none; with an `address`, links are made absolute."""
    start, end = page.find(ARTICLE), page.rfind("</article>")
    if start < 0 or end < start:
        return ""
    article = LINES.sub(lambda found: found[1] or " ", page[start : end + len("</article>")])
    root = html.fragment_fromstring(article)
    if address:
        root.make_links_absolute(address, resolve_base_href=False)
    for element in reversed(list(root.iterdescendants())):  # what is within an element before the element
        if _is_read(element):
            _prepare(element)
        else:
            element.drop_tree()
    return (convert(html.tostring(root, encoding="unicode"), OPTIONS).content or "").strip()


def _is_read(element: HtmlElement) -> bool:
    """Whether an element is for readers."""
    if not isinstance(element.tag, str) or element.tag in UNREAD or "popover" in element.attrib:
        return False
    return not UNREAD_CLASSES & set(element.classes)


def _prepare(element: HtmlElement) -> None:
    """Say in words what only the look of an element says, or what Markdown has no sign for."""
    if change := CLASSES.get(element.get("class", "")) or TAGS.get(element.tag):
        change(element)
    elif element.get("role") == "note":  # an annotation or a tombstone, whose name is its heading
        heading = html.Element("h3")
        heading.text = element.get("aria-label")
        element.insert(0, heading)


def _claim(element: HtmlElement) -> None:
    """Head a claim by what it is."""
    for heading in element.iterchildren("h2"):
        number, _, title = _words(heading).partition(" ")
        _say(heading, gettext("Claim %(label)s: %(title)s", label=number, title=title))


def _claim_facts(element: HtmlElement) -> None:
    verdicts = [gettext("Verdict: %(word)s.", word=word) for word in _parts(element, "verdict")]
    outcomes = [gettext("Outcome: %(word)s.", word=word) for word in _parts(element, "outcome")]
    _say(element, " ".join([*verdicts, *outcomes]))


def _because(element: HtmlElement) -> None:
    element.text = gettext("Because: %(reason)s", reason=element.text or "")


def _annotation_facts(element: HtmlElement) -> None:
    """Say when it was last checked."""
    dates = [_words(time) for time in element.xpath("*[@class='annotation__date']/time")]
    _say(element, " ".join(gettext("Last checked %(date)s.", date=date) for date in dates))


def _link(element: HtmlElement) -> None:
    element.attrib.pop("title", None)
    if element.get("role") == "doc-biblioref" or WORDS & set(element.classes):
        element.drop_tag()


def _quotation(element: HtmlElement) -> None:
    _say(element, gettext("“%(words)s”", words=_words(element)))
    element.drop_tag()


def _term(element: HtmlElement) -> None:
    """The library knows no lists of definitions, so a term is a paragraph of its own."""
    _say(element, _words(element))
    element.tag = "strong"
    element.getparent().replace(element, paragraph := html.Element("p"))
    paragraph.append(element)


def _numbers(element: HtmlElement) -> None:
    """The library counts from where a list starts, and knows no item that starts anew."""
    for item in element.xpath("li[1][@value]"):
        element.set("start", item.get("value"))


def _division(element: HtmlElement) -> None:
    element.tag = "div"


def _say(element: HtmlElement, text: str) -> None:
    """Put words in the place of all that an element holds."""
    del element[:]
    element.text = text


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _parts(element: HtmlElement, *classes: str) -> list[str]:
    return [_words(part) for part in element if part.get("class") in classes]


CLASSES: dict[str, Callable[[HtmlElement], None]] = {
    "claim": _claim,
    "claim__facts": _claim_facts,
    "claim__because": _because,
    "claim__at": lambda element: _say(element, f"{_words(element)}."),
    "annotation__facts": _annotation_facts,
    "reference__facts": lambda element: _say(
        element, f"{'; '.join(_parts(element, 'reference__type', 'reference__verified'))}."
    ),
}
TAGS: dict[str, Callable[[HtmlElement], None]] = {
    "a": _link,
    "q": _quotation,
    "ol": _numbers,
    "dt": _term,
    "dd": _division,
    "figcaption": _division,
}

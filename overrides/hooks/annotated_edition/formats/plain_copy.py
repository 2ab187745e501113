"""A page as plain text in Markdown, made from what stands on the page, so that nothing is missing that a template adds.

What only serves the hand, such as controls and the citations of the page in six styles, is left out.
"""

from collections.abc import Callable, Iterator

from lxml import html

from annotated_edition.formats.plain_words import Element, inline, inside, is_read

ARTICLE = '<article class="md-content__inner'
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"p", "div", "section", "aside", "article", "ul", "ol", "li", "dl", "dt", "dd", "table", "details", "figure"}
BLOCKS |= {"figcaption", "blockquote", "pre", "hr", *HEADINGS}


def plain_copy(page: str, address: str = "") -> str:
    """The article of a whole page of HTML, nothing where it has none; with an `address`, links are made absolute."""
    start, end = page.find(ARTICLE), page.rfind("</article>")
    if start < 0 or end < start:
        return ""
    root = html.fragment_fromstring(page[start : end + len("</article>")])
    if address:
        root.make_links_absolute(address, resolve_base_href=False)
    return "\n\n".join(_blocks(root))


def _blocks(element: Element) -> Iterator[str]:
    """The blocks in an element; text that stands between them is a block too."""
    run = [element.text or ""]
    for child in element:
        if is_read(child) and child.tag in BLOCKS:
            yield from _paragraph("".join(run))
            yield from _block(child)
            run = []
        elif is_read(child):
            run.append(inline(child))
        run.append(child.tail or "")
    yield from _paragraph("".join(run))


def _paragraph(text: str) -> Iterator[str]:
    if said := " ".join(text.split()):
        yield said


def _block(element: Element) -> Iterator[str]:
    if element.tag in HEADINGS:
        yield from _heading(element)
    elif element.tag in ("ul", "ol"):
        yield from _list(element)
    elif element.tag == "dt":
        yield f"**{inside(element)}**"
    elif element.tag == "dd":
        yield f":   {_indented(element, 4)}"
    elif element.tag == "table":
        yield _table(element)
    elif element.tag == "pre":
        yield f"```\n{element.text_content().rstrip()}\n```"
    elif element.tag == "blockquote":
        yield "\n".join(f"> {line}" for line in "\n\n".join(_blocks(element)).split("\n"))
    elif facts := FACTS.get(element.get("class", "")):
        yield facts(element)
    else:
        if element.get("role") == "note":  # an annotation or a tombstone, whose name is its heading
            yield f"### {element.get('aria-label')}"
        yield from _blocks(element)


def _heading(element: Element) -> Iterator[str]:
    text = inside(element)
    if element.getparent() is not None and element.getparent().get("class") == "claim":
        number, _, title = text.partition(" ")
        text = f"Claim {number}: {title}"
    if text:
        yield f"{'#' * HEADINGS[element.tag]} {text}"


def _list(element: Element) -> Iterator[str]:
    number = int(element.get("start", "1"))
    items = []
    for item in element.iterchildren("li"):
        number = int(item.get("value", number))
        mark = f"{number}." if element.tag == "ol" else "-"
        items.append(f"{mark} {_indented(item, len(mark) + 1)}")
        number += 1
    if items:
        yield "\n".join(items)


def _indented(element: Element, spaces: int) -> str:
    return "\n\n".join(_blocks(element)).replace("\n", f"\n{' ' * spaces}").replace(f"\n{' ' * spaces}\n", "\n\n")


def _table(element: Element) -> str:
    rows = [[_cell(cell) for cell in row.iterchildren("th", "td")] for row in element.iter("tr")]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{' --- |' * len(rows[0])}" if rows else ""
    caption = [inside(each) + "\n" for each in element.iterchildren("caption")]
    return "\n".join([*caption, *lines[:1], rule, *lines[1:]])


def _cell(cell: Element) -> str:
    return " ".join(" ".join(_blocks(cell)).split()).replace("|", "\\|")


def _claim_facts(element: Element) -> str:
    words = zip(("Verdict", "Outcome"), _parts(element, "verdict", "outcome"), strict=False)
    return " ".join(f"{name}: {word}." for name, word in words)


def _because(element: Element) -> str:
    return f"Because: {inside(element)}"


def _place(element: Element) -> str:
    return f"{inside(element)}."


def _annotation_facts(element: Element) -> str:
    return f"Last {' '.join(_parts(element, 'annotation__date'))}."


def _reference_facts(element: Element) -> str:
    return "; ".join(_parts(element, "reference__type", "reference__verified")) + "."


def _parts(element: Element, *classes: str) -> list[str]:
    return [inside(part) for part in element if part.get("class") in classes]


FACTS: dict[str, Callable[[Element], str]] = {
    "claim__facts": _claim_facts,
    "claim__because": _because,
    "claim__at": _place,
    "annotation__facts": _annotation_facts,
    "reference__facts": _reference_facts,
}

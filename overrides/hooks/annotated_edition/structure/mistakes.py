"""Every mistake in the text and in references.bib, those included that only show when all pages are together."""

import re
from collections.abc import Iterator

from annotated_edition.blocks.checks import MARKUP
from annotated_edition.blocks.links import Link
from annotated_edition.figures.figures import data_problems
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.entries import entry_problems
from annotated_edition.structure.pages import Page
from annotated_edition.structure.values import BRACES, VALUE
from annotated_edition.text.problems import Problem, line_of

UNMARKED = re.compile(r"\[([a-z][a-z0-9]*)(?:,[^\[\]\n]*)?\](?![(\[:])")  # what might cite a work
ID = re.compile(r"""<[a-z][^>]*?\sid=["']?([^"'\s>]+)""")


def mistakes(edition: Edition) -> list[Problem]:
    """Every mistake in the text and in references.bib, in the order of pages and lines."""
    found = [problem for page in edition.pages.values() for problem in page.problems]
    found += [*_ill_titled(edition), *_repeated_labels(edition), *_dead_links(edition), *_unknown_values(edition)]
    found += [*_unknown_keys(edition), *edition.registry.problems]
    # Of a claim with a mistake in it, too, which is named once and no more.
    numbers = {block.label for page in edition.pages.values() for block in page.blocks if block.name == "claim"}
    found += [*edition.timeline.problems(numbers), *edition.glossary.problems()]
    found += data_problems(list(edition.figures.values()), edition.registry.knows, numbers)
    found += entry_problems(edition.registry, edition.vocabulary)
    if not edition.registry.problems:
        found += _uncited_entries(edition)
    return sorted(found)


def _ill_titled(edition: Edition) -> Iterator[Problem]:
    """Pages with something wrong in that by which they are cited, listed and found."""
    for page in edition.pages.values():
        if page.title == page.name:
            yield Problem(page.name, 0, "page", "has no title", "begin its text with one, as in # The issue")
        elif MARKUP.search(page.title):
            wrong = "its title has a link, a citation or a mark of emphasis in it"
            yield Problem(page.name, 0, "page", wrong, "write plain words")


def _repeated_labels(edition: Edition) -> Iterator[Problem]:
    first: dict[str, tuple[str, int]] = {}
    for page in edition.pages.values():
        for block in page.blocks:
            if block.name == "moved":
                continue  # for its label stands on another page
            other, line = first.setdefault(block.subject, (page.name, block.line))
            if (other, line) != (page.name, block.line):
                wrong = f"its label is used already, in line {line} of {other}"
                yield Problem(page.name, block.line, block.subject, wrong, "give it a label of its own")


def dead_links(edition: Edition) -> list[Link]:
    """Links to a passage, term or event that is not where they point; a missing page is named elsewhere."""
    anchors = {(page.name, anchor) for page in edition.pages.values() for anchor in page.anchors}
    return [
        link for link in edition.links if link.target in edition.pages and (link.target, link.anchor) not in anchors
    ]


def _dead_links(edition: Edition) -> Iterator[Problem]:
    where = {anchor: page.name for page in edition.pages.values() for anchor in page.anchors}
    for link in dead_links(edition):
        wrong = f"points to {link.target}#{link.anchor}, which does not exist"
        remedy = "correct the label"
        if link.anchor in where:
            wrong = f"points to {link.target}, where {link.anchor} does not stand"
            remedy = f"link to {where[link.anchor]}#{link.anchor}"
        yield Problem.in_line(link.page, link.line, wrong, remedy, "link")


def _unknown_values(edition: Edition) -> Iterator[Problem]:
    verdicts, outcomes = edition.vocabulary.verdicts, edition.vocabulary.outcomes_of
    # A verdict, and one with an outcome: supported or forecast, mixed.
    words = [next(iter(verdicts)), *(f"{verdict}, {next(iter(words))}" for verdict, words in outcomes.items())][:2]
    remedy = f"use count, count: with words such as {' or '.join(words)}, or {', '.join(edition.facts)}"
    for page in edition.pages.values():
        for number, line in enumerate(page.text.split("\n"), start=1):
            for found in VALUE.finditer(line):
                if edition.value(found[1]) is None:
                    yield Problem.in_line(page.name, number, "is not known", remedy, f"value {found[0]}")
            if BRACES.search(VALUE.sub("", line)):
                wrong, right = "is not between {{ and }}", "write it as {{ count }}, in one line"
                yield Problem.in_line(page.name, number, wrong, right, "value")


def _unknown_keys(edition: Edition) -> Iterator[Problem]:
    for page in edition.pages.values():
        of_data = {figure.bracket for figure in page.figures}  # whose mistakes are named with their rows
        for citation in page.citations:
            for key in citation.keys:
                if not edition.registry.knows(key) and citation.text not in of_data:
                    wrong, remedy = f"is not in {edition.registry.page}", "add it, or correct the key"
                    if edition.registry.knows(key.lower()):
                        remedy = f"write @{key.lower()}"
                    yield Problem.in_line(citation.page, citation.line, wrong, remedy, f"citation @{key}")
        for found in UNMARKED.finditer(page.text):
            if found[1] in edition.registry.bib_data.entries:
                line, remedy = line_of(page.text, found.start()), f"write [@{found[0][1:]}"
                yield Problem.in_line(page.name, line, "has no @", remedy, f"citation {found[0]}")


def _uncited_entries(edition: Edition) -> Iterator[Problem]:
    for key in edition.registry.bib_data.entries:
        if key not in edition.uses:
            yield edition.registry.problem(key, "is cited nowhere", "cite it or delete it")


def lost_labels(page: Page, html: str) -> Iterator[Problem]:
    """Everything that was read with a label and whose id is not in the rendered HTML of its page.

    pymdownx leaves a block that it does not take for one as the text that it is written as, without a word. That
    happens within lists and raw HTML, and where a kind of block is at fault.
    """
    ids = set(ID.findall(html))
    for item in page.items:
        if item.anchor not in ids:
            wrong = f"was read, but the rendered page has no {item.anchor}"
            yield item.problem(wrong, "take it out of any list or HTML tag")

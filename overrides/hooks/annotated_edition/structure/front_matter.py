"""What stands above the text of a page, between two lines of ---, and what is wrong with it.

MkDocs takes what it cannot read there for something else, without a word:
https://www.mkdocs.org/user-guide/writing-your-docs/#yaml-style-meta-data.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import yaml

from annotated_edition.blocks.options import OptionError, OptionLoader, shortened
from annotated_edition.text.problems import Problem, line_of

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
BEGUN = re.compile(r"\A---[ \t]*\n")
MISPLACED = re.compile(r"\A(?:\s*\n *---|\s*-{4,})[ \t]*\n[a-z]+:[ \n]")
QUOTE = 'put the whole value in quotation marks, as in name: "value"'
NAMES = ("description", "also", "template")  # that our pages have; themes and plugins read others


def front_matter_problems(page: str, markdown: str, most: int) -> Iterator[Problem]:
    """Every mistake in it. `most` is the number of characters that a description may have."""
    found = FRONT_MATTER.match(markdown)
    if found is None:
        if BEGUN.match(markdown):
            yield Problem.in_line(page, 1, "begins a description that is not closed", "end it with a line that is ---")
        elif MISPLACED.match(markdown):
            line = line_of(markdown, len(markdown) - len(markdown.lstrip()))
            remedy = "write --- in the first line of the file"
            yield Problem.in_line(page, line, "is to begin a description and does not", remedy)
        return
    line = 2
    try:
        facts = yaml.load(found[1], OptionLoader)  # a SafeLoader
    except OptionError as error:
        yield Problem(page, line, "description", error.wrong.removeprefix("the option "), error.remedy)
        return
    except yaml.MarkedYAMLError as error:
        facts = None
        line += error.problem_mark.line if error.problem_mark else 0
    if not isinstance(facts, dict):
        yield Problem.in_line(page, line, "cannot be read as YAML, here or above", QUOTE)
        return
    if cut := shortened(found[1].split("\n"), facts):
        yield Problem(page, line, "description", *cut)
    yield from _faults(page, facts, most)


def _faults(page: str, facts: Mapping[str, object], most: int) -> Iterator[Problem]:
    for name in map(str, facts):
        near = get_close_matches(name, NAMES, n=1, cutoff=0.8)
        if near and name not in NAMES:
            yield Problem(page, 2, name, "is not known", f"write {near[0]}")
    description = facts.get("description", "-")
    if isinstance(description, list | dict):
        yield Problem(page, 2, "description", "is no text", QUOTE)
    elif description is None:
        yield Problem(page, 2, "description", "is empty", "write its text after the colon, or delete the line")
    elif (count := len(str(description))) > most:
        yield Problem(page, 2, "description", f"has {count} characters", f"say it in at most {most}")

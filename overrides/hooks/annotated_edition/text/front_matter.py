"""What stands above the text of a page between two lines of ---, as YAML: its description and its template.

MkDocs takes what it cannot read there for something else, without a word:
https://www.mkdocs.org/user-guide/writing-your-docs/#yaml-style-meta-data.
"""

import re
from collections.abc import Iterator

import yaml

from annotated_edition.text.problems import Problem

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def front_matter_problems(page: str, markdown: str) -> Iterator[Problem]:
    """The mistake in the front matter of a page, if there is one."""
    found = FRONT_MATTER.match(markdown)
    if found is None:
        if re.match(r"---[ \t]*\n", markdown):
            yield Problem(
                page, 1, "line 1", "begins a description that is not closed", "end it with a line that is ---"
            )
        return
    line = 2
    try:
        facts = yaml.safe_load(found[1])
    except yaml.MarkedYAMLError as error:
        facts = None
        line += error.problem_mark.line if error.problem_mark else 0
    if not isinstance(facts, dict):
        wrong = "cannot be read as YAML, here or above"
        yield Problem(page, line, f"line {line}", wrong, 'put the whole value in quotation marks, as in name: "value"')

"""Count the words that readers read in some Markdown."""

import re

from annotated_edition.text.citations import BRACKET
from annotated_edition.text.values import VALUE

LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
ATTRIBUTES = re.compile(r"\{:?[ .#][^}\n]*\}")
WORD = re.compile(r"\S*\w\S*")


def count_words(markdown: str) -> int:
    """How many words there are: without citations, addresses and attributes, a value as one."""
    markdown = VALUE.sub("0", BRACKET.sub("", markdown))
    return len(WORD.findall(LINK.sub(r"\1", ATTRIBUTES.sub("", markdown))))

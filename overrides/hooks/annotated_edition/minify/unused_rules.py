"""Leaves out of a stylesheet the rules that nothing on the site can ever match.

The theme's stylesheets are made for all that a site could use. A rule goes when its selector asks for an element, a
class, an id or the value of an attribute that stands in no page and that no script could add; a custom property goes
when nothing asks for it. What might be needed stays: states are not looked at, nor is what stands in :not() or :has().
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.ast import LiteralToken

TAG = re.compile(r"<([a-z][a-z\d]*)")
VALUE = re.compile(r'="([^"]*)"')
IMPLIED = {"tbody"}  # an element that browsers add, also where no page writes it
# Not after a dot: that is a property of an object, or a selector by which a script looks for what stands in a page.
WORD = re.compile(r"(?<![.\w-])[\w-]+")
BEGINNING = re.compile(r"[A-Za-z_][\w-]*-")  # of a word that a script puts together
FIXED = "dir"  # an attribute that no script sets
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
NESTING = {"media", "supports", "layer", "container"}


@dataclass(frozen=True)
class Words:
    """What a selector can ask for with success: words said in pages or written in scripts, and beginnings of these."""

    said: frozenset[str]
    written: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def read(cls, pages: Iterable[str], scripts: Iterable[str], makes: Mapping[str, str]) -> "Words":
        """Every element and the values of all attributes in the HTML of the pages, and every word of the scripts.

        `makes` says what the scripts make only of a mark in a page: the beginning of its words, and the mark.
        """
        said = set(IMPLIED)
        for page in pages:
            said.update(TAG.findall(page))
            said.update(word for value in VALUE.findall(page) for word in value.split())
        unmade = tuple(beginning for beginning, mark in makes.items() if mark not in said)
        written = {word for script in scripts for word in WORD.findall(script) if not word.startswith(unmade)}
        return cls(frozenset(said), frozenset(written), tuple(sorted(filter(BEGINNING.fullmatch, written))))

    def __contains__(self, word: str) -> bool:
        return word in self.said or word in self.written or word.startswith(self.beginnings)


def needed(css: str, words: Words, others: Collection[str] = ()) -> str:
    """What is needed of a stylesheet; `others` are texts that may ask for its custom properties as well."""
    rules = list(_rules(_parsed(css), words))
    asked = {name for text in (tinycss2.serialize(rules), *others) for name in ASKED.findall(text)} | words.written
    for rule in _innermost(rules):
        rule.content = _joined(";", [part for part in _parts(rule.content, ";") if _is_asked(part, asked)])
    return str(tinycss2.serialize(rules))


@lru_cache(maxsize=4)
def _parsed(css: str) -> list[Any]:
    """The rules of a stylesheet: kept for a server's next build, since to read them takes longer than to choose."""
    return _nested(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _nested(nodes: list[Any]) -> list[Any]:
    """The same with rules in the place of what they are written with, within the rules that hold others."""
    for node in filter(_is_nesting, nodes):
        node.content = _nested(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
    return nodes


def _rules(nodes: Iterable[Any], words: Words) -> Iterator[Any]:
    """Copies of the rules that can match; what they were read from stays as it is."""
    for node in map(copy, nodes):
        if node.type == "qualified-rule":
            selectors = [selector for selector in _parts(node.prelude, ",") if _can_match(selector, words)]
            node.prelude = _joined(",", selectors)
            if selectors:
                yield node
        elif _is_nesting(node):
            node.content = list(_rules(node.content, words))
            if node.content:
                yield node
        else:
            yield node


def _innermost(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield node
        elif _is_nesting(node):
            yield from _innermost(node.content)


def _is_nesting(node: Any) -> bool:
    return node.type == "at-rule" and node.lower_at_keyword in NESTING and node.content is not None


def _can_match(selector: list[Any], words: Words) -> bool:
    return all(_is_met(before, token, words) for before, token in zip([None, *selector], selector, strict=False))


def _is_met(before: Any, token: Any, words: Words) -> bool:
    match token.type:
        case "ident":
            return before == ":" or token.value in words
        case "hash":
            return token.value in words
        case "[] block":
            return _has_value(token.content, words)
        case "function" if token.lower_name in ("is", "where"):
            # One of its parts lends its specificity to all, so they stay or go together.
            return any(_can_match(part, words) for part in _parts(token.arguments, ","))
    return True


def _has_value(content: list[Any], words: Words) -> bool:
    """Whether an attribute can have the value that a selector asks for, where it asks for one as a whole."""
    tokens = [token for token in content if token.type != "whitespace"]
    if len(tokens) != 3 or tokens[1] != "=":
        return True
    known = words.said if tokens[0].value == FIXED else words
    return all(word in known for word in tokens[2].value.split())


def _is_asked(declaration: list[Any], asked: Collection[str]) -> bool:
    """Whether it is none of a custom property, or of one that something asks for."""
    name = next((token for token in declaration if token.type != "whitespace"), None)
    return name is not None and (name.type != "ident" or not name.value.startswith("--") or name.value in asked)


def _parts(tokens: Iterable[Any], mark: str) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token == mark:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _joined(mark: str, parts: Iterable[list[Any]]) -> list[Any]:
    return [token for number, part in enumerate(parts) for token in [LiteralToken(0, 0, mark)][:number] + part]

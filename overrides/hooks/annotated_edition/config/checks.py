"""Every mistake in the settings, said like an editor's: where it stands, what is wrong, and what to do about it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from annotated_edition.blocks.options import OptionError, OptionLoader, repeated_name
from annotated_edition.config.schema import Extra, Words
from annotated_edition.config.sections import Fault, Section, checked
from annotated_edition.settings import FILE, VOCABULARY, WHERE, Settings
from annotated_edition.text.problems import Problem, decoded

OURS = ("edition", "moved", "formats")  # of what stands under extra
CUT = re.compile(r"\s+(?:word|definition|group): +[^\s\"'#].* #")  # a text of which the rest is a comment to YAML


def read_settings(extra: Mapping[str, Any], docs: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings under `extra`, with the vocabulary from the folder of pages; or None and every mistake in them."""
    ours = {name: extra[name] for name in OURS if name in extra}
    faults = checked(Section(Extra), ours)
    problems = [Problem(FILE, 0, f"extra.{path}".rstrip("."), wrong, remedy) for path, wrong, remedy in faults]
    named = ours.get("edition") or {}
    name = named.get("vocabulary") if isinstance(named, dict) else None
    words, found = read_words(name if isinstance(name, str) else VOCABULARY, docs)
    problems += found
    return (None, problems) if problems else (Settings.read(ours, words), [])


def repeated_problems(path: Path) -> Iterator[Problem]:
    """A setting that stands twice in a file of YAML, of which MkDocs takes the last, without a word."""
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), yaml.CSafeLoader)
    if node and (repeated := repeated_name(node)):
        yield Problem.in_line(path.name, repeated[1], f"{repeated[0]} is given twice", "keep one of them")


def read_words(name: str, docs: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The vocabulary in a file below docs/, and every mistake in it."""
    if not (docs / name).is_file():
        remedy = "put it back, or correct its path"
        return {}, [Problem(FILE, 0, f"{WHERE}.vocabulary", f"there is no file {name} in docs", remedy)]
    text, problems = decoded(name, (docs / name).read_bytes)
    try:
        words = yaml.load(text, OptionLoader)  # a SafeLoader
    except OptionError as error:
        return {}, [Problem.in_line(name, error.line, error.wrong.replace("the option ", ""), error.remedy)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        remedy = "look there for a colon, an indent or a quotation mark"
        return {}, [Problem.in_line(name, line, "cannot be read as YAML, here or above", remedy)]
    wrong, remedy = "is read up to the # and no further", "put the whole value in quotation marks"
    lines = enumerate(text.split("\n"), start=1)
    problems += [Problem.in_line(name, number, wrong, remedy) for number, line in lines if CUT.match(line)]
    faults = checked(Section(Words), words) or list(_contradictions(words))
    return words, [*problems, *(Problem(name, 0, path or "file", wrong, remedy) for path, wrong, remedy in faults)]


def _contradictions(words: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong between words that are each sound."""
    verdicts, outcomes, kinds = words["verdicts"], words.get("outcomes") or {}, words["kinds"]
    for name, facts in verdicts.items():
        for need in facts.get("needs") or ():
            for kind in need.split(" or "):
                if kind not in kinds:
                    yield f"verdicts.{name}.needs", f"“{kind}” is no kind", f"use {', '.join(kinds)}, with or between"
    for verdict in outcomes:
        if verdict not in verdicts:
            yield f"outcomes.{verdict}", "is no verdict", f"write the name of one of {', '.join(verdicts)}"
    # The path of the first that has a name, a word or a shape; kinds are not counted with verdicts and outcomes.
    first: dict[tuple[object, ...], str] = {}
    lists = {f"outcomes.{verdict}": group for verdict, group in outcomes.items()}
    for above, group in {"verdicts": verdicts, **lists, "kinds": kinds}.items():
        for name, facts in group.items():
            path = f"{above}.{name}"
            if (other := first.setdefault(("name", name, group is kinds), path)) != path:
                yield path, f"has the name of {other}, and counts go by names", "give it another"
            if (other := first.setdefault(("word", facts["word"], above), path)) != path:
                yield path, f"word “{facts['word']}” is that of {other}", "give it one that no other has"
            if (other := first.setdefault(("shape", facts["shape"]), path)) != path:
                yield path, f"shape “{facts['shape']}” is that of {other}", "give it one that no other word has"

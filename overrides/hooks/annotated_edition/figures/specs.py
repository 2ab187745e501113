"""Read the specification of a figure: a file in docs/data beside its data, in Vega-Lite's grammar, as YAML or JSON."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from annotated_edition.blocks.options import repeated_name
from annotated_edition.figures.grammar import Path, name_faults, nearest, shape_faults, walk
from annotated_edition.text.problems import Problem

ENDING = ".vl.yml"
DATUM = re.compile(r"\bdatum(?:\.(\w+)|\[['\"](\w+)['\"]\])")
NEW = ("as", "fields")  # what names a field that was not there before
IN_AXES = {"value", "label", "index"}  # of `datum` in the labels of an axis
ANY = {"line", "geometry", "properties", "type", "id"}  # the line of a row, and what an outline has


@dataclass(frozen=True)
class Source:
    """A specification as written, with the line of each of its parts, and every mistake in its form.

    One that cannot be drawn whatever the data are has no body.
    """

    page: str  # the path below docs/
    body: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, path: Path, wrong: str, remedy: str) -> Problem:
        """A mistake in a part; that of a part without a line of its own stands where the whole does that it is in."""
        while path and path not in self.lines:
            path = path[:-1]
        return Problem.in_line(self.page, self.lines.get(path, 1), wrong, remedy)

    @property
    def ours(self) -> Mapping[str, Any]:
        """What stands under usermeta."""
        found: Mapping[str, Any] = self.body.get("usermeta") or {}
        return found


def read_source(page: str, content: str) -> Source:
    """The specification at a path below docs/."""
    try:
        node = yaml.compose(content, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        wrong = f"cannot be read as YAML ({error.problem})"
        remedy = "indent by spaces, and put a value with a colon, a bracket or a quotation mark in quotation marks"
        return Source(page, problems=(Problem.in_line(page, line, wrong, remedy),))
    if node and (repeated := repeated_name(node)):
        name, line = repeated
        return Source(page, problems=(Problem.in_line(page, line, f"{name} is given twice", "keep one of them"),))
    lines: dict[Path, int] = {}
    body = _value(node, (), lines) if node else None
    if not isinstance(body, dict):
        remedy = "write a mark and an encoding, as CONTRIBUTING shows"
        return Source(page, problems=(Problem.in_line(page, 1, "is no specification of Vega-Lite", remedy),))
    source = Source(page, body, lines)
    if faults := list(shape_faults(body)):
        return replace(source, body={}, problems=tuple(source.problem(*fault) for fault in faults))
    return replace(source, problems=tuple(source.problem(*fault) for fault in name_faults(body)))


def _value(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Any:
    """What a node of YAML says; `lines` learns where each part stands."""
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        made: dict[str, Any] = {}
        for name, value in node.value:
            lines[*path, name.value] = name.start_mark.line + 1
            made[name.value] = _value(value, (*path, name.value), lines)
        return made
    if isinstance(node, yaml.SequenceNode):
        return [_value(value, (*path, number), lines) for number, value in enumerate(node.value)]
    return yaml.load(yaml.serialize(node), yaml.CSafeLoader)


def field_problems(source: Source, columns: Collection[str], limits: Collection[str]) -> Iterator[Problem]:
    """Name every field that neither the data have nor a transformation makes; `limits` are those that we add."""
    parts = list(walk(source.body))
    known = {*columns, *limits, *ANY}
    for path, value in parts:
        if path and path[-1] in NEW:
            known.update(value if isinstance(value, list) else [value])
        elif "values" in path and isinstance(value, dict):
            known.update(value)  # data written into the specification
    for path, value in parts:
        for name in _names(path, value):
            if name not in known and not (name in IN_AXES and "axis" in path):
                yield source.problem(path, f"the field “{name}” is not in the data", nearest(name, known, columns))


def file_problems(source: Source, data: str, files: Mapping[str, str]) -> Iterator[Problem]:
    """Name every file that the specification draws from, besides its own data, and that is not there or is no JSON."""
    for path, name in walk(source.body):
        if path[-2:] != ("data", "url") or name == data:
            continue
        if name not in files:
            yield source.problem(path, f"“{name}” is not in docs/data", nearest(name, files, [data, *files]))
            continue
        try:
            json.loads(files[name])
        except ValueError as error:
            yield source.problem(path, f"“{name}” cannot be read as JSON ({error})", "save it as JSON or GeoJSON")


def _names(path: Path, value: Any) -> list[str]:
    """The fields that a part names."""
    if not isinstance(value, str) or "values" in path:
        return []
    if path[-1] in ("field", "lookup"):
        return [value.partition(".")[0]]
    return [first or second for first, second in DATUM.findall(value)]

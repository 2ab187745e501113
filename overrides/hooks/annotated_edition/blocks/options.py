"""Read the options of a block, which are YAML, and say of every mistake what is wrong and what to do."""

import re
from collections.abc import Iterable, Mapping

import yaml

OPTION = re.compile(r"^[a-z]+:(\s|$)")
INDENTED = re.compile(r"^ {4}\S")
NAMED = re.compile(r"^ {4}[a-z]+:( |$)", re.IGNORECASE)
PLAIN = re.compile(r"^[ -]*([a-z]+): +([^\s\"'|>\[{].*?)\s*$")  # a value that is not in quotation marks
UNQUOTED_COLON = re.compile(r"^\s*([a-z]+):\s+[^\s\"'].*:(\s|$)")


class OptionError(ValueError):
    """Options that cannot be read: what is wrong and the remedy."""

    def __init__(self, wrong: str, remedy: str, line: int = 0) -> None:
        """`line` is that in what is read, from 1, where it is known."""
        self.wrong, self.remedy, self.line = wrong, remedy, line
        super().__init__(f"{wrong}; {remedy}")


class OptionLoader(yaml.CSafeLoader):
    """YAML that refuses a repeated key, of which PyYAML keeps the last, and leaves an impossible date as text."""


def _mapping(loader: OptionLoader, node: yaml.MappingNode) -> dict[object, object]:
    if repeated := repeated_name(node):
        name, line = repeated
        raise OptionError(f"the option {name} is given twice", "keep one of them", line)
    return dict(loader.construct_pairs(node))


def _date(loader: OptionLoader, node: yaml.ScalarNode) -> object:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return loader.construct_scalar(node)


OptionLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
OptionLoader.add_constructor("tag:yaml.org,2002:timestamp", _date)


def read_options(lines: list[str], after: list[str], first: int) -> dict[str, object]:
    """The options in `lines`, the first being line `first` of the page; `after` are those up to the next empty one.

    pymdownx takes what is indented less than four spaces as text, and what is not YAML as a reason to print all of it.
    """
    if any(OPTION.match(line.strip()) for line in after):
        raise OptionError("its options are not indented by four spaces", "indent each by exactly four")
    try:
        options = yaml.load("\n".join(lines), OptionLoader)
    except yaml.YAMLError as error:
        raise _not_yaml(lines, first) from error
    if options is None:
        return {}
    if not isinstance(options, dict):
        raise OptionError("its options are not of the form name: value", "write each as name: value")
    named = {str(name): value for name, value in options.items()}
    if fault := shortened(lines, named):
        raise OptionError(*fault)
    return named


def shortened(lines: Iterable[str], options: Mapping[str, object]) -> tuple[str, str] | None:
    """The first option of which YAML reads less than is written, as up to a # it does, and the remedy."""
    for line in lines:
        found = PLAIN.match(line)
        value = options.get(found[1]) if found else None
        if found and isinstance(value, str) and not value.startswith(found[2]):
            return f"its {found[1]} is read as “{value}” and no more", "put the whole value in quotation marks"
    return None


def _not_yaml(lines: list[str], first: int) -> OptionError:
    for number, line in enumerate(lines, start=first):
        if not INDENTED.match(line):
            wrong = f"its option in line {number} is not indented by four spaces"
            return OptionError(wrong, "indent each by exactly four")
        if not _is_yaml(line):
            name = line.partition(":")[0].strip()
            if UNQUOTED_COLON.match(line):
                return OptionError(f"its {name} has a colon in it", "put the whole value in quotation marks")
            remedy = "put the whole value in quotation marks, and a \\ before any quotation mark in it"
            return OptionError(f"its option in line {number} cannot be read as YAML", remedy)
        if not NAMED.match(line) and line[4] != " ":
            wrong = f"its option in line {number} is not of the form name: value"
            return OptionError(wrong, "write a colon and a space after its name, or join it to the line above")
    return OptionError(f"its options from line {first} cannot be read as YAML", "write each as name: value")


def _is_yaml(line: str) -> bool:
    try:
        yaml.load(line, OptionLoader)
    except yaml.YAMLError:
        return False
    return True


def repeated_name(node: yaml.Node) -> tuple[str, int] | None:
    """A name that stands twice in one mapping, of which YAML takes the last, and its line."""
    if isinstance(node, yaml.MappingNode):
        names = [name.value for name, _ in node.value]
        for number, (name, _) in enumerate(node.value):
            if name.value in names[:number]:
                return str(name.value), name.start_mark.line + 1
    parts = [part for _, part in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return next(filter(None, map(repeated_name, parts)), None) if isinstance(node, yaml.CollectionNode) else None

"""Settings within settings, of which every mistake is named at once; MkDocs' own classes stop at the first."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from annotated_edition.config.options import Text

SomeConfig = TypeVar("SomeConfig", bound=Config)
Fault = tuple[str, str, str]  # the path of a setting below the one that is checked, what is wrong, the remedy


class Mistakes(ValidationError):
    """What is wrong with several settings below one."""

    def __init__(self, found: list[Fault]) -> None:
        self.found = found


class Texts(BaseConfigOption[list[str]]):
    """Texts, one after the other; none where it is left out."""

    def validate(self, value: object) -> list[str]:
        if value is None:
            return []
        if not isinstance(value, list):
            raise ValidationError("is no list; write each in a line of its own, after a hyphen")
        return [Text().validate(each) for each in value]


class Section(BaseConfigOption[SomeConfig], Generic[SomeConfig]):
    """Settings within settings, as SubConfig has them, of which every mistake is named."""

    def __init__(self, config_class: type[SomeConfig]) -> None:
        super().__init__()
        self.config_class = config_class

    def validate(self, value: object) -> SomeConfig:
        if not isinstance(value, dict | None):
            names = ", ".join(name for name, _ in self.config_class._schema)
            raise ValidationError(f"is not of the form name: value; write below it {names}")
        config = self.config_class()
        config.data = dict(value or {})
        if found := list(self._faults(config)):
            raise Mistakes(found)
        return config

    def _faults(self, config: SomeConfig) -> Iterator[Fault]:
        known = dict(config._schema)
        missing = {name for name in known if name not in config.data}
        for name in [name for name in config.data if name not in known]:
            near = get_close_matches(str(name), missing, n=1)
            missing.difference_update(near)
            yield str(name), "is not known", f"write {near[0]}" if near else f"use {', '.join(known)}"
            if near:
                del known[near[0]]  # which is misspelt, and not missing as well
        for name, option in known.items():
            try:
                config[name] = option.validate(config.data.get(name))
            except ValidationError as error:
                yield from below(name, error)


class Each(BaseConfigOption[dict[str, Any]]):
    """Settings of one type under names of the editor's; `of` is what stands under each name."""

    def __init__(self, of: BaseConfigOption[Any], names: Text, *, is_needed: bool = False) -> None:
        super().__init__()
        self.of, self.names, self.is_needed = of, names, is_needed

    def validate(self, value: object) -> dict[str, Any]:
        if value is None and not self.is_needed:
            return {}
        if not isinstance(value, dict) or (self.is_needed and not value):
            raise ValidationError("is not of the form name: value; write each of them so, in a line of its own")
        checked: dict[str, Any] = {}
        found: list[Fault] = []
        for name, each in value.items():
            try:
                self.names.validate(name)
                checked[name] = self.of.validate(each)
            except ValidationError as error:
                found += below(str(name), error)
        if found:
            raise Mistakes(found)
        return checked


def below(name: str, error: ValidationError) -> Iterator[Fault]:
    """The faults of a setting, as seen from the one above it."""
    if isinstance(error, Mistakes):
        yield from ((f"{name}.{inner}".lstrip("."), wrong, remedy) for inner, wrong, remedy in error.found)
    else:
        wrong, _, remedy = str(error).partition("; ")
        yield name, wrong, remedy


def checked(option: Section[SomeConfig], value: Mapping[str, Any]) -> list[Fault]:
    """Every mistake in the settings of a section."""
    try:
        option.validate(value)
    except ValidationError as error:
        return list(below("", error))
    return []

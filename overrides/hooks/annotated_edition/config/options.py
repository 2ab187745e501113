"""Types of settings that MkDocs lacks, or whose messages do not say what to do.

Each raises `ValidationError` with what is wrong and the remedy, with a semicolon between them.
"""

import datetime
import re
from collections.abc import Callable
from typing import Any

from mkdocs.config.base import BaseConfigOption, ValidationError


class Value(BaseConfigOption[Any]):
    """A value that is as it must be; without a default it must be there."""

    def __init__(self, is_sound: Callable[[Any], object], wrong: str, remedy: str, default: object = None) -> None:
        """`wrong` is what messages say of a value that is not sound: is no page."""
        super().__init__()
        self.is_sound, self.wrong, self.remedy, self.default = is_sound, wrong, remedy, default

    def validate(self, value: object) -> Any:
        """A missing value is as wrong as an ill-formed one."""
        if value is None and self.default is None:
            raise ValidationError(f"is missing; {self.remedy}")
        return self.default if value is None else self.run_validation(value)

    def run_validation(self, value: object) -> Any:
        if not self.is_sound(value):
            raise ValidationError(f"“{value}” {self.wrong}; {self.remedy}")
        return value


class Text(Value):
    """A text that is not empty, unless that is its default."""

    def __init__(
        self,
        remedy: str = "write its text after the colon",
        default: str | None = None,
        *,
        is_sound: Callable[[str], object] = str,
        what: str = "text",
    ) -> None:
        """`what` is a name for texts that are sound: page."""
        super().__init__(is_sound, f"is no {what}", remedy, default)

    def run_validation(self, value: object) -> Any:
        if isinstance(value, (bool, int, float, datetime.date)):
            raise ValidationError(f"“{value}” is read as a number, a date or yes or no; put it in quotation marks")
        if not isinstance(value, str):
            raise ValidationError(f"is no text; {self.remedy}")
        if value == self.default:
            return value
        if not value.strip():
            raise ValidationError(f"is empty; {self.remedy}")
        return super().run_validation(value)


def matching(form: str, what: str, remedy: str, default: str | None = None) -> Text:
    """A text of a known form."""
    return Text(remedy, default, is_sound=re.compile(form).fullmatch, what=what)


def day() -> Value:
    """A day of the calendar, which YAML reads by itself; a datetime is a date as well, but none here."""
    remedy = "write a day as in 2026-11-24, without quotation marks"
    return Day(lambda value: type(value) is datetime.date, "is not a day of the calendar", remedy)


class Day(Value):
    """A day on which an edition can be published; files cannot be dated after the year 2105."""

    def run_validation(self, value: object) -> Any:
        day = super().run_validation(value)
        if not 1900 <= day.year <= 2099:
            raise ValidationError(f"“{value}” is in a year of another century; {self.remedy}")
        return day


def one_of(words: tuple[str, ...]) -> Value:
    """One of some words."""
    return Value(lambda value: value in words, "is not known", f"use one of {', '.join(words)}")


def flag(*, default: bool) -> Value:
    """Yes or no."""
    return Value(lambda value: isinstance(value, bool), "is neither yes nor no", "write true or false", default)


def number(default: int) -> Value:
    """A whole number above zero."""
    remedy = f"write one such as {default}"
    return Value(lambda value: type(value) is int and value > 0, "is no whole number above zero", remedy, default)


def fewest_and_most(default: tuple[int, int]) -> Value:
    """Two numbers, of which the second is not below the first."""

    def is_sound(value: object) -> bool:
        numbers = [each for each in value if type(each) is int] if isinstance(value, list) else []
        return len(numbers) == 2 and numbers == value and 0 <= numbers[0] <= numbers[1]

    return Value(is_sound, "is not the fewest and the most", f"write them as {list(default)}", list(default))

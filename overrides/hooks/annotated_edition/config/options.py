"""Types of settings that MkDocs lacks, or whose messages do not say what to do.

Each raises `ValidationError` with what is wrong and the remedy, with a semicolon between them.
"""

import datetime
import re

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, ValidationError


class Text(c.OptionallyRequired[str]):
    """A text that is not empty; without a default it must be there."""

    def __init__(self, default: str | None = None, *, remedy: str = "write its text after the colon") -> None:
        super().__init__(default)
        self.required = default is None
        self.remedy = remedy

    def validate(self, value: object) -> str:
        """A missing text is as wrong as an empty one."""
        if value is None and self.default is None:
            raise ValidationError(f"is missing; {self.remedy}")
        return self.run_validation(self.default if value is None else value)

    def run_validation(self, value: object) -> str:
        if isinstance(value, (bool, int, float, datetime.date)):
            raise ValidationError(f"“{value}” is read as a number, a date or yes or no; put it in quotation marks")
        if not isinstance(value, str):
            raise ValidationError(f"is no text; {self.remedy}")
        if not value.strip() and value != self.default:
            raise ValidationError(f"is empty; {self.remedy}")
        return value


class Matching(Text):
    """A text of a known form."""

    def __init__(self, form: str, what: str, remedy: str, default: str | None = None) -> None:
        super().__init__(default, remedy=remedy)
        self.form, self.what = re.compile(form), what

    def run_validation(self, value: object) -> str:
        text = super().run_validation(value)
        if text != self.default and not self.form.fullmatch(text):
            raise ValidationError(f"“{text}” is no {self.what}; {self.remedy}")
        return text


class Day(BaseConfigOption[datetime.date]):
    """A day of the calendar, which YAML reads by itself."""

    def run_validation(self, value: object) -> datetime.date:
        if type(value) is datetime.date:  # not a datetime, which is one as well
            return value
        wrong = "is missing" if value is None else f"“{value}” is not a day of the calendar"
        raise ValidationError(f"{wrong}; write a day as in 2026-11-24, without quotation marks")


class OneOf(Text):
    """One of some words."""

    def __init__(self, words: tuple[str, ...], default: str | None = None) -> None:
        super().__init__(default, remedy=f"use one of {', '.join(words)}")
        self.words = words

    def run_validation(self, value: object) -> str:
        if value not in self.words:
            raise ValidationError(f"“{value}” is not known; {self.remedy}")
        return str(value)


class Flag(c.Type[bool]):
    """Yes or no."""

    def __init__(self, *, default: bool) -> None:
        super().__init__(bool, default=default)

    def run_validation(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise ValidationError(f"“{value}” is neither yes nor no; write true or false")
        return value


class Number(c.Type[int]):
    """A whole number above zero."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValidationError(f"“{value}” is no whole number above zero; write one such as {self.default}")
        return value


class Range(BaseConfigOption[list[int]]):
    """The fewest and the most."""

    def __init__(self, default: tuple[int, int]) -> None:
        super().__init__()
        self.default = list(default)

    def validate(self, value: object) -> list[int]:
        return self.run_validation(self.default if value is None else value)

    def run_validation(self, value: object) -> list[int]:
        numbers = [each for each in value if type(each) is int] if isinstance(value, list) else []
        if len(numbers) == 2 and numbers == value and 0 <= numbers[0] <= numbers[1]:
            return numbers
        raise ValidationError(f"“{value}” is not the fewest and the most; write them as {self.default}")

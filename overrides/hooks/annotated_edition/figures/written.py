"""How a figure writes numbers and dates, in the language of the edition."""

from typing import Any

from babel.numbers import get_decimal_symbol, get_group_symbol

from annotated_edition.interface import current, is_english

SPACES = "\u00a0\u202f"  # which do not break


def locales() -> dict[str, Any]:
    """What vl-convert is told of the language: by the names of its options; nothing where it is English.

    Not the locales that it has by names, since it has none for many languages.
    """
    locale = current().locale
    if is_english():
        return {}
    months, days = locale.months["stand-alone"], locale.days["stand-alone"]
    numbers = {"decimal": get_decimal_symbol(locale), "thousands": get_group_symbol(locale)}
    dates = {
        **{"dateTime": "%x %X", "date": "%Y-%m-%d", "time": "%H:%M:%S", "periods": ["AM", "PM"]},
        **{"days": _named(days["wide"], 6), "shortDays": _named(days["abbreviated"], 6)},  # a week begins on Sunday
        **{"months": _named(months["wide"]), "shortMonths": _named(months["abbreviated"])},
    }
    return {"format_locale": {**numbers, "grouping": [3], "currency": ["", ""]}, "time_format_locale": dates}


def _named(names: Any, first: int = 0) -> list[str]:
    """The names in the order of their numbers, begun with one of them."""
    found = [names[number] for number in sorted(names)]
    return found[first:] + found[:first]


def in_language(number: str) -> str:
    """A number of the data, such as 10.5, as the language writes it."""
    return number if is_english() else number.replace(".", get_decimal_symbol(current().locale))


def in_english(text: str) -> str:
    """A text with its numbers as English writes them, such as 1,000.5, so that they can be compared with data."""
    locale = current().locale
    if is_english():
        return text
    group = get_group_symbol(locale)
    groups = SPACES if group in SPACES else group
    written = get_decimal_symbol(locale) + groups
    return text.translate(str.maketrans(written, f".{',' * len(groups)}"))

"""Dates as the edition writes them, in its language."""

import datetime

from babel.dates import format_date, format_skeleton

from annotated_edition.interface import current


def spoken_date(date: datetime.date) -> str:
    """A day: February 24, 2022."""
    return format_date(date, "long", current().locale)


def spoken_month(month: str) -> str:
    """A month of ISO 8601, such as 2026-07: July 2026. Raises ValueError where it is none."""
    return format_skeleton("yMMMM", datetime.datetime.strptime(month, "%Y-%m"), locale=current().locale)

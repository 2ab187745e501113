"""Dates as the edition writes them."""

import datetime


def spoken_date(date: datetime.date) -> str:
    """A day: February 24, 2022."""
    return f"{date:%B} {date.day}, {date.year}"


def spoken_month(month: str) -> str:
    """A month of ISO 8601, such as 2026-07: July 2026. Raises ValueError where it is none."""
    return f"{datetime.datetime.strptime(month, '%Y-%m'):%B %Y}"

"""Dates as they are written in a query: `2025`, `2025-05`, `2023..2025`, `[2023 to 2025]`."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from briefing.errors import BadQuery
from briefing.phrase import phrase
from briefing.search.nodes import Dates

_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_RANGE = re.compile(r"\[?\s*([\d/-]*)\s*(?:\.\.+|\bto\b)\s*([\d/-]*)\s*\]?", re.IGNORECASE)


def read_dates(written: str) -> Dates:
    """Return the days meant.

    Args:
        written: a year, month or day, or two of them with `..` or `to` between; one may be missing.

    Raises:
        BadQuery: naming what cannot be read as a date.
    """
    text = written.strip().strip('"').strip()
    between = _RANGE.fullmatch(text)
    if between and (between[1] or between[2]):
        first, last = between[1], between[2]
        days = Dates(_edges(first)[0] if first else "", _edges(last)[1] if last else "")
        if days.first and days.last and days.first > days.last:
            raise BadQuery(
                phrase(
                    "The dates {first} and {last} are the wrong way round.", first=first, last=last
                ),
                f"date:{last}..{first}",
            )
        return days
    return Dates(*_edges(text.strip("[] ")))


def _edges(text: str) -> tuple[str, str]:
    match = _DAY.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(group) if group else None for group in match.groups())
        assert year is not None
        first = dt.date(year, month or 1, day or 1)
        month = month or 12
        last = dt.date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError as error:
        raise BadQuery(
            phrase(
                "“{text}” is not a date: write date:2025, date:2025-05, date:2025-05-06 or "
                "date:2023..2025.",
                text=text,
            )
        ) from error
    return first.isoformat(), last.isoformat()

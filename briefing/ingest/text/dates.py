"""Full dates in running text: day, month and year all told, or none is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january|jan|janvier|janv", "february|feb|février|févr|fevrier", "march|mar|mars",
    "april|apr|avril|avr", "may|mai", "june|jun|juin", "july|jul|juillet|juil", "august|aug|août|aout",
    "september|sept|sep|septembre", "october|oct|octobre", "november|nov|novembre",
    "december|dec|décembre|déc|decembre",
)  # fmt: skip
_NUMBER_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBER_OF, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(rf"(?<![\w/-]){pattern}(?![\d-])", re.IGNORECASE)
    for pattern in (
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_YEAR}(?P<mark>[-/.])(?P<month_number>\d\d?)(?P=mark){_DAY}(?:T[\d:.+Z-]*)?",
        rf"(?P<day>\d\d?)(?P<mark>[-/.])(?P<month_number>\d\d?)(?P=mark){_YEAR}",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class DateFound:
    """A date, and where in the text it stands."""

    start: int
    end: int
    day: date


def dates_in(text: str) -> tuple[DateFound, ...]:
    """Return the full dates of a text, in order, without overlaps.

    English and French month names, ISO dates, and numbers where only one order of day and month
    is possible: 20/03/2023 is found, 03/04/2023 is not.
    """
    found: list[DateFound] = []
    for item in sorted(_all(text)):
        if not found or item.start >= found[-1].end:
            found.append(item)
    return tuple(found)


def date_of_address(address: str) -> date | None:
    """Return the day in the path of a web address (`…/2023/03/20/…`), else None."""
    match = re.search(r"/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)", address)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def iso_date(value: str) -> date | None:
    """Return the day a field of a file names (`2023-03-20T10:00Z`, `20 March 2023`), else None."""
    found = dates_in(value)
    return found[0].day if found else None


def _all(text: str) -> Iterator[DateFound]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = _NUMBER_OF[parts["month"].lower()] if "month" in parts else 0
            month, day = month or int(parts["month_number"]), int(parts["day"])
            last_first = "month_number" in parts and match.start("day") == match.start()
            if last_first and day <= 12 and month <= 12 and day != month:
                continue
            if last_first and month > 12:
                day, month = month, day
            try:
                yield DateFound(match.start(), match.end(), date(int(parts["year"]), month, day))
            except ValueError:
                continue

"""Whether a sentence tells of the meeting itself: of its day and place, and not of another's."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from briefing.export.language.headings import headings
from briefing.model import Meeting
from briefing.paths import resource_text

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:,?\s+(\d{4}))?"
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\s+({_MONTH}){_YEAR}")
_PAST = re.compile(
    r"\blast (?:month|year|spring|summer|fall|autumn|winter)\b|\bearlier this (?:month|year)\b"
    r"|\b(?:months?|years?) ago\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b(?:in|since|of) ((?:19|20)\d\d)\b")
_TO_COME = re.compile(r"\b(?:will|would|expected|scheduled|set|due|plans?|planned) ?\b")
_BASIS = re.compile("‘([^‘’]+)’")
_IN = r"\b(?i:in|at) (?:the )?"


def nearness(words: str, meeting: Meeting) -> int:
    """Return how much of the meeting's day and place a sentence holds: 0, 1 or 2."""
    return int(_names_place(words, meeting)) + int(_names_day(words, meeting))


def is_elsewhere(words: str, meeting: Meeting) -> bool:
    """Return whether a sentence tells of another place, or of a day before or after the meeting."""
    if _names_place(words, meeting):
        return _is_another_day(words, meeting)
    return _is_another_place(words, meeting) or _is_another_day(words, meeting)


def is_headline(words: str) -> bool:
    """Return whether words end without a mark, as headlines do."""
    return not re.search(r"[.!?…][”’\"')\]]*$", words.strip())


def _names_place(words: str, meeting: Meeting) -> bool:
    place = meeting.place.split(",")[0].strip()
    return bool(place) and re.search(rf"\b{re.escape(place)}\b", words) is not None


def _names_day(words: str, meeting: Meeting) -> bool:
    if meeting.date is None:
        return False
    told = [headings("en").weekdays[meeting.date.weekday()], *_BASIS.findall(meeting.date_basis)]
    if any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", words, re.IGNORECASE) for each in told):
        return True
    return any(_is_of(day, meeting) for day in _days(words, meeting.date.year))


def _is_another_day(words: str, meeting: Meeting) -> bool:
    if meeting.date is None or _names_day(words, meeting):
        return False
    days = tuple(_days(words, meeting.date.year))
    if any(day > meeting.date for day in days):
        return True
    if _TO_COME.search(words):  # "said on 2 May that they will hold talks"
        return False
    years = [int(year) for year in _IN_YEAR.findall(words)]
    return bool(days or _PAST.search(words) or any(year < meeting.date.year for year in years))


def _is_another_place(words: str, meeting: Meeting) -> bool:
    """Whether it names a capital or country, after `in`, that is not where the hosts are."""
    if not meeting.place:
        return False
    hosts = (meeting.host,) if meeting.host else meeting.sides
    return any(_places()[m.group(1)] not in hosts for m in _place_pattern().finditer(words))


def _is_of(day: dt.date, meeting: Meeting) -> bool:
    return meeting.date is not None and meeting.date <= day <= (meeting.end_date or meeting.date)


def _days(words: str, year: int) -> Iterator[dt.date]:
    """Yield the days written out, those without a year as of the year given."""
    told = [match.groups() for match in _MONTH_FIRST.finditer(words)]
    told += [(month, day, when) for day, month, when in _DAY_FIRST.findall(words)]
    months = [name[:3] for name in headings("en").months]
    for month, day, when in told:
        number, last = months.index(month[:3]) + 1, int(day)
        if _is_day(int(when or year), number, last):
            yield dt.date(int(when or year), number, last)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _places() -> dict[str, str]:
    """Return the country of each country's name and capital."""
    rows = csv.DictReader(resource_text("countries.csv").splitlines())
    return {place: row["name"] for row in rows for place in (row["name"], row["capital"]) if place}


@cache
def _place_pattern() -> re.Pattern[str]:
    choices = "|".join(re.escape(each) for each in sorted(_places(), key=len, reverse=True))
    return re.compile(rf"{_IN}({choices})(?!\w)")

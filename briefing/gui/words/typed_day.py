"""A day as people type it: `12 Feb 2017`, `February 12, 2017`, `12 février 2017`, `2017-02-12`."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from briefing.gui.words.language import tr
from briefing.gui.words.wording import MONTHS

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]*([^\W\d]+)[\s.,-]*(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)[\s.-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})")
_SHORTEST = 3


def day_of(typed: str) -> dt.date | None:
    """Return the day that was typed in full; None while it is not, or where it could be two days."""
    words = _plain(typed)
    if found := _ISO.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(words):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(words):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(word: str) -> int:
    """Return the number of a month named in English or the window's language, 0 for none."""
    for name in MONTHS:
        for full in (_plain(name), _plain(tr(name))):
            if len(word) >= min(_SHORTEST, len(full)) and full.startswith(word):
                return MONTHS.index(name) + 1
    return 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words.strip().casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))

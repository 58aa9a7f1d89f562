"""Datelines: `SEOUL, March 6 (Agency) -` before the first words of a report.

To a parser the city is the subject of the sentence; so it is not shown the dateline.
"""

from __future__ import annotations

import re

from briefing.extract.tables.country_table import CountryTable, first_word

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
_AGENCY = r"(?:\((?:[A-Z][\w./ &-]*)\))"
_SHOUTED = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2}"
_PLAIN = r"(?P<plain>[A-Z][a-zé]+(?:[ -][A-Z][a-zé]+){0,2})(?:,\s[A-Z][\w.]+)?"
_DASH = r"(?:[—–]|--?|:)\s+"
_DATELINE = re.compile(
    rf"(?:date\s\d{{4}}-\d\d-\d\d\s+)?"
    rf"(?:{_SHOUTED}(?:{_DATE}?\s*{_AGENCY}?\s*{_DASH}|{_DATE}\s*{_AGENCY}?[.:]?\s+|\s*{_AGENCY}\s+)"
    rf"|{_PLAIN}{_DATE}?\s*(?:{_AGENCY}\s*)?{_DASH})(?=[“\"'‘(A-Z\d])"
)
_CITY = ("capital", "place", "city", "seat")


def dateline_length(text: str, start: int, end: int, countries: CountryTable) -> int:
    """Return how many characters of a sentence are its dateline; 0 where it has none."""
    match = _DATELINE.match(text, start, end)
    if match is None:
        return 0
    plain = match["plain"]
    if plain is None or "(" in match.group():
        return match.end() - start
    terms = countries.terms.get(first_word(plain), ())
    known = any(term.term == plain and term.how in _CITY for term in terms)
    return match.end() - start if known else 0

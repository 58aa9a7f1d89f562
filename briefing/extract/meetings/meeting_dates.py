"""When a meeting is held, from the words of its sentences and the date of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_RANGE = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|until)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_EXPLICIT = (
    re.compile(rf"\b{_MONTH}\s+{_RANGE}(?!\d){_YEAR}"),
    re.compile(rf"\b(?:from\s+)?{_RANGE}\s+(?:of\s+)?{_MONTH}\b{_YEAR}"),
)
_FULL_RANGE = re.compile(
    rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>[A-Z][a-z]+))\s+(?:to|until|-|–)\s+"
    rf"(?:[A-Z][a-z]+\s+(?P<last>\d{{1,2}})|(?P<last2>\d{{1,2}})\s+[A-Z][a-z]+)"
)
_WEEKDAY = re.compile(
    r"\b(?P<lead>last |next |this |coming )?(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<own>['’]s)?"
    r"(?:\s+(?:and|to|through)\s+(?P<last>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?"
)
_RELATIVE = re.compile(
    r"\b(?P<word>today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|later (?:today|on)|later(?=[.,;](?:\s|$)))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:ends?|ended|ending|concludes?|concluded|concluding|wraps? up|wrapped up|until)\s(?:on )?$"
)
_ORDINAL = re.compile(
    r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|anniversary|floor|[A-Z]))"
)
_WEEKEND = re.compile(r"\b(?:this|the|over the|at the|next) weekend\b(?! of)")
_STAY = re.compile(r"\b(two|three|four|five|2|3|4|5)-day\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:begin(?:s|ning)?|start(?:s|ing)?|open(?:s|ing)?|kick(?:s|ing)? off|get(?:s|ting)? under way|scheduled|slated|due|set)"
    r"\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_DEPARTS = re.compile(
    r"\b(?:leav(?:es|ing)|left|depart(?:s|ed|ing)|headed|heads|heading|set off|sets off|flew out|bound)\b[^,;]*$"
    r"|\bon (?:the )?eve\b[^,;]*$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:initially|originally|first|had been|was to have been|previously)\s(?:\w+\s){0,3}?"
    r"(?:slated|scheduled|due|planned|set|expected)\b[^,;]*$"
)
_OWN_DAY = re.compile(
    r"\b(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s\s(?:[\w-]+\s){0,2}?"
    r"(?:talks|summit|meeting|visit|call|session|discussions|negotiations)\b"
)
_LEFT = re.compile(r"\s(?:headed|left|leaves|departed|departs|flew|set off)\b")
_ASIDE = re.compile(r"\b(?:who|which|whose)\b|\bafter (?:he|she|they|the)\b|\bsince\b")
_MEETS = re.compile(r"(?:meet|met\b|hold|held|sit|sat)", re.IGNORECASE)
_LENGTH = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}


@dataclass(frozen=True, slots=True)
class When:
    """One statement of a date: the day (None where it cannot be told), and how it was told.

    Attributes:
        told: `explicit` or `weekday`. start: where the words stand. basis: the reasoning.
        saying: whether it is told of what was said: `said on Monday`.
    """

    start: int
    words: str
    told: str
    day: dt.date | None
    last: dt.date | None
    basis: str
    saying: bool = False


def dates_in(
    text: str, start: int, end: int, published: dt.date | None, *, past: bool
) -> tuple[When, ...]:
    """Return the dates told in `text[start:end]`, in order.

    Args:
        text: the text.
        start: where to begin.
        end: where to stop.
        published: what days of the week and dates without a year are counted from.
        past: whether the sentence tells of what has happened: `on Monday` is then the last one.
    """
    found = [*_explicit(text, start, end, published), *_relative(text, start, end, published)]
    found += [*_loose(text, start, end, published)]
    taken = [(w.start, w.start + len(w.words)) for w in found]
    days = _weekdays(text, start, end, published, past=past)
    found += [
        when for when in days if not any(low - 12 <= when.start < high + 4 for low, high in taken)
    ]
    return tuple(sorted(found, key=lambda when: when.start))


def _explicit(text: str, start: int, end: int, published: dt.date | None) -> Iterator[When]:
    done: list[int] = []
    for match in _FULL_RANGE.finditer(text, start, end):
        month = match["month"] or match["month2"]
        day, last = match["day"] or match["day2"], match["last"] or match["last2"]
        when = _when(match, month, day, last, None, published)
        if when is not None:
            done.append(match.start())
            yield when
    for pattern in _EXPLICIT:
        for match in pattern.finditer(text, start, end):
            if any(abs(match.start() - place) < 14 for place in done):
                continue
            when = _when(
                match, match["month"], match["day"], match["last"], match["year"], published
            )
            if when is not None:
                done.append(match.start())
                yield when


def _when(  # noqa: PLR0917
    match: re.Match[str],
    month: str,
    day: str,
    last: str | None,
    year: str | None,
    published: dt.date | None,
) -> When | None:
    key = month[:3].lower()
    if key not in _MONTHS:
        return None
    number = _MONTHS.index(key) + 1
    first = _date(year, number, int(day), published)
    final = _date(year, number, int(last), published) if last else None
    if first is None and year is None and published is not None:
        return None
    basis = f"stated: {match.group()}" + ("" if year else "; year from the publication date")
    return When(match.start(), match.group(), "explicit", first, final, basis)


def _date(year: str | None, month: int, day: int, published: dt.date | None) -> dt.date | None:
    if year is None and published is None:
        return None
    try:
        if year is not None:
            return dt.date(int(year), month, day)
        assert published is not None
        near = [dt.date(published.year + step, month, day) for step in (-1, 0, 1)]
    except ValueError:  # 31 June: no date at all
        return None
    return min(near, key=lambda d: abs((d - published).days))


def _relative(text: str, start: int, end: int, published: dt.date | None) -> Iterator[When]:
    for match in _RELATIVE.finditer(text, start, end):
        word = match["word"].lower()
        step = {"tomorrow": 1, "yesterday": -1}.get(word, 0)
        day = published + dt.timedelta(days=step) if published else None
        basis = f"'{match.group()}', counted from the publication date"
        yield When(match.start(), match.group(), "weekday", day, None, basis)


def _loose(text: str, start: int, end: int, published: dt.date | None) -> Iterator[When]:
    """`on the 13th` and `this weekend`, counted from publication; none without it."""
    if published is None:
        return
    for match in _ORDINAL.finditer(text, start, end):
        near = [published + dt.timedelta(days=step) for step in range(-20, 11)]
        days = [day for day in near if day.day == int(match["day"])]
        if days:
            day = min(days, key=lambda d: abs((d - published).days))
            basis = f"'{match.group()}': the nearest such day to publication"
            yield When(match.start(), match.group(), "explicit", day, None, basis)
    for match in _WEEKEND.finditer(text, start, end):
        saturday = published + dt.timedelta(days=(5 - published.weekday()) % 7)
        basis = f"'{match.group()}', counted from the publication date"
        yield When(match.start(), match.group(), "weekday", saturday, None, basis)


def _weekdays(
    text: str, start: int, end: int, published: dt.date | None, *, past: bool
) -> Iterator[When]:
    for match in _WEEKDAY.finditer(text, start, end):
        if _of_other_event(text, match):
            continue
        saying = _about_saying(text, match)
        back = past and match["lead"] not in ("next ", "coming ", "this ")
        back = back or match["lead"] == "last "
        day = _weekday(match["name"], published, back=back)
        last = None
        if match["last"] and day is not None:
            last = _weekday(match["last"], day, back=False)
        direction = "the last before" if back else "the next from"
        basis = f"'{match.group()}': {direction} the publication date"
        if _ENDS.search(text[max(start, match.start() - 40) : match.start()]):
            stay = length_of_stay(text, start, end)
            if day is not None and stay > 1:
                day, last = day - dt.timedelta(days=stay - 1), day
                basis += f"; it ends a stay of {stay} days"
        yield When(match.start(), match.group(), "weekday", day, last, basis, saying)


_TALKS = re.compile(
    r"\b(?:after|following|during|at|in) (?:(?!the sidelines)[\w’']+ ){0,5}?"
    r"(?:talks|meeting|summit|news conference|press conference|phone call|conversation|discussions)\b"
)


def after_talks(sentence: str) -> bool:
    """Whether what a sentence reports was said at or right after a meeting, hence that day."""
    return _TALKS.search(sentence) is not None


_ELSEWHERE = re.compile(
    r"\b(?:at|in|during|after|before) (?:an?|the|his|her|their) (?:[\w-]+ )?"
    r"(?:(?:cabinet|caucus|committee|board|party|council|campaign) (?:meeting|session|event)|"
    r"(?:news|press) conference|town hall|rally|hearing|interview|speech|briefing|fundraiser)"
    r"(?: on)? $"
)
_OWN_EVENT = re.compile(r" (?:meeting|talks|summit|visit|session)")


def _of_other_event(text: str, match: re.Match[str]) -> bool:
    """`at a Wednesday cabinet meeting`, `at a rally on Friday`: the day of something else."""
    if _ELSEWHERE.search(text[max(0, match.start() - 60) : match.start()]):
        return True
    if re.search(r"\ban? $", text[max(0, match.start() - 8) : match.start()]) is None:
        return False
    return _OWN_EVENT.match(text, match.end()) is None


def _about_saying(text: str, match: re.Match[str]) -> bool:
    """`said on Monday`, `confirmed Sunday night`: the day of the saying, not of the meeting."""
    before = text[max(0, match.start() - 28) : match.start()]
    return (
        re.search(
            r"\b(?:said|says|told \w+|confirmed|announced|asked|reported|statement|interview|tweeted|wrote|speech|briefing)(?: late| earlier)?(?: on| in a statement on)?\s$",
            before,
        )
        is not None
    )


def _weekday(name: str, published: dt.date | None, *, back: bool) -> dt.date | None:
    if published is None:
        return None
    wanted = DAYS.index(name.lower())
    if back:
        return published - dt.timedelta(days=(published.weekday() - wanted) % 7)
    return published + dt.timedelta(days=(wanted - published.weekday()) % 7)


def length_of_stay(text: str, start: int, end: int) -> int:
    """Return the days of a `two-day visit` told in `text[start:end]`, 1 where none is told."""
    match = _STAY.search(text, start, end)
    return _LENGTH[match.group(1).lower()] if match else 1


def bearing(text: str, event: int, when: When) -> float:
    """Return how much the words before a date make it the meeting's (positive) or another's.

    Args:
        text: the text.
        event: where the word for the meeting stands.
        when: the date.
    """
    before = text[max(0, when.start - 60) : when.start]
    score = 0.0
    if _BEGINS.search(before):
        score += 0.4
    if _DEPARTS.search(before) or _LEFT.match(text, when.start + len(when.words)):
        score -= 0.4
    if _NO_LONGER.search(before):
        score -= 0.8
    if event < when.start and _ASIDE.search(text[event : when.start]):
        score -= 0.4
    if _MEETS.match(text, event):
        score += 0.15
    return score


def own_day(
    text: str, start: int, end: int, published: dt.date | None, *, past: bool
) -> When | None:
    """Return the day told by `Thursday's talks` in `text[start:end]`, or None."""
    match = _OWN_DAY.search(text, start, end)
    day = _weekday(match["name"], published, back=past) if match else None
    if match is None or day is None:
        return None
    basis = (
        f"'{match.group()}': {'the last before' if past else 'the next from'} the publication date"
    )
    return When(match.start(), match["name"], "weekday", day, None, basis)

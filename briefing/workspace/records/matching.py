"""Which meeting of the library an article is about. Pure: it proposes, the caller acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model import Meeting, MeetingFound
from briefing.phrase import as_phrase, phrase

# A preview that names no day ("within a week", "this month") runs at most this long before it.
AHEAD = dt.timedelta(days=14)
# Reports of a day's meeting and its time zones may differ by this much.
SLACK = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Match:
    """A meeting that fits, and the reason as one line for the user."""

    meeting: int
    reason: str


def match(
    found: MeetingFound,
    published: dt.date | None,
    meetings: Iterable[Meeting],
    published_in: Mapping[int, tuple[dt.date, ...]],
) -> Match | None:
    """Return the meeting of the library that `found` is, or None where none fits for sure.

    Meetings fit with the same sides, and with dates that touch. Where one of the two has no date,
    the same leaders and a report from the two weeks before the other's date make them fit. Two
    meetings without any date are never taken for one: that would be a guess.

    Args:
        found: the meeting an article tells of.
        published: when that article appeared.
        meetings: the meetings of the library.
        published_in: by meeting id, when its articles appeared.
    """
    for meeting in meetings:
        if set(meeting.sides) != set(found.sides):
            continue
        reason = _reason(found, published, meeting, published_in.get(meeting.id, ()))
        if reason:
            return Match(meeting.id, reason)
    return None


def _reason(
    found: MeetingFound, published: dt.date | None, meeting: Meeting, known: tuple[dt.date, ...]
) -> str:
    if found.date and meeting.date:
        return as_phrase("same sides and date") if _touch(found, meeting) else ""
    if not _leaders_agree(found, meeting):
        return ""
    if meeting.date:
        return _shortly_before(published, meeting.date)
    if found.date:
        return next((r for p in known if (r := _shortly_before(p, found.date))), "")
    return ""


def _touch(found: MeetingFound, meeting: Meeting) -> bool:
    assert found.date
    assert meeting.date
    starts_in_time = found.date <= (meeting.end_date or meeting.date) + SLACK
    ends_in_time = (found.end_date or found.date) >= meeting.date - SLACK
    return starts_in_time and ends_in_time


def _shortly_before(published: dt.date | None, day: dt.date) -> str:
    if published is None or not dt.timedelta(0) <= day - published <= AHEAD:
        return ""
    days = (day - published).days
    if days == 0:
        return as_phrase("same day")
    return phrase("same sides and leaders, published {number} days before", number=days)


def _leaders_agree(found: MeetingFound, meeting: Meeting) -> bool:
    ours, theirs = dict(found.leaders), dict(meeting.leaders)
    shared = ours.keys() & theirs.keys()
    return bool(shared) and all(_surname(ours[s]) == _surname(theirs[s]) for s in shared)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""

"""Which meeting an article could belong to, where that is not sure enough to act on. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import ArticleLine, Findings, Meeting, MeetingFound
from briefing.phrase import as_phrase
from briefing.workspace.records.matching import match


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article could belong to a meeting; `reason` is one line for the user."""

    article: int
    meeting: int
    reason: str


def suggestions(
    meetings: Sequence[Meeting],
    articles: Sequence[ArticleLine],
    findings: Mapping[int, Findings | None],
) -> tuple[Suggestion, ...]:
    """Return the meetings that articles could belong to beside their own.

    Looked at are the articles of no meeting, and those that are the only one of a meeting without
    a date. A fit as `match` finds it comes first, then the same sides and leaders.
    """
    published = _published(articles)
    found: list[Suggestion] = []
    for line in unsettled(meetings, articles):
        others = [m for m in meetings if m.id not in line.meetings and m.articles]
        told = findings.get(line.id)
        found += _of_article(line, told.meetings if told else (), others, published)
    return tuple(found)


def unsettled(
    meetings: Sequence[Meeting], articles: Sequence[ArticleLine]
) -> tuple[ArticleLine, ...]:
    """Return the articles of no meeting, and those alone in one without date or confirmed fact."""
    # A star does not settle a meeting: it says nothing of what the meeting is, and a suggestion moves
    # nothing by itself.
    settled = {m.id for m in meetings if m.date or len(m.articles) > 1 or m.confirmed}
    return tuple(line for line in articles if not settled.intersection(line.meetings))


def _of_article(
    line: ArticleLine,
    told: Sequence[MeetingFound],
    others: Sequence[Meeting],
    published: Mapping[int, tuple[dt.date, ...]],
) -> list[Suggestion]:
    found: dict[int, str] = {}
    for one in told:
        fitting = match(one, line.published, others, published)
        if fitting:
            found.setdefault(fitting.meeting, fitting.reason)
        for meeting in others:
            reason = _reason(one, meeting)
            if reason:
                found.setdefault(meeting.id, reason)
    return [Suggestion(line.id, meeting, reason) for meeting, reason in found.items()]


def _reason(told: MeetingFound, meeting: Meeting) -> str:
    if set(told.sides) != set(meeting.sides) or (told.date and meeting.date):
        return ""
    ours, theirs = dict(told.leaders), dict(meeting.leaders)
    shared = ours.keys() & theirs.keys()
    if not shared or any(_surname(ours[side]) != _surname(theirs[side]) for side in shared):
        return ""
    if told.place and told.place == meeting.place:
        return as_phrase("same sides, leaders and place; no date to tell")
    return as_phrase("same sides and leaders")


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""


def _published(articles: Sequence[ArticleLine]) -> dict[int, tuple[dt.date, ...]]:
    dates: dict[int, tuple[dt.date, ...]] = {}
    for line in articles:
        for meeting in line.meetings if line.published else ():
            assert line.published
            dates[meeting] = (*dates.get(meeting, ()), line.published)
    return dates

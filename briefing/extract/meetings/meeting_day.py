"""The days of a meeting: the first, and the last where it goes on."""

from __future__ import annotations

import datetime as dt
import re

from briefing.extract.meetings.date_evidence import LEAD, days_told, of_leaders
from briefing.extract.meetings.meeting_dates import (
    When,
    after_talks,
    bearing,
    length_of_stay,
    own_day,
)
from briefing.extract.meetings.meeting_scenes import FAR, Scene
from briefing.extract.tables.weight_table import Weights
from briefing.extract.text.document import Document

_LIKELY = 0.0  # sum of weights from which a day counts where the rules see none


def day_of(
    document: Document, telling: list[Scene], published: dt.date | None, weights: Weights
) -> When | None:
    """Return the day of the meeting; where the rules see none, that for which most speaks, if enough.

    Args:
        document: the text as read.
        telling: the sentences that tell of the meeting.
        published: what days of the week are counted from; None where unknown.
        weights: what the evidence for a day weighs.
    """
    ruled = day_by_rule(document, telling, published)
    if ruled is not None:
        return ruled
    told = days_told(document, telling, published)
    best = max(told, key=lambda day: weights.total(day.evidence), default=None)
    return best.when if best is not None and weights.total(best.evidence) > _LIKELY else None


def day_by_rule(document: Document, telling: list[Scene], published: dt.date | None) -> When | None:
    """The date told nearest to the word for the meeting, in the weightiest sentence."""
    best: tuple[float, When] | None = None
    for scene in telling:
        if scene.past and len(scene.sides) < 2:
            continue  # what one side did on a day is no meeting
        for when in scene.dates:
            if when.day is not None and published and abs((when.day - published).days) > FAR:
                continue
            distance = abs(when.start - scene.event) / 200
            if when.saying and not after_talks(document.quote(scene.index)):
                continue
            score = (
                scene.weight * (0.5 + 0.5 * scene.credit)
                - 0.3 * when.saying
                + (when.told == "explicit") * 0.1
                - min(distance, 0.5)
            )
            score += (
                0.2 * scene.between + 0.1 * ("next" in when.words) - 0.3 * ("weekend" in when.words)
            )
            score += bearing(document.text, scene.event, when)
            score += 0.3 * of_leaders(scene, when)
            if when.day is not None and published:
                score -= max((published - when.day).days, 0) / 30  # old news is another meeting
            if best is None or score > best[0]:
                best = score, when
    return best[1] if best else _otherwise(document, telling, published)


def _otherwise(document: Document, telling: list[Scene], published: dt.date | None) -> When | None:
    """Where no sentence on the meeting has its day: `Thursday's talks`, or what was said after them."""
    opening = document.sentences[:LEAD]
    for sentence in opening:
        past = any(scene.past for scene in telling)
        day = own_day(document.text, sentence.start, sentence.end, published, past=past)
        if day is not None:
            return day
    if not any(after_talks(document.quote(scene.index)) for scene in telling if scene.past):
        return None
    said = [when for scene in telling if scene.past for when in scene.dates if when.saying]
    return next((when for when in said if when.day is not None), None)


def end_of(document: Document, when: When, telling: list[Scene]) -> dt.date | None:
    """Return the last day of a meeting of several days, None where none is told."""
    if when.last is not None:
        return when.last
    if when.day is None:
        return None
    for scene in telling[:4]:
        sentence = document.sentences[scene.index]
        days = length_of_stay(document.text, sentence.start, sentence.end)
        if days > 1 and not scene.past:
            return when.day + dt.timedelta(days=days - 1)
    leaving = (_day_of_leaving(document, when.day, scene) for scene in telling)
    return next((day for day in leaving if day), None) or _day_after_arrival(
        document, when.day, telling
    )


_VISIT = re.compile(r"\b(?:arriv(?:es?|ing)|visits?|visiting|trip|stay(?:s|ing)?)\b")
_SOON_AFTER = 5  # sentences
_ARRIVES = re.compile(r"\barriv(?:es?|ing)\b")
_LONGEST = 5  # days; what is told further ahead in one sentence is another matter


def _day_of_leaving(document: Document, first: dt.date, scene: Scene) -> dt.date | None:
    """Return the last day told of a visit where one sentence tells of its first day too.

    `will arrive on Thursday and meet the cabinet on Friday` is a visit of two days.
    """
    days = [when.day for when in scene.dates if when.day is not None]
    sentence = document.sentences[scene.index]
    if (
        scene.past
        or first not in days
        or not _VISIT.search(document.text, sentence.start, sentence.end)
    ):
        return None
    last = max(days)
    return last if 0 < (last - first).days < _LONGEST else None


def _day_after_arrival(document: Document, first: dt.date, telling: list[Scene]) -> dt.date | None:
    """Return the last day of talks where a visit begins with an arrival told in another sentence.

    `He arrives on Thursday. Friday is kept for talks.` is a visit of two days.
    """
    ahead = [scene for scene in telling if not scene.past]
    for arrival in ahead:
        sentence = document.sentences[arrival.index]
        told = first in [when.day for when in arrival.dates]
        if not told or not _ARRIVES.search(document.text, sentence.start, sentence.end):
            continue
        near = [s for s in ahead if 0 < s.index - arrival.index <= _SOON_AFTER]
        days = [w.day for s in near for w in s.dates if w.day is not None and not w.saying]
        return max((day for day in days if 0 < (day - first).days < _LONGEST), default=None)
    return None

"""The meeting an article is about: sides, leaders, date, place and host; none where there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from briefing.extract.meetings.cities import Place
from briefing.extract.meetings.date_evidence import LEAD
from briefing.extract.meetings.meeting_dates import When
from briefing.extract.meetings.meeting_day import day_of, end_of
from briefing.extract.meetings.meeting_leaders import leaders_of
from briefing.extract.meetings.meeting_places import whereabouts
from briefing.extract.meetings.meeting_scenes import Scene, scenes_of
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention
from briefing.model import MeetingFound, PersonFound

AT_ONCE = 4  # sentences within which one that names both sides is enough
SOON = 6  # sentences within which a list of all who meet stands
ENOUGH = 1.4
TWICE = 1.7
PLAIN = 3.0  # for a second meeting in one article
SURE = 0.4  # of a sentence: less leaves open whether the meeting is held


def find_meetings(
    document: Document,
    people: tuple[PersonFound, ...],
    tables: Tables,
    *,
    published: dt.date | None,
    sides: Sequence[str],
    mentions: tuple[SideMention, ...],
) -> tuple[MeetingFound, ...]:
    """Return the meeting the article is about, or none: opinion, history, one country's affairs.

    Args:
        document: the text as read.
        people: those found in it.
        tables: the tables.
        published: what days of the week are counted from; None where unknown.
        mentions: where the text names sides.
        sides: as confirmed by the user; then there is a meeting, and these are its sides.
    """
    scenes = scenes_of(document, people, mentions, tables, published=published)
    chosen = tuple(sides) or _sides(document, scenes, tables)
    if len(chosen) < 2 and not sides:
        return ()
    told = [chosen] if sides else [chosen, *_further(chosen, scenes)]
    return tuple(
        _meeting_of(document, people, tables, mentions, _own(one, told, scenes), one, published)
        for one in told
    )


def _own(
    sides: tuple[str, ...], told: list[tuple[str, ...]], scenes: tuple[Scene, ...]
) -> tuple[Scene, ...]:
    """The sentences that do not tell of another of the meetings told."""
    others = [{*other} for other in told if other != sides]
    return tuple(
        scene
        for scene in scenes
        if {*sides} <= scene.close or not any(other <= scene.close for other in others)
    )


def _meeting_of(  # noqa: PLR0917
    document: Document,
    people: tuple[PersonFound, ...],
    tables: Tables,
    mentions: tuple[SideMention, ...],
    scenes: tuple[Scene, ...],
    sides: tuple[str, ...],
    published: dt.date | None,
) -> MeetingFound:
    telling = [s for s in scenes if set(s.sides) & set(sides)]
    when = day_of(document, telling, published, tables.meetings.date_weights)
    day = when.day if when else None
    leaders = leaders_of(document, people, sides, telling, day=day)
    host, place = whereabouts(
        document, telling, mentions=mentions, sides=sides, tables=tables, day=day
    )
    return _meeting(document, sides, leaders, telling, place, host, when)


def _further(chosen: tuple[str, ...], scenes: tuple[Scene, ...]) -> list[tuple[str, str]]:
    """Other pairs told to meet as plainly, in sentences that are not of the chosen sides."""
    others = tuple(scene for scene in scenes if not {*chosen} <= scene.close)
    scores = _scores(others)
    plain = [pair for pair, score in scores.items() if score >= PLAIN]
    return [pair for pair in plain if _told_surely(pair, others) and _by_people(pair, others)]


def _by_people(pair: tuple[str, str], scenes: tuple[Scene, ...]) -> bool:
    """Whether a sentence with a date names people of both sides who meet."""
    return any(
        scene.between and scene.dates and {*pair} <= {person.side for person in scene.people}
        for scene in scenes
        if scene.rank < LEAD and scene.credit > SURE
    )


def _scores(scenes: tuple[Scene, ...]) -> dict[tuple[str, str], float]:
    scores: dict[tuple[str, str], float] = {}
    for scene in scenes:
        if scene.between and scene.rank < LEAD:
            for pair in _pairs(scene):
                told = scene.sides[pair[0]] + scene.sides[pair[1]] + ({*pair} <= scene.joint)
                scores[pair] = scores.get(pair, 0) + told * scene.weight * scene.credit
    return scores


def _sides(document: Document, scenes: tuple[Scene, ...], tables: Tables) -> tuple[str, ...]:
    """The two sides most often told to meet; more where the text lists all who meet."""
    scores = _scores(scenes)
    if not scores:
        return ()
    best = max(scores, key=lambda pair: scores[pair])
    if scores[best] < ENOUGH or not _told_surely(best, scenes):
        return ()
    listed = [s.joint for s in scenes if s.rank < SOON and s.credit > SURE and {*best} <= s.joint]
    if listed and len(most := sorted(listed, key=len)[-1]) > len(best):
        return tuple(sorted(most))
    head = document.text[: document.sentences[min(6, len(document.sentences) - 1)].end].lower()
    if any(word in head for word in tables.meetings.trilateral):
        return _with_third(best, scores)
    return best


def _told_surely(pair: tuple[str, str], scenes: tuple[Scene, ...]) -> bool:
    """Whether the opening tells of their meeting, or several sentences do, not one in passing."""
    if any(s.off and {*pair} <= s.sides.keys() for s in scenes if s.rank < AT_ONCE):
        return False
    sure = [s for s in scenes if s.between and {*pair} <= s.close and s.credit > SURE]
    told = sum(s.credit + 0.3 * bool(s.dates) for s in sure if s.rank < LEAD)
    return told >= 1 and (sure[0].rank < AT_ONCE or told >= TWICE)


def _pairs(scene: Scene) -> list[tuple[str, str]]:
    acting = scene.acting
    names = sorted(scene.close)
    return [(a, b) for place, a in enumerate(names) for b in names[place + 1 :] if {a, b} & acting]


def _with_third(best: tuple[str, str], scores: dict[tuple[str, str], float]) -> tuple[str, ...]:
    others: dict[str, float] = {}
    for pair, score in scores.items():
        for side in set(pair) - {*best}:
            others[side] = others.get(side, 0) + score
    third = max(others, key=lambda side: others[side], default="")
    return tuple(sorted([*best, third])) if third else best


def _meeting(  # noqa: PLR0917
    document: Document,
    sides: tuple[str, ...],
    leaders: tuple[tuple[str, str], ...],
    telling: list[Scene],
    place: Place | None,
    host: str | None,
    when: When | None,
) -> MeetingFound:
    city = place.city if place else ""
    return MeetingFound(
        title=_title(sides, leaders, city),
        sides=sides,
        leaders=leaders,
        date=when.day if when else None,
        end_date=end_of(document, when, telling) if when else None,
        date_text=when.words if when else "",
        date_in_text=when.told if when else "none",
        date_basis=when.basis if when else "",
        place=city,
        place_text=place.words if place else "",
        host=host,
        evidence=tuple(document.extent(scene.index) for scene in _best(telling)[:4]),
    )


def _title(sides: tuple[str, ...], leaders: tuple[tuple[str, str], ...], city: str) -> str:
    names = dict(leaders)
    who = "–".join(names[s].split()[-1] if s in names else s for s in sides)
    return f"{who} meeting, {city}" if city else f"{who} meeting"


def _best(telling: list[Scene]) -> list[Scene]:
    return [scene for scene in telling if scene.between] or telling

"""Who speaks for each side at a meeting: those told to meet, not those who are merely powerful."""

from __future__ import annotations

import datetime as dt
import re

from briefing.extract.meetings.meeting_scenes import Scene
from briefing.extract.text.document import Document
from briefing.model import Extent, PersonFound

_KINDS = (("leader", "minister"), ("official",))
_GOING = ("leader", "minister", "official")
_OFTENER = 3  # times a head is named more than a minister told to meet: the visit is the head's
_LINK = 100  # characters between a name and the word for the meeting that still join them
_LOOSE = 0.25
_TOLD = 0.12  # of a score: less is a mention
_SURE = 0.4  # of a sentence's credit
_NOT_SELF = re.compile(
    r"['’]?s?\s+(?:administration|government|cabinet|team|aides|allies|predecessor|spokes)"
    r"|['’]s?\s+(?!(?:[\w-]+\s){0,3}(?:visit|trip|meeting|talks|arrival|guest|host))"
)
_SERVED = re.compile(
    r"\b(?:aide|adviser|advisor|spokes\w+|wife|husband|son|daughter|office|government|administration|cabinet|ally|successor)"
    r" (?:to|of|for) (?:[\w.’']+ ){0,3}$"
)
_BREAKS = re.compile(r"[;:]|(?<![A-Z])(?<!\b[DM]r)(?<!\bMs)\.\s")
_LEADS = re.compile(
    r"(?:,[^,;]{0,60},)?\s(?:\w+\s){0,2}(?:lead|leads|leading|led|heads?|headed|heading)\s(?:[\w’'-]+\s){1,4}(?:delegation|team|side)\b"
)
_STAYS_AWAY = re.compile(
    r"(?:,[^,;]{0,60},)?\s(?:\w+\s){0,3}?(?:(?:not|unable to|declin\w+ to|refus\w+ to)\s(?:be\s)?(?:attend|attending|taking part|take part|present)"
    r"|w(?:o|ould)n['’]t\s(?:attend|take part)|skip(?:s|ped|ping)?)\b(?! (?:over|to)\b)"
)
_ABSENT = re.compile(r"\b(?:absence of|in place of)\s(?:[\w.’'-]+\s){0,4}$")
_LED_BY = re.compile(r"\b(?:led|headed) by\s+(?:\S+\s){0,8}$")


def served(text: str, place: Extent) -> bool:
    """Whether another serves the one named at `place`: `an aide to the prime minister, NAME`."""
    return _SERVED.search(text[max(0, place.start - 60) : place.start]) is not None


def stays_away(text: str, person: PersonFound) -> bool:
    """Whether a person is told not to come: `NAME will not attend`, `in the absence of NAME`."""
    return any(
        _STAYS_AWAY.match(text, place.end)
        or _ABSENT.search(text[max(0, place.start - 60) : place.start])
        for place in person.mentions
    )


def leaders_of(
    document: Document,
    people: tuple[PersonFound, ...],
    sides: tuple[str, ...],
    scenes: list[Scene],
    *,
    day: dt.date | None,
) -> tuple[tuple[str, str], ...]:
    """Return (side, name) of the one who meets for each side, in order of `sides`.

    Args:
        document: the text as read.
        people: those found in it.
        sides: of the meeting.
        scenes: the sentences that tell of it.
        day: the day of the meeting; sentences of other days do not count.
    """
    telling = {scene.index: scene for scene in scenes if _counts(scene, day)}
    people = tuple(person for person in people if not stays_away(document.text, person))
    found = {side: _told_to_meet(document, people, side, telling) for side in sides}
    missing = [side for side in sides if found[side] is None]
    heads = {side: _foremost(people, side, "leader") for side in sides}
    summit = any(p is not None and p.kind == "leader" for p in found.values())
    summit = summit or (len(missing) == len(sides) and sum(map(bool, heads.values())) > 1)
    for side, person in found.items():
        head = heads[side]
        if summit and head is not None and person is not None and person.kind != "leader":
            eclipsed = len(head.mentions) >= _OFTENER * len(person.mentions)
            found[side] = head if eclipsed and not _leads(document.text, person) else person
    for side in missing:
        found[side] = heads[side] if summit else _foremost(people, side, "minister")
    return tuple((side, person.name) for side, person in found.items() if person is not None)


def _foremost(people: tuple[PersonFound, ...], side: str, kind: str) -> PersonFound | None:
    named = [person for person in people if person.side == side and person.kind == kind]
    return max(named, key=lambda person: len(person.mentions), default=None)


def _told_to_meet(
    document: Document, people: tuple[PersonFound, ...], side: str, telling: dict[int, Scene]
) -> PersonFound | None:
    own = [p for p in people if p.side == side and p.kind in _GOING]
    leading = next((p for p in own if _leads(document.text, p)), None)
    if leading is not None:
        return leading
    for kinds in _KINDS:
        named = [p for p in own if p.kind in kinds]
        scores = [(_score(document, p, telling), p) for p in named]
        best = max(scores, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= _TOLD:
            return best[1]
    return None


def _leads(text: str, person: PersonFound) -> bool:
    """Whether a person leads those who come for a side."""
    return any(_LEADS.match(text, place.end) for place in person.mentions)


def _counts(scene: Scene, day: dt.date | None) -> bool:
    days = [when.day for when in scene.dates if when.day is not None]
    other = day is not None and days and all(abs((d - day).days) > 3 for d in days)
    return scene.credit > _SURE and not other


def _score(document: Document, person: PersonFound, scenes: dict[int, Scene]) -> float:
    """Sum up the scenes that name a person, each by the place that is linked best to the meeting."""
    links: dict[int, float] = {}
    for place in person.mentions:
        index = document.sentence_at(place.start)
        if index is not None and index in scenes:
            start = document.sentences[index].start
            link = _link(document.text, place, scenes[index], start)
            links[index] = max(links.get(index, 0.0), link)
    return sum((scenes[i].weight * scenes[i].credit * link for i, link in links.items()), 0.0)


def _link(text: str, place: Extent, scene: Scene, start: int) -> float:
    if _NOT_SELF.match(text, place.end) or served(text, place):
        return 0.0
    if _LED_BY.search(text[max(start, place.start - 90) : place.start]):
        return 1.2
    if not scene.told:
        return _LOOSE
    low, high = sorted(((place.start, place.end), (scene.event, scene.event)))
    gap = text[low[1] : high[0]]
    return 1.0 if len(gap) <= _LINK and not _BREAKS.search(gap) else _LOOSE

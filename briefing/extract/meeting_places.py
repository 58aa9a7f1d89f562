"""Where a meeting is held and on whose soil."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.document import Document
from briefing.extract.meeting_scenes import Scene
from briefing.extract.sides import SideMention
from briefing.extract.tables import Tables

_AT = re.compile(r"\b(?:in|at|to|for)\s+(?:the\s+|downtown\s+)?(?:[A-Za-z-]+\s)?$")
_EVENT_AFTER = re.compile(r"['’]?s?\s+(?:meeting|talks|visit|summit|lunch|dinner|ceremony|session|trip)")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{3,30}?(?:\s*\(|,\s|\s[—–-]+\s|\s[A-Z][a-z.])|[A-Z][a-z]+, [A-Z][a-z]+ \d")
_TOWARDS = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?|flew|fly|flying|arriv(?:es|ed|e|ing|al)|tour|came|come|comes|"
    r"head(?:s|ed|ing)?|go|goes|went|going|journey|delegation|leaves|leave|stop|return(?:s|ed)?)"
    r"(?:\s+(?:to|in|of|for|through|here in))?\s+(?:the\s+|neighbou?ring\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
_IN = re.compile(r"\bin\s+(?:the\s+)?$")
_HOSTS = re.compile(r"\b(?:host(?:s|ed|ing)?|welcom(?:es|ed|e|ing)|receiv(?:es|ed|e)|greet(?:s|ed))\b")
_GUEST = re.compile(r"\bvisiting\s+(?:\S+\s){0,4}$")


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the words that tell it, and the side it belongs to ("" where unknown)."""

    city: str
    words: str
    side: str


def place_of(
    document: Document,
    telling: list[Scene],
    mentions: tuple[SideMention, ...],
    tables: Tables,
    visited: str | None,
) -> Place | None:
    """Return the city the meeting is held in, or None where no sentence about it tells one.

    Args:
        document: the text.
        telling: the sentences about the meeting.
        mentions: where the text names sides.
        tables: the tables.
        visited: the side told to be visited; a city elsewhere is then not the place.
    """
    scores: dict[str, float] = {}
    places: dict[str, Place] = {}
    for scene, mention in _inside(document, telling, mentions):
        place = _place(document.text, mention, tables)
        if place is None or (visited and place.side != visited):
            continue
        score = _likeliness(document.text, mention, scene, place)
        if score:
            scores[place.city] = scores.get(place.city, 0) + score
            places.setdefault(place.city, place)
    return places[max(scores, key=lambda city: scores[city])] if scores else None


def _inside(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...]
) -> Iterator[tuple[Scene, SideMention]]:
    for scene in telling:
        sentence = document.sentences[scene.index]
        for mention in mentions:
            if sentence.start <= mention.start < sentence.end:
                yield scene, mention


def _likeliness(text: str, mention: SideMention, scene: Scene, place: Place) -> float:
    before = text[max(0, mention.start - 24) : mention.start]
    at = _AT.search(before) is not None or _TOWARDS.search(before) is not None
    event = _EVENT_AFTER.match(text, mention.end) is not None
    near = 1 - min(abs(mention.start - scene.event), 100) / 200
    if at or event:
        return scene.weight**2 * near
    return 0.1 * scene.weight if _dateline(text, mention) and place.side in scene.sides else 0.0


def _place(text: str, mention: SideMention, tables: Tables) -> Place | None:
    words = text[mention.start : mention.end]
    if words in tables.meetings.seats:
        return Place(tables.meetings.seats[words], words, mention.side)
    if mention.how in ("capital", "place", "city") or words in ("Brussels", "Chequers"):
        return Place(words.title() if words.isupper() else words, words, mention.side)
    return None


def _dateline(text: str, mention: SideMention) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    return not text[line : mention.start].strip() and _DATELINE.match(text, mention.start) is not None


def host_of(sides: tuple[str, ...], place: Place | None, visited: str | None) -> str | None:
    """Return the side on whose soil the meeting is held; None elsewhere or where not told."""
    if visited:
        return visited
    return place.side if place is not None and place.side in sides else None


def visited_side(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], sides: tuple[str, ...]
) -> str | None:
    """Return the side that is told to be visited or to welcome the other, or None."""
    scores: dict[str, float] = {}
    for scene, mention in _inside(document, telling, mentions):
        if mention.side not in sides or mention.how in ("demonym", "party", "body", "agency"):
            continue
        before = document.text[max(0, mention.start - 40) : mention.start]
        if _TOWARDS.search(before):
            scores[mention.side] = scores.get(mention.side, 0) + scene.weight**2
        elif _IN.search(before) and mention.how == "name" and scene.between:
            scores[mention.side] = scores.get(mention.side, 0) + 0.3 * scene.weight**2
    for scene in telling:
        for side, score in _welcoming(document, scene, sides):
            scores[side] = scores.get(side, 0) + score * scene.weight**2
    return max(scores, key=lambda side: scores[side]) if scores else None


def _welcoming(
    document: Document, scene: Scene, sides: tuple[str, ...]
) -> Iterator[tuple[str, float]]:
    """`X hosts Y`: X's side; `visiting Y`: the other one."""
    sentence = document.sentences[scene.index]
    match = _HOSTS.search(document.text, sentence.start, sentence.end)
    for person in scene.people:
        for place in person.mentions:
            if not sentence.start <= place.start < sentence.end or person.side not in sides:
                continue
            if match is not None and place.end <= match.start() <= place.end + 60:
                yield person.side, 1.0
            if _GUEST.search(document.text[max(sentence.start, place.start - 60) : place.start]):
                yield from ((side, 1.0) for side in sides if side != person.side)

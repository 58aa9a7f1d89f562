"""Where a meeting is held and on whose soil."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.document import Document
from briefing.extract.meeting_scenes import Scene
from briefing.extract.sides import SideMention
from briefing.extract.tables import Tables

_AT = re.compile(r"\b(?:in|at|to|for)\s+(?:the\s+|downtown\s+)?(?:[A-Za-z-]+\s)?$")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{3,30}(?:\s*\(|,\s|\s[—–-]\s)")
_TO_COUNTRY = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?|flew|fly|arriv(?:es|ed|e|ing)|tour|came|head(?:s|ed)?|go|goes|went|journey)"
    r"(?:\s+(?:to|in|of))?\s+(?:the\s+)?$"
)
_HOSTS = re.compile(
    r"\b(?:host(?:s|ed|ing)?|welcom(?:es|ed|e|ing)|receiv(?:es|ed|e)|greet(?:s|ed))\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the words that tell it, and the side it belongs to ("" where unknown)."""

    city: str
    words: str
    side: str


def place_of(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Place | None:
    """Return the city the meeting is held in, or None where no sentence about it tells one."""
    scores: dict[str, float] = {}
    places: dict[str, Place] = {}
    for scene in telling:
        sentence = document.sentences[scene.index]
        for mention in mentions:
            if not sentence.start <= mention.start < sentence.end:
                continue
            place = _place(document.text, mention, tables)
            if place is None:
                continue
            seat = mention.how in ("seat", "place") and place.city != place.words
            at = _AT.search(document.text[max(0, mention.start - 24) : mention.start]) is not None
            if not seat and not at and not _dateline(document.text, mention):
                continue
            near = 1 - min(abs(mention.start - scene.event), 100) / 200
            score = scene.weight * near * (1.0 if seat or at else 0.3)
            scores[place.city] = scores.get(place.city, 0) + score
            places.setdefault(place.city, place)
    return places[max(scores, key=lambda city: scores[city])] if scores else None


def _place(text: str, mention: SideMention, tables: Tables) -> Place | None:
    words = text[mention.start : mention.end]
    if words in tables.meetings.seats:
        return Place(tables.meetings.seats[words], words, mention.side)
    if mention.how in ("capital", "place", "city") or words in ("Brussels", "Chequers"):
        return Place(words, words, mention.side)
    return None


def _dateline(text: str, mention: SideMention) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    return mention.start == line and _DATELINE.match(text, line) is not None


def host_of(  # noqa: PLR0913, PLR0917
    document: Document,
    telling: list[Scene],
    sides: tuple[str, ...],
    leaders: tuple[tuple[str, str], ...],
    place: Place | None,
    tables: Tables,
) -> str | None:
    """Return the side on whose soil the meeting is held; None elsewhere or where not told."""
    visited = _visited(document, telling, sides, tables)
    if place is not None and place.side:
        return place.side if place.side in sides else visited if visited in sides else None
    return visited or _welcoming(document, telling, sides)


def _visited(
    document: Document, telling: list[Scene], sides: tuple[str, ...], tables: Tables
) -> str | None:
    scores: dict[str, float] = {}
    countries = tables.countries.countries
    for scene in telling:
        sentence = document.sentences[scene.index]
        for side in sides:
            for name in (side, *countries[side].aliases) if side in countries else (side,):
                for match in re.finditer(
                    rf"\b{re.escape(name)}(?!\w)", document.quote(scene.index)
                ):
                    before = document.text[: sentence.start + match.start()][-40:]
                    if _TO_COUNTRY.search(before):
                        scores[side] = scores.get(side, 0) + scene.weight
    return max(scores, key=lambda s: scores[s]) if scores else None


def _welcoming(document: Document, telling: list[Scene], sides: tuple[str, ...]) -> str | None:
    for scene in telling:
        sentence = document.sentences[scene.index]
        match = _HOSTS.search(document.text, sentence.start, sentence.end)
        if match is None:
            continue
        before = [
            (m.start, p.side) for p in scene.people for m in p.mentions
            if sentence.start <= m.start < match.start() and p.side in sides
        ]  # fmt: skip
        if before:
            return max(before)[1]
    return None

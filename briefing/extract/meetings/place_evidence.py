"""Evidence: what speaks for a city as the place of the meeting.

The names are those of `resources/place_weights.csv`; tests/extract/train_meetings.py finds what they weigh.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.extract.meetings.cities import Place, city_at, dateline, unlisted, venues
from briefing.extract.meetings.meeting_scenes import Scene
from briefing.extract.meetings.meeting_travel import EVENT_AFTER, FOUGHT, TOWARDS
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention

_EVENT = re.compile(
    r"\b(?:meetings?|talks|summit|visit|conference|session|dinner|lunch|ceremony|negotiations|discussions|forum|gathering"
    r"|met|meets?|held|hosted|sat down|arriv\w+|landed|flew|travel\w*|trip|stop)(?:\s[\w-]+){0,6}?"
    r"\s(?:in|at|to|outside|near)\s(?:the\s)?(?:[\w-]+\s){0,4}$"
)
_IN = re.compile(
    r"\b(?:in|at)\s(?:the\s)?(?:[\w-]+\s(?:city|capital|town|resort|port)\s(?:of\s)?)?$"
)
_GONE = re.compile(r"\b(?:arriv|land|flew|fl(?:y|ies)|travel|head|visit)")
# `Lima said`, `talks with Lima`, `Lima's demand`: the government, not the city.
_ACTS = re.compile(
    r"\s(?:said|says|has|have|is|was|had|will|would|wants|wanted|also|could|may|to|hopes|hoped|seeks|must|should|believes|called"
    r"|accused|warned|announced|agreed|did|does|sees|insists|can)\b"
)
_DEALT_WITH = re.compile(r"\b(?:with|between|against|by|from|of|via)\s(?:the\s)?$")
_BYGONE = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|\w+ber)|in (?:19|20)\d\d|years? ago|months? ago"
    r"|earlier (?:this|in)|previous|later this|next (?:month|year)|since)\b"
)
_REACH = 60  # characters before a city that tell what it is there for
_MOST = 6  # places looked at of a city no table knows
_SURE = 0.4  # of a sentence's credit
_PARTS = ((4, "first"), (12, "early"))  # sentences


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules alone tell: the city, the host, and the votes for each side."""

    city: Place | None
    host: str | None
    votes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class CityTold:
    """A city that the text names, and what speaks for it as the place of the meeting."""

    place: Place
    evidence: frozenset[str]


@dataclass
class _City:
    place: Place
    told: Counter[str] = field(default_factory=Counter)


def cities_told(
    document: Document,
    telling: list[Scene],
    mentions: tuple[SideMention, ...],
    tables: Tables,
    *,
    sides: tuple[str, ...],
    day: dt.date | None,
    ruled: Ruled,
) -> tuple[CityTold, ...]:
    """Return all cities a text names, with the evidence for each.

    Args:
        document: the text as read.
        telling: the sentences that tell of the meeting.
        mentions: where the text names sides.
        tables: the tables.
        sides: those who meet.
        day: of the meeting, None where unknown.
        ruled: what the rules tell.
    """
    found: dict[str, _City] = {}
    scenes = {scene.index: scene for scene in telling}
    for place, start, end in _named(document, telling, mentions, tables):
        city = found.setdefault(place.city, _City(place))
        city.told.update(_of_mention(document, (start, end), scenes, day))
    line = dateline(document, tables)
    if line is not None:
        found.setdefault(line.city, _City(line)).told["dateline"] += 1
    for place in venues(document, mentions, tables):
        found.setdefault(place.city, _City(place)).told["venue"] += 1
    total = sum(ruled.votes.values()) or 1.0
    return tuple(
        CityTold(
            city.place,
            frozenset([
                *(name for name in city.told if name not in ("named", "as a place")),
                *_of_counts(city.told),
                *_of_side(city.place, sides, tables, line),
                *_of_rules(city.place, ruled, total),
            ]),
        )
        for city in found.values()
    )  # fmt: skip


def _named(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[tuple[Place, int, int]]:
    """Yield the cities with their places in the text."""
    text = document.text
    for mention in mentions:
        place = city_at(text, mention, tables) or _as_capital(text, mention, tables)
        if place is not None:
            yield place, mention.start, mention.end
    seen = {place.words: place for place, _ in unlisted(document, telling, mentions, tables)}
    for words, place in seen.items():
        start = -1
        for _ in range(_MOST):
            start = text.find(words, start + 1)
            if start < 0:
                break
            yield place, start, start + len(words)


def _as_capital(text: str, mention: SideMention, tables: Tables) -> Place | None:
    """`in the Peruvian capital`: Lima."""
    country = tables.countries.countries.get(mention.side)
    if country is None or not text.startswith(" capital", mention.end):
        return None
    if not text.endswith((" in the ", " to the ", " at the "), 0, mention.start):
        return None
    return Place(country.capital, f"the {text[mention.start : mention.end]} capital", mention.side)


def _of_mention(
    document: Document, at: tuple[int, int], scenes: dict[int, Scene], day: dt.date | None
) -> list[str]:
    """Return what one place of the text that names a city tells."""
    text, (start, end) = document.text, at
    index = document.sentence_at(start)
    if index is None:
        return []
    sentence = document.sentences[index]
    before = " ".join(text[max(sentence.start, start - _REACH) : start].split()) + " "
    going = TOWARDS.search(before) is not None
    event = _EVENT.search(before) is not None or EVENT_AFTER.match(text, end) is not None
    inside = _IN.search(before) is not None
    part = next((name for limit, name in _PARTS if index < limit), "late")
    if not (inside or going or event) or FOUGHT.search(before):
        return ["named", *(() if _as_government(text, end, before) else (f"bare {part}",))]
    told = ["named", "as a place"]
    if _BYGONE.search(document.quote(index)):
        return [*told, "of another time"]
    how = "to" if going else "event in" if event else "in"
    told += [how, f"{how} {part}", *(["went to"] if _GONE.search(before) else [])]
    scene = scenes.get(index)
    return [*told, *(_of_scene(scene, how, part, start, day) if scene is not None else ())]


def _as_government(text: str, end: int, before: str) -> bool:
    owns = text[end : end + 2] in ("'s", "’s")
    return owns or bool(_ACTS.match(text, end) or _DEALT_WITH.search(before))


def _of_scene(  # noqa: PLR0917
    scene: Scene, how: str, part: str, start: int, day: dt.date | None
) -> Iterator[str]:
    if not scene.told:
        return
    yield f"told {how}"
    if scene.between:
        yield f"between {how} {part}"
    if scene.credit > _SURE:
        yield f"held {how}"
    if scene.past:
        yield f"past {how}"
    if abs(start - scene.event) < _REACH:
        yield f"close {how}"
    days = [when.day for when in scene.dates if when.day is not None]
    if day is not None and days:
        yield "of the day" if any(abs((d - day).days) <= 1 for d in days) else "of another day"


def _of_counts(told: Counter[str]) -> Iterator[str]:
    yield f"named {_up_to(told['named'], (0, 1, 3, 6))}"
    yield f"as a place {_up_to(told['as a place'], (0, 1, 2, 4))}"
    if told["event in"] > 1:
        yield "event in twice"


def _of_side(
    place: Place, sides: tuple[str, ...], tables: Tables, line: Place | None
) -> Iterator[str]:
    country = tables.countries.countries.get(place.side)
    capital = country is not None and country.capital == place.city
    own = place.side in sides
    yield "own" if own else "third" if place.side else "of no known side"
    yield f"{'capital' if capital else 'city'} {'own' if own else 'third'}"
    if line is not None and line.side == place.side:
        yield "side of dateline"


def _of_rules(place: Place, ruled: Ruled, total: float) -> Iterator[str]:
    yield f"votes {_up_to(ruled.votes.get(place.side, 0.0) / total, (0, 0.25, 0.5, 0.75))}"
    if ruled.host == place.side:
        yield "host by rule"
    if ruled.city is not None and ruled.city.city == place.city:
        yield "city by rule"


def _up_to(number: float, edges: tuple[float, ...]) -> str:
    return next((f"up to {edge}" for edge in edges if number <= edge), "more")

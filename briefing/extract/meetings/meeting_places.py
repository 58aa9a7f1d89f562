"""Where a meeting is held and on whose soil."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.meetings.cities import Place, city_at, dateline, unlisted, venues
from briefing.extract.meetings.meeting_scenes import Scene
from briefing.extract.meetings.meeting_travel import likeliness, said_here, welcoming
from briefing.extract.meetings.place_evidence import CityTold, Ruled, cities_told
from briefing.extract.tables.tables import Tables
from briefing.extract.tables.weight_table import Weights
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention, within

NEAR = 3  # days from the meeting within which a date may be one of it
_TELEPHONE = re.compile(
    r"\b(?:tele)?phone[ds]?\b|\bby video|\bvideo (?:call|link|conference)|\b(?:a|['’]s|productive|our) call with\b|\b[Cc]alls? between\b"
)
_SURE = 0.4  # of a sentence's credit
_ASSEMBLY = re.compile(
    r"\b(?:sidelines?|margins?) of (?:[\w-]+ ){0,5}?(?:U\.?N\.?G\.?A\.?|(?:U\.?N\.?|United Nations) General Assembly)"
)
_ENOUGH = 0.04  # of votes, to name a host
_LIKELY, _SURELY = -1.0, 0.8  # sums of weights: to name a city, and to name the host by it


Vote = tuple[str, Place | None, float]  # side, city, weight


def whereabouts(
    document: Document,
    telling: list[Scene],
    *,
    mentions: tuple[SideMention, ...],
    sides: tuple[str, ...],
    tables: Tables,
    day: dt.date | None = None,
) -> tuple[str | None, Place | None]:
    """Return the host, on whose soil the meeting is held, and the city; None where not told.

    Cities and visits vote together: `travel to Delhi`, `visits India`, `hosted by` its leader. A
    city of neither side that wins is neutral ground. Sentences about another day count less.
    """
    telling = [_of_day(scene, day) for scene in telling]
    votes = list(_votes(document, telling, mentions, tables))
    hosts = _hosts(document, telling, votes, sides)
    line = dateline(document, tables)
    if _by_telephone(document, telling):
        return None, None
    if not hosts and line is not None and line.side in sides:
        hosts[line.side] = 1.0
    host = max(hosts, key=lambda side: hosts[side]) if hosts else None
    best = _city(votes, host, tables)
    if best is None and line is not None and line.side == host:
        best = line
    host = host if host in sides else None
    if best is None and host is not None:
        best = _capital(document, host, mentions, tables)
    ruled = Ruled(best, host, hosts)
    told = cities_told(document, telling, mentions, tables, sides=sides, day=day, ruled=ruled)
    return _likeliest(told, ruled, sides, tables.meetings.place_weights)


def _likeliest(
    told: tuple[CityTold, ...], ruled: Ruled, sides: tuple[str, ...], weights: Weights
) -> tuple[str | None, Place | None]:
    """The city for which most speaks, and its side as host; what the rules tell where it is too little."""
    totals = [weights.total(city.evidence) for city in told]
    most = max(totals, default=_LIKELY)
    if most <= _LIKELY:
        return ruled.host, ruled.city
    place = told[totals.index(most)].place
    if most < _SURELY:
        return ruled.host, place
    return place.side if place.side in sides else None, place


def _hosts(
    document: Document, telling: list[Scene], votes: list[Vote], sides: tuple[str, ...]
) -> dict[str, float]:
    """The votes for each side as host; none where they are too few to tell."""
    hosts: dict[str, float] = {}
    for side, _, score in votes:
        if side:
            hosts[side] = hosts.get(side, 0) + score
    for scene in telling:
        for side, score in welcoming(document, scene, sides):
            hosts[side] = hosts.get(side, 0) + score * scene.weight**2 * scene.credit
    return hosts if max(hosts.values(), default=0) >= _ENOUGH else {}


def _city(votes: list[Vote], host: str | None, tables: Tables) -> Place | None:
    cities: dict[str, float] = {}
    places: dict[str, Place] = {}
    for _, place, score in votes:
        if place is not None and place.side in (host or "", ""):
            cities[place.city] = cities.get(place.city, 0) + score * _rank(place, tables)
            places.setdefault(place.city, place)
    return places[max(cities, key=lambda city: cities[city])] if cities else None


def _by_telephone(document: Document, telling: list[Scene]) -> bool:
    """Whether the first sentence of those who meet tells of a call."""
    first = next((scene for scene in telling if scene.between and scene.credit > _SURE), None)
    return first is not None and _TELEPHONE.search(document.quote(first.index)) is not None


def _of_day(scene: Scene, day: dt.date | None) -> Scene:
    days = [when.day for when in scene.dates if when.day is not None]
    if day is None or not days or any(abs((other - day).days) <= NEAR for other in days):
        return scene
    return replace(scene, weight=0.5 * scene.weight)


def _rank(place: Place, tables: Tables) -> float:
    """Of several cities of a visit the capital is where governments meet."""
    country = tables.countries.countries.get(place.side)
    return 1.3 if country is not None and country.capital == place.city else 1.0


def _votes(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[Vote]:
    """Each place and visit told."""
    for scene, mention in _inside(document, telling, mentions):
        place = city_at(document.text, mention, tables)
        score = likeliness(document, mention, scene, tables, city=place is not None)
        if score:
            yield mention.side, place, score
        yield from _capital_told(document.text, mention, scene, tables)
    for place, score in unlisted(document, telling, mentions, tables):
        yield place.side, place, score
    line = dateline(document, tables)
    for scene in telling:
        if line is not None and said_here(document, scene):
            yield line.side, line, scene.weight**2
    for place in venues(document, mentions, tables):
        yield place.side, place, 1.0
    yield from _at_assembly(document, telling)


def _capital_told(text: str, mention: SideMention, scene: Scene, tables: Tables) -> Iterator[Vote]:
    """`after talks in the Peruvian capital`: in Lima."""
    before, after = (
        text[max(0, mention.start - 8) : mention.start],
        text[mention.end : mention.end + 8],
    )
    country = tables.countries.countries.get(mention.side)
    if after != " capital" or country is None or not re.search(r"\b(?:in|to) the $", before):
        return
    words = f"the {text[mention.start : mention.end]} capital"
    yield mention.side, Place(country.capital, words, mention.side), scene.weight**2 * scene.credit


def _at_assembly(document: Document, telling: list[Scene]) -> Iterator[Vote]:
    """`on the sidelines of the UN General Assembly`: in New York."""
    for scene in telling:
        match = _ASSEMBLY.search(document.quote(scene.index))
        if match is not None:
            yield "United States", Place("New York", match.group(), "United States"), scene.weight


def _capital(
    document: Document, host: str, mentions: tuple[SideMention, ...], tables: Tables
) -> Place | None:
    """The host's capital, where the text speaks of going or being there."""
    country = tables.countries.countries.get(host)
    if country is None or not country.capital:
        return None
    for mention in mentions:
        words = document.text[mention.start : mention.end]
        if mention.how == "place" and words == country.capital:
            return Place(words, words, host)
    for demonym in country.demonyms:
        match = re.search(rf"\bin the {re.escape(demonym)} capital\b", document.text)
        if match is not None:
            return Place(country.capital, match.group()[3:], host)
    return None


def _inside(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...]
) -> Iterator[tuple[Scene, SideMention]]:
    for scene in telling:
        sentence = document.sentences[scene.index]
        for mention in within(mentions, sentence.start, sentence.end):
            yield scene, mention

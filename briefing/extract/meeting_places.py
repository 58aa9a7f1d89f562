"""Where a meeting is held and on whose soil."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.document import Document
from briefing.extract.meeting_scenes import Scene
from briefing.extract.sides import SideMention, term_at
from briefing.extract.tables import Tables

_AT = re.compile(r"\b(?:in|at|to|for)\s+(?:the\s+|downtown\s+)?(?:[A-Za-z-]+\s)?$")
_EVENT_AFTER = re.compile(
    r"['’]?s?\s+(?:meeting|talks|visit|summit|lunch|dinner|ceremony|session|trip)"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{3,30}?(?:\s*\(|,\s|\s[—–-]+\s|\s[A-Z][a-z.])|[A-Z][a-z]+, [A-Z][a-z]+ \d"
)
_TOWARDS = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?|flew|fly|flying|arriv(?:es|ed|e|ing|al)|tour|came|come|comes|"
    r"head(?:s|ed|ing)?|go|goes|went|going|journey|delegation|leaves|leave|stop|return(?:s|ed)?)"
    r"(?:\s+(?:to|in|of|for|through|here in))?\s+(?:the\s+|neighbou?ring\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
_HOSTS = re.compile(
    r"\b(?:host(?:s|ed|ing)?|welcom(?:es|ed|e|ing)|receiv(?:es|ed|e)|greet(?:s|ed))\b"
)
_GUEST = re.compile(r"\bvisiting\s+(?:\S+\s){0,4}$")


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the words that tell it, and the side it belongs to ("" where unknown)."""

    city: str
    words: str
    side: str


def whereabouts(
    document: Document,
    telling: list[Scene],
    *,
    mentions: tuple[SideMention, ...],
    sides: tuple[str, ...],
    tables: Tables,
) -> tuple[str | None, Place | None]:
    """Return the host, on whose soil the meeting is held, and the city; None where not told.

    Cities and visits vote together: `travel to Delhi`, `visits India`, `hosted by` its leader. A
    city of neither side that wins is neutral ground.
    """
    hosts: dict[str, float] = {}
    cities: dict[str, float] = {}
    places: dict[str, Place] = {}
    for side, place, score in _votes(document, telling, mentions, tables):
        if side and (place is not None or side in sides):
            hosts[side] = hosts.get(side, 0) + score
        if place is not None:
            cities[place.city] = cities.get(place.city, 0) + score
            places.setdefault(place.city, place)
    for scene in telling:
        for side, score in _welcoming(document, scene, sides):
            hosts[side] = hosts.get(side, 0) + score * scene.weight**2
    host = max(hosts, key=lambda side: hosts[side]) if hosts else None
    fitting = [city for city in cities if places[city].side in (host or "", "")]
    best = places[max(fitting, key=lambda city: cities[city])] if fitting else None
    host = host if host in sides else None
    if best is None and host is not None:
        best = _capital(document, host, mentions, tables)
    return host, best


def _votes(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[tuple[str, Place | None, float]]:
    """Each place and visit told, as (side, city, weight)."""
    for scene, mention in _inside(document, telling, mentions):
        place = _place(document.text, mention, tables)
        score = _likeliness(document.text, mention, scene, tables, city=place is not None)
        if score:
            yield mention.side, place, score
    for place, score in _unlisted(document, telling, mentions, tables):
        yield place.side, place, score


def _capital(
    document: Document, host: str, mentions: tuple[SideMention, ...], tables: Tables
) -> Place | None:
    """The host's capital, where the text speaks of going or being there, or is written from it."""
    country = tables.countries.countries.get(host)
    if country is None or not country.capital:
        return None
    for mention in mentions:
        words = document.text[mention.start : mention.end]
        if mention.how == "place" and words == country.capital:
            return Place(words, words, host)
    line = re.search(
        rf"^\s*({re.escape(country.capital.upper())})(?:\s*\(|,\s|\s[—–-]|\s[A-Z])",
        document.text,
        re.MULTILINE,
    )
    return Place(country.capital, line.group(1), host) if line else None


def _unlisted(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[tuple[Place, float]]:
    """Cities the model sees and no table knows: `in Bali, Indonesia`."""
    for scene in telling:
        parse = document.parse(scene.index)
        if parse is None or not scene.told:
            continue
        offset = document.offset(scene.index)
        for entity in parse.ents:
            start, end = entity.start_char + offset, entity.end_char + offset
            words = document.text[start:end]
            known = any(m.start < end and start < m.end for m in mentions)
            known = known or any(words in person.spelled for person in scene.people)
            before = document.text[max(0, start - 4) : start]
            if entity.label_ != "GPE" or known or before[-3:] not in ("in ", "at ", "to "):
                continue
            yield Place(words, words, _country_behind(document.text, end, tables)), scene.weight**2


def _country_behind(text: str, end: int, tables: Tables) -> str:
    if text[end : end + 2] != ", ":
        return ""
    term = term_at(text, end + 2, len(text), tables.countries)
    return term.side if term is not None and term.how == "name" else ""


def _inside(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...]
) -> Iterator[tuple[Scene, SideMention]]:
    for scene in telling:
        sentence = document.sentences[scene.index]
        for mention in mentions:
            if sentence.start <= mention.start < sentence.end:
                yield scene, mention


def _likeliness(
    text: str, mention: SideMention, scene: Scene, tables: Tables, *, city: bool
) -> float:
    if mention.how in ("demonym", "party", "body", "agency", "region") or _adjectival(
        text, mention, tables
    ):
        return 0.0
    before = text[max(0, mention.start - 40) : mention.start]
    weight = scene.weight**2 * (1.0 if scene.between else 0.5)
    near = 1 - min(abs(mention.start - scene.event), 100) / 200
    if _TOWARDS.search(before):
        return weight
    if not city:
        return 0.0
    if _AT.search(before) is not None or _EVENT_AFTER.match(text, mention.end) is not None:
        return weight * near
    return 0.2 * weight if _dateline(text, mention) else 0.0


def _adjectival(text: str, mention: SideMention, tables: Tables) -> bool:
    """`visiting U.S. President`: the name tells whose president, not a place."""
    following = re.match(r" ([A-Za-z]+)", text[mention.end : mention.end + 24])
    return following is not None and following.group(1).lower() in tables.titles.vocabulary


def _place(text: str, mention: SideMention, tables: Tables) -> Place | None:
    words = text[mention.start : mention.end]
    if words in tables.meetings.seats:
        return Place(tables.meetings.seats[words], words, mention.side)
    if mention.how in ("capital", "place", "city") or words in ("Brussels", "Chequers"):
        return Place(words.title() if words.isupper() else words, words, mention.side)
    return None


def _dateline(text: str, mention: SideMention) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    return (
        not text[line : mention.start].strip() and _DATELINE.match(text, mention.start) is not None
    )


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

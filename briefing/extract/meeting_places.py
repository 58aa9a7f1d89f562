"""Where a meeting is held and on whose soil."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extract.document import Document
from briefing.extract.meeting_scenes import Scene
from briefing.extract.meeting_travel import likeliness, said_here, welcoming
from briefing.extract.sides import SideMention, term_at, within
from briefing.extract.tables import Tables

_DATELINE = re.compile(
    r"(?:(?P<city>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})|(?P<plain>[A-Z][a-z]+(?: [A-Z][a-z]+)?))"
    r"(?P<more>/[A-Z ]+)?(?:,\s[A-Z][\w.]+){0,2}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?(city)(?:\s\(|:\s|\s[—–-]+\s|(?<=\d)\.?(?:\s|$)|\s(?=[A-Z][a-z.]|A ))|\s?(?:\([A-Z]+\)\s?)?[—–-]+\s)"
)
# `DELHI` as a line of its own.
_ALONE = re.compile(r"\W*(?P<city>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})\W*")
_IN = re.compile(r"\b(?:in|at|to|(?:city|town|capital|resort|port) of)\s$")
NEAR = 3  # days from the meeting within which a date may be one of it
_TELEPHONE = re.compile(
    r"\b(?:tele)?phone[ds]?\b|\bby video|\bvideo (?:call|link|conference)|\b(?:a|['’]s|productive|our) call with\b|\b[Cc]alls? between\b"
)
_SURE = 0.4  # of a sentence's credit
_ASSEMBLY = re.compile(
    r"\b(?:sidelines?|margins?) of (?:[\w-]+ ){0,5}?(?:U\.?N\.?G\.?A\.?|(?:U\.?N\.?|United Nations) General Assembly)"
)
_OPENING = 8  # lines in which a dateline or the venue of a transcript stands
_ENOUGH = 0.04  # of votes, to name a host


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the words that tell it, and the side it belongs to ("" where unknown)."""

    city: str
    words: str
    side: str


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
    return host, best


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


def dateline(document: Document, tables: Tables) -> Place | None:
    """Return the city a report is written from, if its first lines tell it and a table knows it."""
    for sentence in document.sentences[:_OPENING]:
        match = _DATELINE.match(document.text, sentence.start, sentence.end)
        alone = _ALONE.fullmatch(document.text, sentence.start, sentence.end)
        if alone is None and (match is None or match["more"]):
            continue
        match = alone or match
        assert match is not None
        name = "city" if match["city"] else "plain"
        words, end = match[name], match.end(name)
        abroad = _country_behind(document.text, end, tables)
        words = " ".join(words.split())
        city = words.title() if match["city"] else words
        term = term_at(city, 0, len(city), tables.countries)
        if (
            term is not None
            and len(term.term) == len(words)
            and _is_city(term.side, term.how, term.term, tables)
        ):
            return Place(tables.meetings.seats.get(term.term, term.term), words, term.side)
        if abroad and name == "city":
            return Place(city, words, abroad)
    return None


def _is_city(side: str, how: str, words: str, tables: Tables) -> bool:
    country = tables.countries.countries.get(side)
    return (
        how in ("capital", "place", "city")
        or (country is not None and country.capital == words)
        or words == "Brussels"
    )


def _votes(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[Vote]:
    """Each place and visit told."""
    for scene, mention in _inside(document, telling, mentions):
        place = _place(document.text, mention, tables)
        score = likeliness(document, mention, scene, tables, city=place is not None)
        if score:
            yield mention.side, place, score
        yield from _capital_told(document.text, mention, scene, tables)
    for place, score in _unlisted(document, telling, mentions, tables):
        yield place.side, place, score
    line = dateline(document, tables)
    for scene in telling:
        if line is not None and said_here(document, scene):
            yield line.side, line, scene.weight**2
    for place in _venue(document, mentions, tables):
        yield place.side, place, 1.0
    yield from _at_assembly(document, telling)


def _capital_told(text: str, mention: SideMention, scene: Scene, tables: Tables) -> Iterator[Vote]:
    """`after talks in the Peruvian capital`: in Lima."""
    before, after = text[max(0, mention.start - 8) : mention.start], text[mention.end :][:8]
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


def _venue(
    document: Document, mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[Place]:
    """The venue as a line of its own at the head of a transcript: `Rideau Hall`."""
    for sentence in document.sentences[:_OPENING]:
        if sentence.end - sentence.start > 40:
            continue
        here = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
        if here and here[0].start - sentence.start <= len("The "):
            place = _place(document.text, here[0], tables)
            if place is not None:
                yield place


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


def _unlisted(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[tuple[Place, float]]:
    """Cities the model sees and no table knows: `in Bali, Indonesia`."""
    document.see_names(scene.index for scene in telling if scene.told)
    for scene in telling:
        for start, end, label in document.names(scene.index) if scene.told else ():
            words = document.text[start:end]
            before = document.text[max(0, start - 16) : start]
            if label != "GPE" or not _IN.search(before) or words[-1].isdigit():
                continue
            known = any(m.start < end and start < m.end for m in mentions)
            if known or any(words in person.spelled for person in scene.people):
                continue
            place = Place(
                " ".join(words.split()), words, _country_behind(document.text, end, tables)
            )
            yield place, scene.weight**2 * scene.credit


def _country_behind(text: str, end: int, tables: Tables) -> str:
    if text[end : end + 2] != ", ":
        return ""
    term = term_at(text, end + 2, len(text), tables.countries)
    return term.side if term is not None and term.how in ("name", "region") else ""


def _inside(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...]
) -> Iterator[tuple[Scene, SideMention]]:
    for scene in telling:
        sentence = document.sentences[scene.index]
        for mention in within(mentions, sentence.start, sentence.end):
            yield scene, mention


def _place(text: str, mention: SideMention, tables: Tables) -> Place | None:
    words = " ".join(text[mention.start : mention.end].split())
    if words in tables.meetings.seats:
        return Place(tables.meetings.seats[words], words, mention.side)
    if _is_city(mention.side, mention.how, words, tables) or words == "Chequers":
        return Place(words.title() if words.isupper() else words, words, mention.side)
    return None

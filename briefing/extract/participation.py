"""Who takes part: hosts, those attending, those expected; the others are only mentioned."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.document import Document
from briefing.extract.meeting_dates import dates_in
from briefing.extract.meeting_events import EventWords
from briefing.extract.meeting_leaders import served
from briefing.extract.tables import Tables
from briefing.model import Extent, MeetingFound, PersonFound, Sentence

# Words that put anybody named behind or before them into the room.
_SURELY = re.compile(r"(?:(?:joined|accompanied|attended|flanked) by|present)\b", re.IGNORECASE)
_BEFORE = 60  # characters between the last of those who meet and the verb
_LIST_GAP = re.compile(r"(?:(?:,|;| and| &)(?:[^;:“”\"]{0,120}?))", re.DOTALL)
_BREAK = re.compile(
    r"[;:“”\"–—]|\b(?:who|which|that|said|says|told|where|when|while|because|since|despite|he|she|they|whose"
    r"|floated|spoke|also)\b"
)
_GOES = ("leader", "minister", "official", "family", "premier", "stakeholder")
_REACH = 200  # characters a list of those present may run behind its verb
SURE = 0.4  # of a sentence's credit: less tells of another meeting
NEAR = 3  # days
_OF_LISTS = re.compile(r"\b(?:accompan|join|includ)", re.IGNORECASE)
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|press secretary)\b", re.IGNORECASE)
_OCCASION = re.compile(r"\b(?:meeting|talks|summit|visit|lunch|dinner|couch|room|delegation)\b")
_MAY_GO = re.compile(r"\b(?:is|are) (?:also )?(?:expected|likely) to|\bcould\b|\bmay\b|\bmight\b")


def take_part(
    document: Document,
    people: tuple[PersonFound, ...],
    meetings: tuple[MeetingFound, ...],
    tables: Tables,
) -> tuple[PersonFound, ...]:
    """Return the people with kind and participation as they follow from the meetings.

    Who is told to be at one of several meetings of an article takes part.
    """
    main = meetings[0].sides if meetings else _most_named(people)
    found = tuple(
        replace(p, kind="foreign_leader") if p.kind == "leader" and p.side not in main else p
        for p in people
    )
    for meeting in reversed(meetings):  # the one the article is about has the last word
        found = _at_meeting(document, found, meeting, tables)
    return found


def _at_meeting(
    document: Document, people: tuple[PersonFound, ...], meeting: MeetingFound, tables: Tables
) -> tuple[PersonFound, ...]:
    leaders = {name for _, name in meeting.leaders}
    present = _present(document, people, tables, meeting)
    found = []
    for person in people:
        part, sure = present.get(person.name, ("mentioned", False))
        own = person.side in meeting.sides or _member(person, meeting.sides, tables)
        if person.name in leaders:
            part = "host" if person.side == meeting.host else "attending"
        elif not sure and not (own and person.kind in _GOES):
            part = "mentioned"
        found.append(person if part == "mentioned" else replace(person, participation=part))
    return tuple(found)


def _member(person: PersonFound, sides: tuple[str, ...], tables: Tables) -> bool:
    """Whether the person's country belongs to a union that meets."""
    return any(person.side in tables.meetings.members.get(side, ()) for side in sides)


def _most_named(people: tuple[PersonFound, ...]) -> tuple[str, ...]:
    """Without a meeting: the two sides whose heads and ministers the text speaks of most."""
    scores: dict[str, int] = {}
    for person in people:
        if person.side and person.kind in ("leader", "minister"):
            scores[person.side] = scores.get(person.side, 0) + len(person.mentions)
    return tuple(sorted(scores, key=lambda side: -scores[side])[:2])


def _present(
    document: Document, people: tuple[PersonFound, ...], tables: Tables, meeting: MeetingFound
) -> dict[str, tuple[str, bool]]:
    """Return `attending` or `expected` by name for those a sentence puts into the room.

    With it goes whether the words are such that anybody named is there, of whatever kind and side.
    """
    found: dict[str, tuple[str, bool]] = {}
    verbs, doubt = _pattern(tables.titles.attending), _pattern(tables.titles.expected)
    events = EventWords(tables.meetings)
    for sentence in document.sentences:
        named = _candidates(document, people, tables, (sentence.start, sentence.end))
        if not named or _of_another(document.text, sentence, events, meeting.date):
            continue
        for match in verbs.finditer(document.text, sentence.start, sentence.end):
            lead = document.text[max(sentence.start, match.start() - 40) : match.start()]
            word = "expected" if doubt.search(lead) else "attending"
            sure = _SURELY.match(match.group()) is not None
            for name in _within(document.text, match, named):
                before, was_sure = found.get(name, ("", False))
                found[name] = (before if before == "attending" else word, sure or was_sure)
        for place, name in named:
            if _may_go(document.text, place.end, sentence.end):
                found.setdefault(name, ("expected", False))
    return found


def _of_another(text: str, sentence: Sentence, events: EventWords, day: dt.date | None) -> bool:
    """Whether a sentence tells of a meeting on another day, long past or only hoped for."""
    found = events.likeliest(text, sentence, day)
    if not found:
        return False
    told = dates_in(text, sentence.start, sentence.end, day, past=False)
    days = [when.day for when in told if when.day is not None and when.told == "explicit"]
    apart = day is not None and days and all(abs((other - day).days) > NEAR for other in days)
    return found[0].credit < SURE or bool(apart)


def _candidates(
    document: Document, people: tuple[PersonFound, ...], tables: Tables, extent: tuple[int, int]
) -> list[tuple[Extent, str]]:
    """The people of a sentence who may be in the room: not its speaker, not the owner of a thing."""
    found: list[tuple[Extent, str]] = []
    for person in people:
        if any(_SPEAKS_FOR.search(role) for role in person.roles):
            continue
        here = [place for place in person.mentions if extent[0] <= place.start < extent[1]]
        present = [place for place in here if not _aside(document.text, place, tables)]
        found += [(place, person.name) for place in present]
    return found


def _aside(text: str, place: Extent, tables: Tables) -> bool:
    after = text[place.end : place.end + 24]
    word = re.match(r"\s(\w+)", after)
    said = word is not None and word.group(1) in tables.speech.verbs
    if served(text, place):
        return True
    before = re.search(
        r"\b(?:said|says|told)\s(?:\w+\s){0,3}$", text[max(0, place.start - 40) : place.start]
    )
    return said or before is not None or after.startswith(("'s", "’s"))


def _within(text: str, match: re.Match[str], named: list[tuple[Extent, str]]) -> Iterator[str]:
    """Yield whom a verb puts into the room: those listed before it, and those listed behind it."""
    listing = _OF_LISTS.match(match.group()) is not None
    edge = match.start()
    for place, name in sorted(named, reverse=True):
        if place.start < match.start() and not listing:
            gap = text[place.end : edge]
            if edge == match.start() and len(gap) >= _BEFORE:
                break
            if edge < match.start() and _LIST_GAP.fullmatch(gap) is None:
                break
            edge = place.start
            yield name
    for place, name in sorted(named):
        if place.start >= match.start():
            gap = text[match.end() : place.start]
            if listing or (len(gap) < _REACH and _BREAK.search(gap) is None):
                yield name


def _may_go(text: str, start: int, end: int) -> bool:
    said = _MAY_GO.search(text, start, min(end, start + 90))
    return said is not None and _OCCASION.search(text, said.end(), end) is not None


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)

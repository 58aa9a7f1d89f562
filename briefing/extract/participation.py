"""Who takes part: hosts, those attending, those expected; the others are only mentioned."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from briefing.extract.document import Document
from briefing.extract.meeting_dates import dates_in
from briefing.extract.meeting_events import EventWords
from briefing.extract.tables import Tables
from briefing.model import Extent, MeetingFound, PersonFound, Sentence

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
    meeting: MeetingFound | None,
    tables: Tables,
) -> tuple[PersonFound, ...]:
    """Return the people with kind and participation as they follow from the meeting."""
    main = meeting.sides if meeting else _most_named(people)
    leaders = {name for _, name in meeting.leaders} if meeting else set()
    present = _present(document, people, tables, meeting) if meeting else {}
    found = []
    for person in people:
        kind = person.kind
        if kind == "leader" and person.side not in main:
            kind = "foreign_leader"
        part = "mentioned"
        if meeting is not None and person.name in leaders:
            part = "host" if person.side == meeting.host else "attending"
        elif meeting is not None and person.side in main and kind in _GOES:
            part = present.get(person.name, "mentioned")
        found.append(replace(person, kind=kind, participation=part))
    return tuple(found)


def _most_named(people: tuple[PersonFound, ...]) -> tuple[str, ...]:
    """Without a meeting: the two sides whose heads and ministers the text speaks of most."""
    scores: dict[str, int] = {}
    for person in people:
        if person.side and person.kind in ("leader", "minister"):
            scores[person.side] = scores.get(person.side, 0) + len(person.mentions)
    return tuple(sorted(scores, key=lambda side: -scores[side])[:2])


def _present(
    document: Document, people: tuple[PersonFound, ...], tables: Tables, meeting: MeetingFound
) -> dict[str, str]:
    """Return `attending` or `expected` by name for those a sentence puts into the room."""
    found: dict[str, str] = {}
    verbs, doubt = _pattern(tables.titles.attending), _pattern(tables.titles.expected)
    events = EventWords(tables.meetings)
    for sentence in document.sentences:
        named = _candidates(document, people, tables, (sentence.start, sentence.end))
        if not named or _of_another(document.text, sentence, events, meeting.date):
            continue
        for match in verbs.finditer(document.text, sentence.start, sentence.end):
            lead = document.text[max(sentence.start, match.start() - 40) : match.start()]
            word = "expected" if doubt.search(lead) else "attending"
            for place, name in named:
                if _within(match, place) and found.get(name) != "attending":
                    found[name] = word
        for place, name in named:
            if _may_go(document.text, place.end, sentence.end):
                found.setdefault(name, "expected")
    return found


def _of_another(text: str, sentence: Sentence, events: EventWords, day: dt.date | None) -> bool:
    """Whether a sentence tells of a meeting on another day, long past or only hoped for."""
    event = events.likeliest(text, sentence, day)
    if event is None:
        return False
    told = dates_in(text, sentence.start, sentence.end, day, past=False)
    days = [when.day for when in told if when.day is not None and when.told == "explicit"]
    apart = day is not None and days and all(abs((other - day).days) > NEAR for other in days)
    return event.credit < SURE or bool(apart)


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
    before = re.search(
        r"\b(?:said|says|told)\s(?:\w+\s){0,3}$", text[max(0, place.start - 40) : place.start]
    )
    return said or before is not None or after.startswith(("'s", "’s"))


def _within(match: re.Match[str], place: Extent) -> bool:
    if place.start < match.start():
        return match.start() - place.end < 60 and _OF_LISTS.match(match.group()) is None
    return place.start - match.start() < _REACH or _OF_LISTS.match(match.group()) is not None


def _may_go(text: str, start: int, end: int) -> bool:
    said = _MAY_GO.search(text, start, min(end, start + 90))
    return said is not None and _OCCASION.search(text, said.end(), end) is not None


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)

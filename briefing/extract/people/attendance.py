"""Who is told to be in the room: lists and verbs that put the people of a sentence there."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from briefing.extract.meetings.meeting_dates import dates_in
from briefing.extract.meetings.meeting_events import EventWords
from briefing.extract.meetings.meeting_leaders import served
from briefing.extract.people.names import MONTHS
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.model import Extent, MeetingFound, PersonFound, Sentence

# Words that put anybody named behind or before them into the room.
_SURELY = re.compile(r"(?:(?:joined|accompanied|attended|flanked) by|present)\b", re.IGNORECASE)
_BEFORE = 60  # characters between the last of those who meet and the verb
_LIST_GAP = re.compile(r"(?:\s\([^)]{0,30}\))?(?:(?:,|;| and| &)(?:[^;:“”\"]{0,120}?))", re.DOTALL)
_BREAK = re.compile(
    r"[;:“”\"–—]|\b(?:who|which|that|said|says|told|where|when|while|because|since|despite|he|she|they|whose"
    r"|floated|spoke|also)\b"
)
_SOON = 80  # characters behind a verb within which its month is told
_REACH = 200  # characters a list of those present may run behind its verb
SURE = 0.4  # of a sentence's credit: less tells of another meeting
NEAR = 3  # days
_OF_LISTS = re.compile(r"\b(?:accompanied by|joined by|flanked by|includ)", re.IGNORECASE)
_TOGETHER = re.compile(
    r"(?:attend|t(?:ake|akes|ook|aking) part|participat|gather|visit)", re.IGNORECASE
)
# `held a rare meeting`, `are meeting`, `lead his country's delegation`
_FURTHER = (
    r"h(?:old|olds|eld|olding) (?!other|another|previous|earlier)(?:[\w’'-]+ ){0,4}(?:meetings?|talks|discussions|consultations|negotiations|summit)",
    r"(?:is|are|was|were|be) meeting",
    r"visit(?:s|ed)?",
    r"(?:lead|leads|leading|led) (?:[\w’'-]+ ){1,4}delegation",
)
_OPENED = re.compile(r"(?:Meeting|Hosting|Welcoming|Receiving|Greeting)\b[^,;:“”\"]{3,80},\s")
_IN_MONTH = re.compile(r"\bin (?:early |late |mid-)?([A-Z][a-z]+|\d{4})\b")
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|press secretary)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|cannot|\w+n['’]t|skip|without|unlikely to|declined to|refus\w+ to|unable to|failed to|instead of)\s+(?:\w+\s+){0,2}$"
)
# `“…,” said Minister NAME`, `told NAME`; in `he said Minister NAME would come` NAME does not speak.
_SPEAKER = re.compile(r"(?:[,.?!”\"’]\s*(?:said|says)|\btold)\s(?:\w+\s){0,3}$")
_OCCASION = re.compile(r"\b(?:meeting|talks|summit|visit|lunch|dinner|couch|room|delegation)\b")
_MAY_GO = re.compile(r"\b(?:is|are) (?:also )?(?:expected|likely) to|\bcould\b|\bmay\b|\bmight\b")


def present_at(
    document: Document, people: tuple[PersonFound, ...], tables: Tables, meeting: MeetingFound
) -> dict[str, tuple[str, bool]]:
    """Return `attending` or `expected` by name for those a sentence puts into the room.

    With it goes whether the words are such that anybody named is there, of whatever kind and side.
    """
    found: dict[str, tuple[str, bool]] = {}
    leaders = {name for _, name in meeting.leaders}
    events = EventWords(tables.meetings)
    text = document.text
    candidates = _candidates(document, people, tables)
    ordered = sorted((place.start, person.name) for person in people for place in person.mentions)
    for index, sentence in enumerate(document.sentences):
        named = candidates.get(index, [])
        opened = _OPENED.match(text, sentence.start)
        if opened is not None and (name := _first_behind(document, ordered, opened.end())):
            found.setdefault(name, ("attending", False))
        asked = text[sentence.end - 1] == "?"
        if not named or asked or _of_another(text, sentence, events, meeting.date):
            continue
        for names, word, sure in _told_in(text, sentence, named, leaders, tables, meeting.date):
            for name in names:
                before, was_sure = found.get(name, ("", False))
                found[name] = (before if before == "attending" else word, sure or was_sure)
        for place, name in named:
            if _may_go(text, place.end, sentence.end):
                found.setdefault(name, ("expected", False))
    return found


def _told_in(  # noqa: PLR0917
    text: str,
    sentence: Sentence,
    named: list[tuple[Extent, str]],
    leaders: set[str],
    tables: Tables,
    day: dt.date | None,
) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield whom each verb of a sentence puts into the room, how, and whether for sure."""
    verbs = _pattern(tables.titles.attending, *_FURTHER)
    doubt = _pattern(tables.titles.expected)
    for match in verbs.finditer(text, sentence.start, sentence.end):
        if _long_ago(text, match.end(), sentence.end, day):
            continue
        lead = text[max(sentence.start, match.start() - 40) : match.start()]
        if _NOT.search(lead):
            continue
        visits = match.group().lower().startswith("visit")
        heard = [pair for pair in named if pair[0].start < match.start()] if visits else named
        names = tuple(_within(text, match, heard))
        together = _TOGETHER.match(match.group()) is not None and bool(leaders & {*names})
        if visits and not (together and len(names) > 1):
            continue  # who visits a place alone need not meet anybody there
        sure = together or _SURELY.match(match.group()) is not None
        yield names, "expected" if doubt.search(lead) else "attending", sure


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
    document: Document, people: tuple[PersonFound, ...], tables: Tables
) -> dict[int, list[tuple[Extent, str]]]:
    """The people of each sentence who may be in the room: not its speaker, not the owner of a thing."""
    found: dict[int, list[tuple[Extent, str]]] = {}
    for person in people:
        if any(_SPEAKS_FOR.search(role) for role in person.roles):
            continue
        for place in person.mentions:
            index = document.sentence_at(place.start)
            if index is not None and not _aside(document.text, place, tables):
                found.setdefault(index, []).append((place, person.name))
    return found


def _aside(text: str, place: Extent, tables: Tables) -> bool:
    after = text[place.end : place.end + 24]
    word = re.match(r"\s(\w+)", after)
    said = word is not None and word.group(1) in tables.speech.verbs
    if served(text, place):
        return True
    before = _SPEAKER.search(text[max(0, place.start - 40) : place.start])
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


def _first_behind(document: Document, ordered: list[tuple[int, str]], start: int) -> str:
    """Return who is named at once behind the words that open a sentence: `Meeting X, NAME said`."""
    first = bisect_left(ordered, (start, ""))
    place, name = ordered[first] if first < len(ordered) else (start + _BEFORE, "")
    return name if place - start < _BEFORE and "," not in document.text[start:place] else ""


def _long_ago(text: str, start: int, end: int, day: dt.date | None) -> bool:
    """Whether a verb goes on with another month or year: `met the minister in July`."""
    if day is None:
        return False
    for match in _IN_MONTH.finditer(text, start, min(end, start + _SOON)):
        word = match.group(1).lower()
        if word.isdigit() and int(word) != day.year:
            return True
        if word in MONTHS and word != f"{day:%B}".lower():
            return True
    return False


def _may_go(text: str, start: int, end: int) -> bool:
    said = _MAY_GO.search(text, start, min(end, start + 90))
    return said is not None and _OCCASION.search(text, said.end(), end) is not None


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...], *further: str) -> re.Pattern[str]:
    ordered = [*further, *map(re.escape, sorted(words, key=len, reverse=True))]
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b", re.IGNORECASE)

"""Where a text names a government: by name, demonym, capital, seat, leader or office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extract.tables.country_table import CountryTable, SideTerm, first_word
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.model import MeetingFound, PersonFound

ACTING = ("leader", "minister", "official")
_OFFICE = re.compile(
    r"\b[Tt]he ([Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Pp]remier|[Kk]ing|[Tt]aoiseach)\b"
    r"(?!\s+of\b)(?!\s+[A-Z])(?![-’']s?\s*elect)"
)
_CAPITAL = re.compile(r"(?<![\w$€£])(?:[A-ZÀ-ÖØ-Þ]|24 S)")
_SHOUTED = re.compile(r"\b[^\W\d_]{4,}\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|from|to|visit|visits|visiting|visited|leave|leaves|left|leaving|via|into|around|across|toward|towards|through|of)"
    r"\s+(?:the\s+|downtown\s+|central\s+)?$"
)
_GONE_TO = re.compile(r"\b(?:in|visit(?:s|ed|ing)?|and) $")
_NAME_BEFORE = re.compile(r"(?<![.!?”\"])\s[A-Z][a-z]+ $")
_NAME_AFTER = re.compile(r"\s(?!Prime|President|Minister|Premier|King|Foreign)[A-Z][a-z]+")


@dataclass(frozen=True, slots=True, order=True)
class SideMention:
    """A place of the text that stands for a side.

    Attributes:
        how: `name` (Canada), `demonym` (Canadian), `capital` or `seat` standing for the
            government (Ottawa, the White House), `place` (a capital or seat as a mere place:
            `in Ottawa`), `body`, `agency`, `party`, `region`, `city`, `person` (a leader or
            minister by name), `leader` (the president, the prime minister).
    """

    start: int
    end: int
    side: str
    how: str


def side_mentions(document: Document, tables: Tables) -> tuple[SideMention, ...]:
    """Return the places where the visible text names a government, in order."""
    found = [
        mention
        for sentence in document.sentences
        for mention in _mentions(document.text, sentence.start, sentence.end, tables.countries)
    ]
    sure = {
        mention.side
        for mention in found
        if document.text[mention.start : mention.end] not in tables.countries.ambiguous
        and mention.how in ("name", "demonym", "capital", "seat", "place")
    }
    return tuple(m for m in found if _counts(m, document.text, sure, tables.countries))


def within(mentions: Sequence[SideMention], start: int, end: int) -> Sequence[SideMention]:
    """Return the mentions that begin from `start` up to `end`; they are given in order."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, first, key=_start)]


def last_before(mentions: Sequence[SideMention], place: int) -> SideMention | None:
    """Return the last of the mentions, given in order, that begins before a place, or None."""
    first = bisect_left(mentions, place, key=_start)
    return mentions[first - 1] if first else None


def _start(mention: SideMention) -> int:
    return mention.start


def _mentions(text: str, start: int, end: int, countries: CountryTable) -> Iterator[SideMention]:
    plain = _plain(text[start:end])
    position = 0
    while match := _CAPITAL.search(plain, position):
        term = term_at(plain, match.start(), len(plain), countries)
        if term is None:
            position = match.end()
            continue
        position = match.start() + len(term.term)
        if term.side:
            how = _how(text, start + match.start(), term)
            yield SideMention(start + match.start(), start + position, term.side, how)


def _plain(words: str) -> str:
    """Return the words on one line, and a shouted headline in small letters, of the same length."""
    flat = words.replace("\n", " ").replace("\r", " ").replace("\u00a0", " ")
    letters = [letter for letter in flat if letter.isalpha()]
    shouted = len(letters) > 20 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    titled = _SHOUTED.sub(lambda word: word.group().capitalize(), flat) if shouted else flat
    return titled if len(titled) == len(flat) else flat


def term_at(text: str, start: int, end: int, countries: CountryTable) -> SideTerm | None:
    """Return the longest term of a side that stands at `start`, or None."""
    for term in countries.terms.get(first_word(text[start : min(end, start + 40)]), ()):
        stop = start + len(term.term)
        if stop <= end and text.startswith(term.term, start) and _bounded(text, stop):
            return term
    return None


def _bounded(text: str, stop: int) -> bool:
    following = text[stop : stop + 1]
    return not (following.isalnum() or following == "$") or text[stop - 1] == "$"


def _how(text: str, start: int, term: SideTerm) -> str:
    placed = _PLACE_BEFORE.search(text[max(0, start - 24) : start])
    if term.how in ("capital", "seat") and placed:
        return "place"
    return term.how


def _counts(mention: SideMention, text: str, sure: set[str], countries: CountryTable) -> bool:
    if text[mention.start : mention.end] not in countries.ambiguous:
        return True
    if mention.side not in sure and (
        mention.how != "name"
        or not _GONE_TO.search(text[max(0, mention.start - 12) : mention.start])
    ):
        return False
    before = _NAME_BEFORE.search(text[max(0, mention.start - 20) : mention.start])
    return before is None and _NAME_AFTER.match(text, mention.end) is None


def resolve_mentions(
    document: Document,
    people: tuple[PersonFound, ...],
    meeting: MeetingFound | None,
    mentions: tuple[SideMention, ...],
) -> tuple[SideMention, ...]:
    """Return the mentions with those through people and offices added, in order, none overlapping.

    Names of leaders, ministers and officials stand for their side (`person`), and so do `the
    president`, `the prime minister` where just one leader of the meeting bears that title.
    """
    added = [*_through_people(people), *_through_offices(document, people, meeting)]
    taken = sorted(mentions)
    kept = [m for m in sorted(added) if not _overlaps(m, taken)]
    return tuple(sorted([*taken, *kept]))


def _through_people(people: tuple[PersonFound, ...]) -> Iterator[SideMention]:
    for person in people:
        if person.side is None or person.kind not in ACTING:
            continue
        for place in person.mentions:
            yield SideMention(place.start, place.end, person.side, "person")


def _through_offices(
    document: Document, people: tuple[PersonFound, ...], meeting: MeetingFound | None
) -> Iterator[SideMention]:
    bearers = _bearers(people, meeting)
    for sentence in document.sentences:
        for match in _OFFICE.finditer(document.text, sentence.start, sentence.end):
            sides = bearers.get(match.group(1).lower(), set())
            if len(sides) == 1:
                yield SideMention(match.start(), match.end(), next(iter(sides)), "leader")


def _bearers(people: tuple[PersonFound, ...], meeting: MeetingFound | None) -> dict[str, set[str]]:
    sides = set(meeting.sides) if meeting else {p.side for p in people if p.side}
    bearers: dict[str, set[str]] = {}
    for person in people:
        if person.kind == "leader" and person.side in sides:
            for role in person.roles:
                bearers.setdefault(role.lower(), set()).add(person.side)
    return bearers


def _overlaps(mention: SideMention, taken: list[SideMention]) -> bool:
    before = bisect_left(taken, mention.end, key=_start) - 1  # none of them overlaps another
    return before >= 0 and mention.start < taken[before].end

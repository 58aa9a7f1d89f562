"""Who takes part: hosts, those attending, those expected; the others are only mentioned."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.extract.document import Document
from briefing.extract.tables import Tables
from briefing.model import MeetingFound, PersonFound

_GOES = ("leader", "minister", "official", "family", "premier", "stakeholder")
_REACH = 220  # characters a list of those present may run behind its verb


def take_part(
    document: Document,
    people: tuple[PersonFound, ...],
    meeting: MeetingFound | None,
    tables: Tables,
) -> tuple[PersonFound, ...]:
    """Return the people with kind and participation as they follow from the meeting."""
    main = meeting.sides if meeting else _most_named(people)
    leaders = {name for _, name in meeting.leaders} if meeting else set()
    present = _listed(document, people, tables) if meeting else {}
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
    scores: dict[str, int] = {}
    for person in people:
        if person.side and person.kind in ("leader", "minister"):
            scores[person.side] = scores.get(person.side, 0) + len(person.mentions)
    return tuple(sorted(scores, key=lambda side: -scores[side])[:2])


def _listed(document: Document, people: tuple[PersonFound, ...], tables: Tables) -> dict[str, str]:
    """Return `attending` or `expected` by name for those a sentence puts into the room."""
    present: dict[str, str] = {}
    verbs = _pattern(tables.titles.attending)
    doubt = _pattern(tables.titles.expected)
    for sentence in document.sentences:
        named = [
            (m.start, p.name) for p in people for m in p.mentions if sentence.start <= m.start < sentence.end
        ]  # fmt: skip
        for match in verbs.finditer(document.text, sentence.start, sentence.end):
            unsure = doubt.search(
                document.text, max(sentence.start, match.start() - 40), match.start()
            )
            for place, name in named:
                if -90 < place - match.start() < _REACH:
                    word = "expected" if unsure else "attending"
                    if present.get(name) != "attending":
                        present[name] = word
    return present


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)

"""The sentences that tell of a meeting: who is in them, whether it is past, how much they weigh."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from briefing.extract.document import Document
from briefing.extract.meeting_dates import When, dates_in
from briefing.extract.meeting_table import MeetingTable
from briefing.extract.sides import SideMention
from briefing.extract.tables import Tables
from briefing.model import PersonFound

OPENING = 3  # sentences that may tell of the meeting without a word for it
FAR = 40  # days from publication past which a date tells of another meeting
_TO_COME = re.compile(
    r"\b(?:will|to (?:meet|visit|host|travel|hold|arrive)|expected to|plans? to|due (?:to|in)|set to|ahead of|"
    r"upcoming|next|scheduled|slated)\b"
)
_WEIGHT = {"leader": 3.0, "minister": 2.0, "official": 1.0, "other": 0.5}
_GOVERNING = ("name", "demonym", "capital", "seat", "place")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence about a meeting.

    Attributes:
        index: of the sentence. weight: 1 for the first sentence of a text, less further down.
        people: those who act for a side and are named in it. sides: score by side.
        event: where the word for the meeting stands. told: whether there is one. past: whether it is told as done.
    """

    index: int
    weight: float
    people: tuple[PersonFound, ...]
    sides: dict[str, float]
    event: int
    told: bool
    past: bool
    dates: tuple[When, ...]

    @property
    def between(self) -> bool:
        """Whether someone of one side and another side are in it."""
        return self.told and len(self.sides) > 1 and bool(self.people)


def scenes_of(
    document: Document,
    people: tuple[PersonFound, ...],
    mentions: tuple[SideMention, ...],
    tables: Tables,
    *,
    published: dt.date | None,
) -> tuple[Scene, ...]:
    """Return the sentences that tell of meeting, visiting or talking, in order of the text."""
    event = event_pattern(tables.meetings)
    found = []
    for index, sentence in enumerate(document.sentences):
        match = event.search(document.text, sentence.start, sentence.end)
        if match is None and index >= OPENING:
            continue
        past = _past(document, index, tables.meetings)
        dates = dates_in(document.text, sentence.start, sentence.end, published, past=past)
        if _elsewhen(dates, published):
            continue
        actors = tuple(p for p in people if _in(p, sentence.start, sentence.end))
        sides = _scores(actors, mentions, sentence.start, sentence.end)
        if match is None and (len(sides) < 2 or not actors):
            continue
        weight = (1.0 if match else 0.6) / (1 + index / 8)
        event_at = match.start() if match else sentence.start
        found.append(
            Scene(
                index,
                weight,
                actors,
                sides,
                event_at,
                told=match is not None,
                past=past,
                dates=dates,
            )
        )
    return tuple(found)


def event_pattern(table: MeetingTable) -> re.Pattern[str]:
    """Return the pattern of all words that tell of a meeting."""
    words = sorted(table.verbs | table.past | table.nouns, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _past(document: Document, index: int, table: MeetingTable) -> bool:
    sentence = document.quote(index)
    if _TO_COME.search(sentence):
        return False
    parse = document.parse(index)
    if parse is not None:
        return any(token.dep_ == "ROOT" and token.tag_ in ("VBD", "VBN") for token in parse)
    words = set(re.findall(r"[a-z]+", sentence.lower()))
    return bool(words & table.past)


def _elsewhen(dates: tuple[When, ...], published: dt.date | None) -> bool:
    """Whether all dates told are far from publication: another meeting, or a memory."""
    days = [when.day for when in dates if when.day is not None]
    if not days or published is None:
        return False
    return all(abs((day - published).days) > FAR for day in days)


def _in(person: PersonFound, start: int, end: int) -> bool:
    acts = person.side is not None and person.kind in ("leader", "minister", "official")
    return acts and any(start <= m.start < end for m in person.mentions)


def _scores(
    people: tuple[PersonFound, ...], mentions: tuple[SideMention, ...], start: int, end: int
) -> dict[str, float]:
    scores: dict[str, float] = {}
    for person in people:
        assert person.side is not None
        scores[person.side] = max(scores.get(person.side, 0), _WEIGHT[person.kind])
    for mention in mentions:
        if start <= mention.start < end and mention.how in _GOVERNING:
            scores[mention.side] = scores.get(mention.side, 0) + 0.5
    return scores

"""The sentences that tell of a meeting: who is in them, whether it is past, how much they weigh."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from briefing.extract.meetings.meeting_dates import When, dates_in
from briefing.extract.meetings.meeting_events import Event, EventWords
from briefing.extract.tables.meeting_table import MeetingTable
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.named_places import acting_in, mentions_between
from briefing.extract.text.sides import SideMention, within
from briefing.model import PersonFound

OPENING = 3  # sentences that may tell of the meeting without a word for it
# Characters around the word for the meeting: nearer sides have to do with it.
BEFORE, AFTER = 110, 110
FAR = 40  # days from publication past which a date tells of another meeting
_TO_COME = re.compile(
    r"\b(?:will|would|to (?:meet|visit|host|travel|hold|arrive)|expected to|plans? to|due (?:to|in)|set to|ahead of|"
    r"upcoming|next|scheduled|slated)\b"
)
_WEIGHT = {"leader": 3.0, "minister": 2.0, "official": 1.0, "other": 0.5}
GOVERNING = ("name", "demonym", "capital", "seat", "place")
_APART = re.compile(
    r"[;:]|\b(?:said|says|told (?:reporters|journalists|the|a|an)|warned|accused|called|urged|denied|claimed|argued|believes)\b"
    r"(?!.*\b(?:after|during|following|before|ahead|at|when|while|as|on the|in)\b)",
    re.DOTALL,
)
# Four words of running text: no heading of one word, mark-up or `key: value` of a file's head.
_PROSE = re.compile(r"(?![<\[{*+•]|[a-z_]+:\s)(?:\S+\s+){3}\S")
_JOINED = re.compile(r"(?:-|–|/|, | and | and the |, the | and of the )")
_OFFICE_OF = re.compile(
    r"(?:['’]s)? (?:new |visiting |foreign |defen[cs]e |finance |trade |crown |prime |vice |deputy ){0,2}"
    r"(?:president|minister|prince|king|chancellor|premier|leader|secretary|emir|sultan|ruler|chief|envoy)\b(?! [A-Z])"
)
_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s|ling)?|call(?:ed|s|ing)? off|suspend(?:ed|s)?|scrap(?:ped|s)?|back(?:ed|s)? out of"
    r"|pull(?:ed|s)? out of|will not (?:continue|hold)|broke off)\b[^.;]{0,60}?\b(?:talks|meeting|summit|visit|consultations|dialogue|negotiations)\b"
)
_SAME = re.compile(
    r"(?:The|This|Their|Both) (?:[\w-]+ ){0,2}(?:meeting|talks|visit|call|conversation|summit|discussions|dinner|lunch|encounter|negotiations)\b"
)
_PRONOUN = re.compile(r"(?:He|She) (?!said|told|added|noted|says)")
_OWN = re.compile(
    r"\b(?:I|[Ww]e|our|my|[Tt]he (?:[Vv]ice )?[Pp]resident|[Tt]he (?:[Pp]rime|[Ff]oreign) [Mm]inister|[Tt]he [Cc]hancellor)\b(?!\s+(?:of|[A-Z]))"
    r"|^(?:\W|title|Remarks|Readout|Press|Joint|(?:at|of|on|the|following|after)\s)*"
    r"(?:[Bb]ilateral )?(?:[Mm]eeting|[Tt]alks|[Vv]isit|[Ll]unch) (?:with|by|to|of)\b"
)
_TOGETHER = re.compile(
    r"\s(?:\w+\s){0,2}(?:officials|ministers|secretaries|delegations?|representatives|negotiators|leaders|diplomats"
    r"|counterparts?|teams?|envoys?|officers|side)\b"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence about a meeting.

    Attributes:
        index: of the sentence. rank: how many sentences of prose stand before it.
        weight: 1 for the first of them, less further down.
        people: those who act for a side and are named in it. sides: score by side.
        event: where the word for the meeting stands. told: whether there is one. past: whether it is told as done.
        credit: how surely it tells of a meeting that is held: from 0 to 1 (see `meeting_events`).
        close: sides that stand close to the word for the meeting. joint: sides that are told to meet as such, whoever goes: `X-Y talks`.
        unnamed: sides whose leader or minister is in it by office alone: `the Maltese president`.
        off: whether it tells that a meeting was called off.
    """

    index: int
    rank: int
    weight: float
    people: tuple[PersonFound, ...]
    sides: dict[str, float]
    event: int
    told: bool
    past: bool
    dates: tuple[When, ...]
    credit: float = 1.0
    close: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    off: bool = False

    @property
    def acting(self) -> frozenset[str]:
        """Sides of whom someone acts in it."""
        return frozenset(person.side or "" for person in self.people) | self.joint | self.unnamed

    @property
    def between(self) -> bool:
        """Whether someone of one side and another side are in it."""
        return self.told and len(self.close) > 1 and bool(self.acting)


def scenes_of(
    document: Document,
    people: tuple[PersonFound, ...],
    mentions: tuple[SideMention, ...],
    tables: Tables,
    *,
    published: dt.date | None,
) -> tuple[Scene, ...]:
    """Return the sentences that tell of meeting, visiting or talking, in order of the text."""
    words = EventWords(tables.meetings)
    often = Counter(m.side for m in mentions if m.how in GOVERNING)
    acting = acting_in(document, people)
    found = []
    rank = 0
    for index in range(len(document.sentences)):
        prose = _PROSE.match(document.quote(index)) is not None
        events = words.likeliest(document.text, document.sentences[index], published)
        if events or rank < OPENING:
            scene = _scene(document, (index, rank), events, acting, mentions, tables, published)
            if scene is not None:
                scene = _as_before(document, scene, acting.get(index - 1, ()))
                found.append(_with_speaker(document, scene, often))
        rank += prose
    return tuple(found)


def _scene(  # noqa: PLR0917
    document: Document,
    place: tuple[int, int],
    events: tuple[Event, ...],
    acting: dict[int, tuple[PersonFound, ...]],
    mentions: tuple[SideMention, ...],
    tables: Tables,
    published: dt.date | None,
) -> Scene | None:
    index, rank = place
    sentence = document.sentences[index]
    past = _past(document, index, tables.meetings)
    dates = dates_in(
        document.text, sentence.start, _end_of_line(document, index), published, past=past
    )
    if _elsewhen(dates, published):
        return None
    actors = acting.get(index, ())
    here = [*within(mentions, sentence.start, sentence.end)]
    sides = _scores(actors, here)
    if not events and (len(sides) < 2 or not (actors or (rank == 0 and dates))):
        return None
    scene = Scene(
        index, rank, 0.6 / (1 + rank / 8), actors, sides, sentence.start,
        told=False, past=past, dates=dates,
        off=_OFF.search(document.quote(index)) is not None,
        unnamed=frozenset(m.side for m in here if _OFFICE_OF.match(document.text, m.end)),
    )  # fmt: skip
    return _at_event(document.text, scene, here, events) if events else scene


def _at_event(text: str, scene: Scene, here: list[SideMention], events: tuple[Event, ...]) -> Scene:
    """Return the scene with the word for a meeting that most sides stand close to."""
    close = [(_close(text, scene.people, here, event), event) for event in events]
    near, event = max(close, key=lambda pair: len(pair[0]))
    return replace(
        scene,
        weight=1.0 / (1 + scene.rank / 8),
        event=event.start,
        told=True,
        credit=event.credit,
        close=near,
        joint=_joint(text, here, event.start),
    )


def _end_of_line(document: Document, index: int) -> int:
    """Where a sentence ends; one broken by mark-up goes on with a small letter."""
    sentence = document.sentences[index]
    if index + 1 == len(document.sentences) or document.text[sentence.end - 1] in '.!?”"':
        return sentence.end
    following = document.sentences[index + 1]
    return following.end if document.text[following.start].islower() else sentence.end


def _as_before(document: Document, scene: Scene, actors: tuple[PersonFound, ...]) -> Scene:
    """`The meeting was held on Sunday`, `He met ...`: of the people of the sentence before."""
    if not scene.told or not scene.index:
        return scene
    before = document.sentences[scene.index - 1]
    quote = document.quote(scene.index)
    if not scene.people and len(scene.sides) < 2 and _SAME.match(quote):
        sides = _scores(actors, [])
        several = len(sides) == len(actors) and len(sides) > 1
        return (
            replace(scene, people=actors, sides=sides, close=frozenset(sides)) if several else scene
        )
    if not actors or not _PRONOUN.match(quote):
        return scene
    first = min(actors, key=lambda p: mentions_between(p, before.start, before.end)[0].start)
    if first in scene.people or first.side is None:
        return scene
    sides = {**_scores((first,), []), **scene.sides}
    return replace(
        scene, people=(first, *scene.people), sides=sides, close=scene.close | {first.side}
    )


def _close(
    text: str, people: tuple[PersonFound, ...], mentions: list[SideMention], event: Event
) -> frozenset[str]:
    """Sides that stand close to the word for the meeting, without a speaker or stop between."""
    places = [(m.start, m.end, m.side) for m in mentions if m.how in GOVERNING]
    places += [
        (m.start, m.end, p.side)
        for p in people
        for m in mentions_between(p, event.start - BEFORE, event.start + AFTER)
        if p.side
    ]
    return frozenset(
        side
        for start, end, side in places
        if -BEFORE < start - event.start < AFTER
        and not _APART.search(text[min(end, event.start) : max(start, event.start)])
    )


def _joint(text: str, mentions: list[SideMention], event: int) -> frozenset[str]:
    """Sides told to meet as such: `X-Y talks`, `X and Y met`, `X told Y officials during talks`."""
    found = {m.side for m in mentions if _TOGETHER.match(text, m.end)}
    for left, right in pairwise(m for m in mentions if m.how in GOVERNING):
        gap = text[left.end : right.start]
        if left.side != right.side and _JOINED.fullmatch(gap) and -60 < event - right.end < 90:
            found |= {left.side, right.side}
    return frozenset(found)


def _with_speaker(document: Document, scene: Scene, often: Counter[str]) -> Scene:
    """A text in the first person, or one of `the President`: the side named most is its own."""
    if not scene.told or len(scene.sides) != 1 or not scene.people:
        return scene
    if _OWN.search(document.quote(scene.index)) is None:
        return scene
    others = [side for side, count in often.most_common() if side not in scene.sides and count > 1]
    if not others:
        return scene
    sides = {**scene.sides, others[0]: 0.5}
    return replace(scene, sides=sides, close=scene.close | {others[0]})


def _past(document: Document, index: int, table: MeetingTable) -> bool:
    sentence = document.quote(index)
    if _TO_COME.search(sentence):
        return False
    parse = document.parse(index)
    if parse is not None:
        roots = [token for token in parse if token.dep_ == "ROOT" and token.tag_[0] in "VM"]
        # Behind a dateline the parser may take the city for the root.
        finite = [token for token in parse if token.tag_ in ("VBD", "VBZ", "VBP", "MD")]
        return any(_done(token) for token in roots or finite[:1])
    words = set(re.findall(r"[a-z]+", sentence.lower()))
    return bool(words & table.past)


def _done(verb: Any) -> bool:
    """Whether a verb tells what is over: `met`, not `has grown`."""
    lasting = any(
        child.dep_ == "aux" and child.lower_ in ("has", "have") for child in verb.children
    )
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children):
        return True  # `were meeting Friday`
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not lasting)


def _elsewhen(dates: tuple[When, ...], published: dt.date | None) -> bool:
    """Whether all dates told are far from publication: another meeting, or a memory."""
    days = [when.day for when in dates if when.day is not None]
    if not days or published is None:
        return False
    return all(abs((day - published).days) > FAR for day in days)


def _scores(people: tuple[PersonFound, ...], mentions: list[SideMention]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for person in people:
        assert person.side is not None
        scores[person.side] = max(scores.get(person.side, 0), _WEIGHT[person.kind])
    for mention in mentions:
        if mention.how in GOVERNING:
            scores[mention.side] = scores.get(mention.side, 0) + 0.5
    return scores

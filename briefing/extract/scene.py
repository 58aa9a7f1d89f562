"""One sentence as the ask rules see it: its mentions of sides, its people, its parse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefing.extract.bearers import Bearers
from briefing.extract.clauses import phrase_of
from briefing.extract.document import Document
from briefing.extract.named_places import last_within, named_between
from briefing.extract.sides import ACTING, SideMention
from briefing.extract.tables import Tables
from briefing.model import MeetingFound, PersonFound

GOVERNMENT = frozenset({"name", "demonym", "capital", "seat", "agency", "person", "leader"})
PERSONAL = frozenset({"he", "she", "him", "her", "his"})
FIRST = frozenset({"we", "i", "us", "our", "my"})
# `the two Cold War allies`, `both nations`: the sides together.
_BOTH = re.compile(
    r"(?:(?:the|our|their|these)\s+)?(?:two|both)\s+(?:[\w'’-]+\s+){0,3}(?:allies|leaders|countries|sides"
    r"|nations|governments|presidents|ministers|men|women|neighbou?rs|powers|economies|states"
    r"|partners|parties|capitals|delegations|rivals)\b",
    re.IGNORECASE,
)
_NATION = re.compile(r"\s+peoples?\b")
# `People familiar with the talks`: unnamed, but no voters.
_INFORMED = re.compile(
    r"\s+(?:who (?:were|was|are|is) )?(?:familiar|briefed|close|involved|with (?:direct )?knowledge)\b"
)
_AND = re.compile(r"\s*(?:and|&|,|-|–|/)\s*(?:the\s+)?")
THIRD = frozenset({"it", "they", "its", "their", "them"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a noun phrase stands for.

    Attributes:
        sides: the governments; empty where it stands for none.
        kind: `government`, `home` (opposition, business ...), `analyst`, `official` (unnamed),
            or "" where nothing tells.
        person: the person, where it names one.
        sure: False where a pronoun was resolved by nearness.
    """

    sides: tuple[str, ...] = ()
    kind: str = ""
    person: PersonFound | None = None
    words: str = ""
    sure: bool = True


NOBODY = Actor()


@dataclass(frozen=True)
class Stage:
    """What all sentences of a text share; the last four fields hold what was found so far."""

    document: Document
    meeting: MeetingFound | None
    people: tuple[PersonFound, ...]
    mentions: tuple[SideMention, ...]
    tables: Tables
    named: tuple[tuple[int, int, PersonFound], ...] = field(default=(), repr=False)
    starts: tuple[int, ...] = field(default=(), repr=False)
    triggers: dict[int, tuple[Any, ...]] = field(default_factory=dict, repr=False, compare=False)
    cues: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    bearers: dict[frozenset[str], Bearers] = field(default_factory=dict, repr=False, compare=False)
    doers: dict[int, Actor] = field(default_factory=dict, repr=False, compare=False)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides of the meeting, or none."""
        return self.meeting.sides if self.meeting else ()

    @cached_property
    def most_named(self) -> frozenset[str]:
        """The two governments the text names most."""
        counted = Counter(m.side for m in self.mentions if m.how in GOVERNMENT)
        return frozenset(side for side, _ in counted.most_common(2))

    @cached_property
    def first_acting(self) -> str:
        """The side of the meeting that is first named other than as a place, or ""."""
        named = (m for m in self.mentions if m.side in self.sides and m.how != "place")
        return next((mention.side for mention in named), "")

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the people of the text."""
        return frozenset(person.name for person in self.people)

    def between(self, start: int, end: int) -> tuple[SideMention, ...]:
        """Return the mentions of sides that begin from `start` up to `end`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def person_at(self, start: int, end: int) -> PersonFound | None:
        """Return the last person named within these characters, or None."""
        return last_within(self.named, start, end)

    def last_person(self, before: int) -> PersonFound | None:
        """Return whom `he` or `she` stands for: the first person named in the nearest sentence.

        The one named first in a sentence is mostly its subject, and what follows is about them. One
        whom the same sentence names further on is somebody else: `he urged NAME`.
        """
        index = self.document.sentence_at(before)
        here = self.document.sentences[index].end if index is not None else before
        later = named_between(self.named, before + 1, here)
        for back in range(4):
            if index is None or index - back < 0:
                return None
            start = self.document.sentences[index - back].start
            end = min(before, self.document.sentences[index - back].end)
            here_named = named_between(self.named, start, end)
            found = [person for person in here_named if person not in later]
            if found:
                return found[0]
        return None

    def cues_in(self, index: int) -> frozenset[str]:
        """Return which of the cues `talks`, `past` and `hedges` sentence `index` has."""
        if index not in self.cues:
            quote, cues = self.document.quote(index), self.tables.ask_cues
            told = {"talks": cues.talks, "past": cues.past, "hedges": cues.hedges}
            self.cues[index] = frozenset(name for name, cue in told.items() if cue.search(quote))
        return self.cues[index]

    def other(self, side: str) -> str | None:
        """Return the other side of a meeting of two, or None."""
        others = [one for one in self.sides if one != side]
        return others[0] if side in self.sides and len(others) == 1 else None


def set_stage(  # noqa: PLR0917 -- what find_asks is given
    document: Document,
    meeting: MeetingFound | None,
    people: tuple[PersonFound, ...],
    mentions: tuple[SideMention, ...],
    tables: Tables,
) -> Stage:
    """Bring together what the ask rules need to know of a text."""
    named = sorted(
        ((place.start, place.end, person) for person in people for place in person.mentions),
        key=lambda found: found[:2],
    )
    sides = meeting.sides if meeting else ()
    ordered = tuple(sorted(m for m in mentions if not _of_culture(m, document.text, sides, tables)))
    starts = tuple(mention.start for mention in ordered)
    return Stage(document, meeting, people, ordered, tables, tuple(named), starts)


def _of_culture(mention: SideMention, text: str, sides: tuple[str, ...], tables: Tables) -> bool:
    """Whether a demonym tells of language or culture: in `Chilean cuisine`, no government is named.

    Aid promised to the people of a side of the meeting is promised to that side.
    """
    if mention.side in sides and _NATION.match(text, mention.end):
        return False
    return mention.how in ("demonym", "region") and bool(
        tables.ask_cues.culture.match(text, mention.end)
    )


def is_first(token: Any) -> bool:
    """Whether a token is `we`, `us` or the like; `US` is a country."""
    return token.lower_ in FIRST and token.text != "US"


def is_pronoun(token: Any) -> bool:
    """Whether a token stands for somebody named elsewhere."""
    return is_first(token) or token.lower_ in PERSONAL | THIRD


def actor_of(token: Any, index: int, stage: Stage) -> Actor:
    """Return who the noun phrase around a token of sentence `index` stands for."""
    offset = stage.document.offset(index)
    if is_pronoun(token) and token.pos_ in ("PRON", "DET"):
        return NOBODY  # see voices.py and askers.py: pronouns need the sentences around
    low, high = phrase_of(token)
    actor = actor_between(offset + low, offset + high, offset + token.idx, stage, token.lower_)
    for other in token.conjuncts:
        if other.i > token.i and other.idx - token.idx < 80:
            low, high = phrase_of(other)
            joined = actor_between(
                offset + low, offset + high, offset + other.idx, stage, other.lower_
            )
            actor = _joined(actor, joined)
    return actor


def actor_between(  # noqa: PLR0911, PLR0917 -- one line for each kind of actor
    start: int, end: int, head: int, stage: Stage, word: str
) -> Actor:
    """Return who the words of the text from `start` to `end` stand for; `head` is their noun."""
    words = stage.document.text[start:end]
    cues = stage.tables.ask_cues
    person = stage.person_at(head, head + len(word))
    if person is not None:
        return as_actor(person, words)
    together = _together(start, end, head, stage)
    if together:
        return Actor(together, "government", words=words)
    mentions = [m for m in stage.between(start, end) if m.how != "place"]
    sides = _sides(mentions, head, stage.document.text)
    if word in cues.analysts:
        return Actor(sides, "analyst", words=words)
    region = _subnational(mentions, head)
    if region or _people(mentions, head, stage.document.text):
        return Actor((region,) if region else sides, "home", words=words)
    informed = word == "people" and _INFORMED.match(stage.document.text, head + len(word))
    at_head = [m for m in mentions if m.start <= head < m.end]
    governs = any(_governs(m) for m in at_head)
    # The last word of `the European Union` is no trade union.
    union = governs and any(m.how in ("name", "body") for m in at_head)
    if (word in cues.home and not informed and not union) or (at_head and not governs):
        return Actor(sides, "home", words=words)
    if sides:
        unnamed = informed or word in cues.sources - cues.institutions
        kind = "official" if unnamed else "government"
        return Actor(sides, kind, words=words)
    if word in cues.institutions:
        return Actor((), "institution", words=words)
    return Actor((), "official" if informed or word in cues.sources else "", words=words)


def _together(start: int, end: int, head: int, stage: Stage) -> tuple[str, ...]:
    """The sides of `the two nuclear powers`, of `the two` where two meet, of `the premier` by office."""
    words = stage.document.text[start:end]
    alone = words.lower() == "the two" and len(stage.sides) == 2
    if alone or stage.tables.ask_cues.both.match(words) or _BOTH.match(words):
        return stage.sides
    return tuple(
        m.side for m in stage.between(start, end) if m.how == "leader" and m.start <= head < m.end
    )


def as_actor(person: PersonFound, words: str) -> Actor:
    """Return who a person stands for by their kind."""
    if person.kind in ACTING and person.side:
        return Actor((person.side,), "government", person, words)
    side = (person.side,) if person.side else ()
    if person.kind == "foreign_leader":
        return Actor(side, "government", person, words)
    kind = "analyst" if person.kind in ("expert", "other", "family") else "home"
    return Actor(side, kind, person, words)


def _sides(mentions: list[SideMention], head: int, text: str) -> tuple[str, ...]:
    at_head = [m.side for m in mentions if m.start <= head < m.end]
    if at_head:
        return (at_head[0],)
    before = [m for m in mentions if m.start <= head and _governs(m)]
    after = [m for m in mentions if m.start > head and _governs(m)]
    if len(before) > 1 and _AND.fullmatch(text[before[-2].end : before[-1].start]):
        return tuple(dict.fromkeys(m.side for m in before[-2:]))
    chosen = before[-1:] or after[:1]
    return tuple(m.side for m in chosen)


def _subnational(mentions: list[SideMention], head: int) -> str:
    """Return the country of a province or state that acts: `the Bavarian government`; else ""."""
    before = [m for m in mentions if m.start <= head]
    return before[-1].side if before and before[-1].how == "region" else ""


def _people(mentions: list[SideMention], head: int, text: str) -> bool:
    """`Canadians want`: the people; `the Russians want`: their government."""
    return any(
        m.how == "demonym"
        and m.start <= head < m.end
        and text[m.end - 1] == "s"
        and text[max(0, m.start - 4) : m.start].lower() != "the "
        for m in mentions
    )


def _governs(mention: SideMention) -> bool:
    if mention.how == "body":
        return mention.side == "European Union"
    return mention.how in GOVERNMENT


def _joined(one: Actor, two: Actor) -> Actor:
    if two.kind != "government" or one.kind != "government":
        return one
    sides = tuple(dict.fromkeys((*one.sides, *two.sides)))
    return Actor(sides, "government", one.person or two.person, one.words)

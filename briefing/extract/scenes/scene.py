"""One sentence as the ask rules see it: its mentions of sides, its people, its parse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefing.extract.tables.tables import Tables
from briefing.extract.text.bearers import Bearers
from briefing.extract.text.document import Document
from briefing.extract.text.named_places import last_within, named_between
from briefing.extract.text.sides import SideMention
from briefing.model import MeetingFound, PersonFound

GOVERNMENT = frozenset({"name", "demonym", "capital", "seat", "agency", "person", "leader"})
_NATION = re.compile(r"\s+peoples?\b")


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
    def parties(self) -> tuple[str, ...]:
        """Who may ask: the sides of the meeting, or, where there is none, the two governments named most."""
        if self.sides:
            return self.sides
        counted = Counter(m.side for m in self.mentions if m.how in GOVERNMENT)
        return tuple(side for side, _ in counted.most_common(2))

    @cached_property
    def first_acting(self) -> str:
        """Which of those who may ask is first named other than as a place, or ""."""
        named = (m for m in self.mentions if m.side in self.parties and m.how != "place")
        return next((mention.side for mention in named), "")

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the people of the text."""
        return frozenset(person.name for person in self.people)

    @cached_property
    def by_name(self) -> dict[str, PersonFound]:
        """The people of the text by name."""
        return {person.name: person for person in self.people}

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
        others = [one for one in self.parties if one != side]
        return others[0] if side in self.parties and len(others) == 1 else None


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

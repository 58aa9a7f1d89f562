"""What the user sees: meetings, people, issues, asks; findings and decisions combined."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from briefing.model.text import Span

STATUSES = ("proposed", "accepted", "rejected", "edited", "added")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two or more sides, their leaders, dates and place; gathers articles.

    Attributes:
        confirmed: names of the fields the user set or confirmed: `sides`, `date`, `end_date`,
            `place`, `host`, `title`.
        date_basis: why this date is believed; "" where there is none.
        asks: how many asks of the bands high and medium it holds.
    """

    id: int
    title: str
    sides: tuple[str, ...]
    leaders: tuple[tuple[str, str], ...] = ()
    date: dt.date | None = None
    end_date: dt.date | None = None
    date_basis: str = ""
    place: str = ""
    host: str | None = None
    articles: tuple[int, ...] = ()
    confirmed: frozenset[str] = frozenset()
    note: str = ""
    starred: bool = False
    asks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person at one meeting (or in one article that has no meeting).

    Attributes:
        key: what decisions name it by. status: one of STATUSES.
        outlets: names of the independent outlets that name the person.
        conflicts: sentences about sources that disagree on side or role.
    """

    id: int
    key: str
    meeting: int | None
    name: str
    side: str | None
    roles: tuple[str, ...]
    kind: str
    participation: str
    status: str
    spans: tuple[Span, ...]
    spelled: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    why: str = ""
    note: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A policy subject of a meeting.

    Attributes:
        spans: the sentences that speak of it, most telling first.
        by_side: pairs (side, number of its sentences that name or belong to that side).
    """

    id: int
    key: str
    meeting: int | None
    label: str
    parent: str | None
    status: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    by_side: tuple[tuple[str, int], ...] = ()
    outlets: tuple[str, ...] = ()
    why: str = ""
    note: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one side wants of the other at a meeting, with all its evidence.

    Attributes:
        spans: the sentences that say so, strongest first; clauses: the part of each that carries
            it.
        outlets: names of the independent outlets that report it.
    """

    id: int
    key: str
    meeting: int | None
    side: str
    of: str | None
    kind: str
    text: str
    issues: tuple[str, ...]
    voiced_by: str | None
    attribution: str
    band: str
    status: str
    spans: tuple[Span, ...]
    clauses: tuple[Span, ...] = ()
    hedge: str = ""
    outlets: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    why: str = ""
    note: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """A demand on their own government by opposition, provinces, experts or business."""

    id: int
    key: str
    meeting: int | None
    who: str
    on: str
    text: str
    status: str
    spans: tuple[Span, ...]
    why: str = ""
    note: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything shown for one meeting, or for one article without a meeting; rejected left out."""

    people: tuple[Person, ...] = ()
    issues: tuple[Issue, ...] = ()
    asks: tuple[Ask, ...] = ()
    pressure: tuple[Pressure, ...] = ()

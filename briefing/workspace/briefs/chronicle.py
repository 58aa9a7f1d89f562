"""Meetings, articles and asks by date: what a timeline is drawn from. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import ArticleLine, Meeting, Records
from briefing.model.finding import BANDS

MOST_ISSUES = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day: a meeting or an article."""

    id: int
    date: dt.date
    title: str
    detail: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How many asks of each side one meeting holds on one issue; sides as in the chronicle."""

    meeting: int
    date: dt.date
    by_side: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IssueLane:
    """One issue over time, its meetings oldest first."""

    issue: str
    cells: tuple[Cell, ...]

    @property
    def asks(self) -> int:
        """How many asks it holds."""
        return sum(sum(cell.by_side) for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """A library by date.

    Attributes:
        sides: those who ask, most asking first. issues: those asked about most, at most twelve.
        undated_meetings, undated_articles: how many could not be placed.
    """

    meetings: tuple[Dated, ...] = ()
    articles: tuple[Dated, ...] = ()
    sides: tuple[str, ...] = ()
    issues: tuple[IssueLane, ...] = ()
    undated_meetings: int = 0
    undated_articles: int = 0


def chronicle(
    meetings: Sequence[Meeting], articles: Sequence[ArticleLine], records: Mapping[int, Records]
) -> Chronicle:
    """Return everything that has a date, oldest first."""
    dated = sorted((m for m in meetings if m.date), key=lambda m: (m.date, m.id))
    known = sorted((a for a in articles if a.published), key=lambda a: (a.published, a.id))
    sides = _sides(dated, records)
    return Chronicle(
        meetings=tuple(Dated(m.id, m.date, m.title, m.place, m.end_date) for m in dated if m.date),
        articles=tuple(
            Dated(a.id, a.published, a.headline, a.outlet) for a in known if a.published
        ),
        sides=sides,
        issues=_lanes(dated, records, sides),
        undated_meetings=len(meetings) - len(dated),
        undated_articles=len(articles) - len(known),
    )


def _sides(meetings: Iterable[Meeting], records: Mapping[int, Records]) -> tuple[str, ...]:
    asking = Counter(side for m in meetings for side, _ in _asked(records.get(m.id)))
    return tuple(side for side, _ in sorted(asking.items(), key=lambda pair: (-pair[1], pair[0])))


def _lanes(
    meetings: Sequence[Meeting], records: Mapping[int, Records], sides: tuple[str, ...]
) -> tuple[IssueLane, ...]:
    cells: dict[str, list[Cell]] = {}
    for meeting in meetings:
        assert meeting.date
        count = Counter(_asked(records.get(meeting.id)))
        for issue in dict.fromkeys(issue for _, issue in count if issue):
            by_side = tuple(count[side, issue] for side in sides)
            cells.setdefault(issue, []).append(Cell(meeting.id, meeting.date, by_side))
    lanes = [IssueLane(issue, tuple(found)) for issue, found in cells.items()]
    lanes.sort(key=lambda lane: (-len(lane.cells), -lane.asks, lane.issue))
    return tuple(lanes[:MOST_ISSUES])


def _asked(records: Records | None) -> list[tuple[str, str]]:
    """Return (side, main issue) of each ask of the bands high and medium."""
    asks = records.asks if records else ()
    return [(a.side, a.issues[0] if a.issues else "") for a in asks if a.band in BANDS[:2]]

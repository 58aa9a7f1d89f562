"""Where everything of the timeline stands, for one width; knows nothing of painting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from briefing.gui.words import wording
from briefing.workspace.briefs.chronicle import Chronicle, IssueLane

LEFT, RIGHT = 190.0, 30.0
AXIS, HEAD, LANE = 56.0, 172.0, 38.0
COLUMN = 118.0
CARD = 58.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be pressed: what it opens and what is said of it."""

    box: QRectF
    kind: str
    id: int
    words: str


class TimelinePlan:
    """Places dates on the axis, meetings in columns and issues in lanes below."""

    def __init__(self, found: Chronicle, width: float) -> None:
        self.found = found
        self.width = width
        days = [one.date for one in (*found.meetings, *found.articles)] or [dt.date.min]
        first, last = min(days), max(days)
        margin = max(dt.timedelta(days=15), (last - first) / 25) if days[0] != dt.date.min else None
        self.first, self.last = (first - margin, last + margin) if margin else (first, first)
        self.signs = signs(found.sides)
        self.spots = [*self._articles(), *self._meetings(), *self._cells()]

    @property
    def years(self) -> list[int]:
        """The years to write on the axis, at most a dozen."""
        every = range(self.first.year, self.last.year + 2)
        wide = every[:: max(1, len(every) // 12 + 1)]
        return [year for year in wide if self.first <= dt.date(year, 1, 1) <= self.last]

    def x(self, day: dt.date) -> float:
        """Return where a day stands on the axis."""
        share = (day - self.first) / max(self.last - self.first, dt.timedelta(days=1))
        return LEFT + share * (self.width - LEFT - RIGHT)

    def column(self, number: int) -> float:
        """Return the middle of a meeting's column."""
        room = (self.width - LEFT - RIGHT) / max(len(self.found.meetings), 1)
        return LEFT + room * number + max(room / 2, COLUMN / 2)

    def card(self, number: int) -> QRectF:
        """Return the place of a meeting's card."""
        return QRectF(self.column(number) - COLUMN / 2 + 4, AXIS + 38, COLUMN - 8, CARD)

    def lane(self, row: int) -> float:
        """Return the top of an issue's lane."""
        return HEAD + 22 + row * LANE

    def spot(self, at: QPointF) -> Spot | None:
        """Return what is pressed there."""
        return next((spot for spot in self.spots if spot.box.contains(at)), None)

    def _articles(self) -> list[Spot]:
        return [
            Spot(
                QRectF(self.x(a.date) - 5, AXIS - 22, 10, 18), "article", a.id,
                wording.dotted((wording.day(a.date), a.detail, a.title)),
            )
            for a in self.found.articles
        ]  # fmt: skip

    def _meetings(self) -> list[Spot]:
        return [
            Spot(
                self.card(number), "meeting", m.id,
                wording.dotted((m.title, wording.days(m.date, m.until), m.detail)),
            )
            for number, m in enumerate(self.found.meetings)
        ]  # fmt: skip

    def _cells(self) -> list[Spot]:
        numbers = {m.id: n for n, m in enumerate(self.found.meetings)}
        return [
            Spot(
                QRectF(
                    self.column(numbers[cell.meeting]) - COLUMN / 2 + 4, self.lane(row),
                    COLUMN - 8, LANE - 8,
                ),
                "meeting", cell.meeting, self._told(lane, cell.by_side, cell.date),
            )
            for row, lane in enumerate(self.found.issues)
            for cell in lane.cells
        ]  # fmt: skip

    def _told(self, lane: IssueLane, by_side: tuple[int, ...], date: dt.date) -> str:
        pairs = zip(self.found.sides, by_side, strict=True)
        asked = ", ".join(f"{side} {number}" for side, number in pairs if number)
        return f"{lane.issue}, {wording.day(date)}: {asked}"


def signs(sides: tuple[str, ...]) -> list[str]:
    """Return short names of sides, no two alike: colour alone tells nothing to many."""
    capitals = ["".join(word[0] for word in side.split() if word[0].isupper()) for side in sides]
    return [
        sign if sign and capitals.count(sign) == 1 else side[:3]
        for sign, side in zip(capitals, sides, strict=True)
    ]

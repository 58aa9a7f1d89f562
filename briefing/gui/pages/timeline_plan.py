"""Where everything of the timeline stands, for one width; knows nothing of painting."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

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
        self.spots: Sequence[Spot] = Spots(self)
        self._placed: list[Spot] = [*self._meetings(), *self._cells()]
        self._article_days = [article.date for article in found.articles]  # oldest first

    @cached_property
    def ticks(self) -> list[float]:
        """Where articles stand on the axis; thousands of them share a few hundred places."""
        places = {round(2 * self.x(day)) for day in set(self._article_days)}
        return [place / 2 for place in sorted(places)]

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
        article = self._article_at(at)
        found = (spot for spot in self._placed if spot.box.contains(at))
        return article or next(found, None)

    def count(self) -> int:
        """Return how many places can be pressed."""
        return len(self.found.articles) + len(self._placed)

    def numbered(self, number: int) -> Spot:
        """Return a place by its number: articles first, then meetings, then asks by issue."""
        articles = len(self.found.articles)
        return self._article(number) if number < articles else self._placed[number - articles]

    def _article(self, number: int) -> Spot:
        one = self.found.articles[number]
        words = wording.dotted((wording.day(one.date), one.detail, one.title))
        return Spot(QRectF(self.x(one.date) - 5, AXIS - 22, 10, 18), "article", one.id, words)

    def _article_at(self, at: QPointF) -> Spot | None:
        """Return the first article there, looked up by its day: there may be thousands."""
        if not self.found.articles or not AXIS - 22 <= at.y() <= AXIS - 4:
            return None
        first = bisect_left(self._article_days, at.x() - 5, key=self.x)
        if first == len(self._article_days):
            return None
        spot = self._article(first)
        return spot if spot.box.contains(at) else None

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


class Spots(Sequence[Spot]):
    """Every place of a plan that can be pressed; an article's is made when it is asked for."""

    def __init__(self, plan: TimelinePlan) -> None:
        self._plan = plan

    def __len__(self) -> int:
        return self._plan.count()

    @overload
    def __getitem__(self, number: int) -> Spot: ...
    @overload
    def __getitem__(self, number: slice) -> list[Spot]: ...
    def __getitem__(self, number: int | slice) -> Spot | list[Spot]:
        wanted = range(len(self))[number]
        if isinstance(wanted, int):
            return self._plan.numbered(wanted)
        return [self._plan.numbered(one) for one in wanted]


def signs(sides: tuple[str, ...]) -> list[str]:
    """Return short names of sides, no two alike: colour alone tells nothing to many."""
    capitals = ["".join(word[0] for word in side.split() if word[0].isupper()) for side in sides]
    return [
        sign if sign and capitals.count(sign) == 1 else side[:3]
        for sign, side in zip(capitals, sides, strict=True)
    ]

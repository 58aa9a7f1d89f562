"""The asks that wait for a decision, one after the other, in the order one reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.model import Ask, Meeting, Records


def waiting(records: Records, articles: Sequence[int]) -> tuple[Ask, ...]:
    """Return the asks to review of a meeting, by article and by place in its text."""
    order = {article: number for number, article in enumerate(articles)}
    asks = [
        ask
        for ask in records.asks
        if ask.status == "proposed" and ask.band != "candidate" and ask.spans
    ]
    return tuple(sorted(asks, key=lambda ask: _place(ask, order)))


def _place(ask: Ask, order: dict[int, int]) -> tuple[int, int]:
    first = min(ask.spans, key=lambda s: (order.get(s.article, len(order)), s.start))
    return order.get(first.article, len(order)), first.start


@dataclass
class ReviewQueue:
    """Where one is in the review; looks meetings up only when one is left for the next."""

    records_of: Callable[[int], Records]
    at: tuple[int, int] | None = None  # (article, start) of the ask gone to last

    def begin(self) -> None:
        """Start at the first ask."""
        self.at = None

    def step(self, asks: Sequence[Ask], current: int | None, by: int) -> Ask | None:
        """Return the ask after (+1) or before (-1) the current one; None past either end.

        Args:
            asks: those that wait, in order.
            current: id of the ask shown; one that waits no longer is counted from its old place.
            by: +1 or -1.
        """
        ids = [ask.id for ask in asks]
        if current in ids:
            wanted = ids.index(current) + by
        else:
            later = [n for n, ask in enumerate(asks) if self.at is None or _start(ask) >= self.at]
            after = later[0] if later else len(asks)
            wanted = after if by > 0 else after - 1
        if not 0 <= wanted < len(asks):
            return None
        self.at = _start(asks[wanted])
        return asks[wanted]

    def next_meeting(self, meetings: Sequence[Meeting], current: int | None, by: int) -> int | None:
        """Return the next meeting (or the one before) with asks to review, None for none."""
        ids = [meeting.id for meeting in meetings]
        at = ids.index(current) if current in ids else -1 if by > 0 else len(ids)
        rest = meetings[at + 1 :] if by > 0 else meetings[:at][::-1]
        for meeting in rest:
            if waiting(self.records_of(meeting.id), meeting.articles):
                return meeting.id
        return None


def _start(ask: Ask) -> tuple[int, int]:
    return ask.spans[0].article, ask.spans[0].start

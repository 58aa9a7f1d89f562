"""Words beside and near each other, in an entry of the index and in a text alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from briefing.search.nodes import Near, Run, Step

Place = tuple[int, int]
"""First and last position of words that stand together."""

PositionsOf = Callable[[Step], Sequence[int]]
"""The positions, in order, where a step of a query may stand in one text."""


def places(part: Run | Near, positions_of: PositionsOf) -> list[Place]:
    """Return where a text of a query stands: of a run its whole, of NEAR the texts at both ends."""
    if isinstance(part, Near):
        near = _pairs(part, positions_of)
        return sorted({place for pair in near for place in pair})
    return _runs(part, positions_of)


def _runs(run: Run, positions_of: PositionsOf) -> list[Place]:
    first, *others = (positions_of(step) for step in run.steps)
    latest_start = {at: at for at in first}  # by end: of two runs to one end the shorter is kept
    for following in others:
        grown: dict[int, int] = {}
        for end, start in latest_start.items():
            low, high = bisect_right(following, end), bisect_right(following, end + run.slop)
            for later in following[low:high]:
                grown[later] = max(start, grown.get(later, start))
        latest_start = grown
    return sorted((start, end) for end, start in latest_start.items())


def _pairs(near: Near, positions_of: PositionsOf) -> list[tuple[Place, Place]]:
    left = places(near.left, positions_of)
    right = places(near.right, positions_of)
    starts = [start for start, _ in right]
    longest = max((end - start for start, end in right), default=0)
    found = []
    for one in left:
        low = bisect_left(starts, one[0] - near.distance - longest)
        high = bisect_right(starts, one[1] + near.distance)
        found += [
            (one, other) for other in right[low:high] if 0 < _gap(one, other) <= near.distance
        ]
    return found


def _gap(one: Place, other: Place) -> int:
    """Return how many words on the later of two places begins; 0 or less where they overlap."""
    first, second = sorted((one, other))
    return second[0] - first[1]

"""How many of the hits share a meeting, side, issue, person, outlet, month or kind."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np

from briefing.model import Count
from briefing.search.answer import Answer
from briefing.search.engine.arrays import Array
from briefing.search.fields import FACETS
from briefing.search.lexing import quoted
from briefing.search.snapshot import Snapshot

_MOST = 100


def counts(snapshot: Snapshot, answer: Answer) -> Iterator[Count]:
    """Yield the counts facet by facet, the most frequent first; months from first to last.

    Of each facet but months at most 100: a longer list is not read, and costs more than the search.

    Args:
        snapshot: what was asked.
        answer: what answers it.
    """
    wanted = answer.marks()
    for facet in FACETS:
        if facet == "month":
            counted = sorted(_months(snapshot, wanted).items())
        else:
            numbers = _values(snapshot, facet, wanted)
            counted = heapq.nsmallest(_MOST, numbers.items(), key=lambda pair: (-pair[1], pair[0]))
        for value, number in counted:
            yield Count(facet, value, number, narrowing(facet, value))


def narrowing(facet: str, value: str) -> str:
    """Return what narrows a query to a value: `side:"Canada"`, `date:2025-05`."""
    if facet == "month":
        return f"date:{value}"
    if facet == "kind":
        return f"kind:{value}"
    return f"{facet}:{quoted(value)}"


def _values(snapshot: Snapshot, facet: str, wanted: list[Array]) -> dict[str, int]:
    found: dict[str, int] = {}
    for segment, here in zip(snapshot.segments, wanted, strict=True):
        categories = segment.file.categories(facet)
        numbers = categories.counts(here)
        for at in np.flatnonzero(numbers).tolist():
            value = categories.value(at)
            found[value] = found.get(value, 0) + int(numbers[at])
    return found


def _months(snapshot: Snapshot, wanted: list[Array]) -> dict[str, int]:
    found: dict[str, int] = {}
    for segment, here in zip(snapshot.segments, wanted, strict=True):
        numbers = np.bincount(segment.file.month[here])
        for month in np.flatnonzero(numbers).tolist():
            if month:
                name = f"{month // 12:04}-{month % 12 + 1:02}"
                found[name] = found.get(name, 0) + int(numbers[month])
    return found

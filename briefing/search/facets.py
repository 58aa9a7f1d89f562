"""How many of the hits share a meeting, side, issue, person, outlet, month or kind."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping

from briefing.model import Count
from briefing.search.fields import FACETS
from briefing.search.lexing import quoted
from briefing.search.snapshot import Tables

_MOST = 100


class Facets:
    """The values of one state of the index as sets of bits, one bit an entry.

    Args:
        tables: of that state.
    """

    def __init__(self, tables: Tables) -> None:
        self._size = tables.size
        self._values = {
            facet: {
                value: self._bits(docs)
                for value, docs in (
                    _months(tables) if facet == "month" else tables.values[facet]
                ).items()
            }
            for facet in FACETS
        }

    def counts(self, found: Iterable[int]) -> Iterator[Count]:
        """Yield the counts facet by facet, the most frequent first; months from first to last.

        Of each facet but months at most 100: a longer list is not read, and costs more than the search.
        """
        bits = self._bits(found)
        for facet, values in self._values.items():
            numbers = {value: (docs & bits).bit_count() for value, docs in values.items()}
            counted = [(value, n) for value, n in numbers.items() if n]
            if facet == "month":
                counted.sort()
            else:
                counted = heapq.nsmallest(_MOST, counted, key=lambda pair: (-pair[1], pair[0]))
            for value, number in counted:
                yield Count(facet, value, number, narrowing(facet, value))

    def _bits(self, docs: Iterable[int]) -> int:
        marked = bytearray(self._size // 8 + 1)
        for doc in docs:
            marked[doc >> 3] |= 1 << (doc & 7)
        return int.from_bytes(marked, "little")


def narrowing(facet: str, value: str) -> str:
    """Return what narrows a query to a value: `side:"Canada"`, `date:2025-05`."""
    if facet == "month":
        return f"date:{value}"
    if facet == "kind":
        return f"kind:{value}"
    return f"{facet}:{quoted(value)}"


def _months(tables: Tables) -> Mapping[str, set[int]]:
    months: dict[str, set[int]] = {}
    for day, docs in tables.values["date"].items():
        months.setdefault(day[:7], set()).update(docs)
    return months

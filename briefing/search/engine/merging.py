"""Which segments to make one: few enough that a search stays quick, each rewritten rarely.

Segments are of sizes: below 64 entries, below 512, below 4,096, below 32,768, and above. Eight of
one size become one of the next; so an entry is rewritten four times at most. A segment of which a
quarter was removed is written anew. No segment grows past 250,000 entries: each costs a search time
of its own, but to rewrite more at once takes minutes.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.search.engine.codec import ArraySegment

MOST = 250_000
_TOGETHER = 8
_FIRST, _STEP = 64, 8


def due(segments: Sequence[ArraySegment]) -> list[ArraySegment]:
    """Return the segments to make one now, in order; none where all is well."""
    for segment in segments:
        if segment.deleted_count() * 4 > segment.doc_count_all():
            return [segment]
    sizes: dict[int, list[ArraySegment]] = {}
    for segment in segments:
        sizes.setdefault(_size(segment), []).append(segment)
    for _, some in sorted(sizes.items()):
        if len(some) >= _TOGETHER:
            return next((group for group in bins(some) if len(group) > 1), [])
    return []


def bins(segments: Sequence[ArraySegment]) -> list[list[ArraySegment]]:
    """Return the segments in order, cut into groups that may each become one."""
    groups: list[list[ArraySegment]] = []
    held = MOST
    for segment in segments:
        if not groups or held + segment.doc_count() > MOST:
            groups.append([])
            held = 0
        groups[-1].append(segment)
        held += segment.doc_count()
    return groups


def _size(segment: ArraySegment) -> int:
    size, limit = 0, _FIRST
    while segment.doc_count() >= limit and size < 4:
        size, limit = size + 1, limit * _STEP
    return size

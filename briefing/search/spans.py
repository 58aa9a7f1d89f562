"""Where words stand together, for many entries at once.

A place is one number: the entry's number times 2^24, plus the position. So places of different
entries are far apart, and one search in a sorted array answers for all of them. `adjacency` says the
same of a single text.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from briefing.search.engine.arrays import Array

_SHIFT = 24


class Spans(NamedTuple):
    """Stretches of words: the places of their first and last words, in order of the last."""

    starts: Array
    ends: Array


def as_places(docs: Array, positions: Array) -> Array:
    """Return places in order, each once."""
    found = docs.astype("i8")
    found <<= _SHIFT
    found += positions
    if len(found) > 1 and not (found[1:] > found[:-1]).all():
        found = np.unique(found)
    return found


def entries_of(places: Array) -> Array:
    """Return the entries that places are in, in order, each once."""
    docs = places >> _SHIFT
    return docs[np.flatnonzero(np.diff(docs, prepend=-1))]


def in_a_row(steps: list[Array]) -> Array:
    """Return where a place of the first step has one of each other step directly after the last."""
    rarest = min(range(len(steps)), key=lambda number: len(steps[number]))
    starts = steps[rarest] - rarest
    for number, places in enumerate(steps):
        if number != rarest and len(starts) and len(places):
            at = np.minimum(places.searchsorted(starts + number), len(places) - 1)
            starts = starts[places[at] == starts + number]
    return starts if all(map(len, steps)) else starts[:0]


def followed(ends: Array, places: Array, slop: int) -> Array:
    """Return those of the places that come after one of the ends, at most `slop` words on."""
    if not len(ends) or not len(places):
        return places[:0]
    before = np.searchsorted(ends, places) - 1
    gap = places - ends[before]
    return places[(before >= 0) & (gap <= slop)]


def run(steps: list[Array], slop: int) -> Spans:
    """Return where steps follow each other; of two stretches to one end the shorter is kept."""
    starts = ends = steps[0]
    for places in steps[1:]:
        latest = np.full(len(places), -1, "i8")
        for gap in range(1, slop + 1):
            at = np.minimum(np.searchsorted(ends, places - gap), len(ends) - 1)
            if len(ends):
                latest = np.where(ends[at] == places - gap, np.maximum(latest, starts[at]), latest)
        starts, ends = latest[latest >= 0], places[latest >= 0]
    return Spans(starts, ends)


def near(left: Spans, right: Spans, distance: int) -> Spans:
    """Return the stretches of both sides that have one of the other so near, in either order."""
    both = [_with_neighbour(left, right, distance), _with_neighbour(right, left, distance)]
    starts = np.concatenate([spans.starts for spans in both])
    ends = np.concatenate([spans.ends for spans in both])
    order = np.lexsort((starts, ends))
    return Spans(starts[order], ends[order])


def _with_neighbour(some: Spans, others: Spans, distance: int) -> Spans:
    if not len(some.ends) or not len(others.ends):
        return Spans(some.starts[:0], some.ends[:0])
    begins = np.sort(others.starts)
    at = np.searchsorted(begins, some.ends, "right")  # the next one to begin after this one's end
    following = begins[np.minimum(at, len(begins) - 1)] - some.ends
    after = (at < len(begins)) & (following <= distance)
    at = np.searchsorted(others.ends, some.starts) - 1  # the last one to end before it
    before = (at >= 0) & (some.starts - others.ends[at] <= distance)
    kept = after | before
    return Spans(some.starts[kept], some.ends[kept])

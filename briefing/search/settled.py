"""What was found in one segment, worked out for one answer: how much, and the best of it."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.engine.segment import Segment
from briefing.search.found import Found
from briefing.search.ranking import greatest

_FEW = 16  # times fewer answers than entries: from there on they are listed


class Settled(Protocol):
    """The entries of one segment that answer a query; those that were removed are left out.

    Attributes:
        number: how many there are.
    """

    number: int

    @property
    def docs(self) -> Array:
        """The entries, in order."""

    @property
    def scores(self) -> Array:
        """What they score, in the same order."""

    @property
    def marks(self) -> Array:
        """By entry of the segment: whether it answers."""

    def best(self, limit: int) -> tuple[Array, Array]:
        """Return entries in order, among which are the best of so many, and their scores."""


class Listed:
    """Few entries, or such as do not all score.

    Args:
        docs: in order. scores: what they score. entries: how many the segment has.
    """

    def __init__(self, docs: Array, scores: Array, entries: int) -> None:
        self.docs, self.scores = docs, scores
        self.number = len(docs)
        self._entries = entries

    @property
    def marks(self) -> Array:
        """By entry of the segment: whether it answers."""
        marks = np.zeros(self._entries, bool)
        marks[self.docs] = True
        return marks

    def best(self, limit: int) -> tuple[Array, Array]:
        """Return entries among which are the best, and their scores."""
        at = greatest(self.scores, limit)
        return self.docs[at], self.scores[at]


class Spread:
    """Many entries, all of which score: each answers whose score is not 0.

    Args:
        total: by entry of the segment: what it scores.
    """

    def __init__(self, total: Array) -> None:
        self._total = total
        self.marks = total > 0
        self.number = int(np.count_nonzero(self.marks))

    @cached_property
    def docs(self) -> Array:
        """The entries, in order."""
        return self.marks.nonzero()[0]

    @property
    def scores(self) -> Array:
        """What they score."""
        found: Array = self._total[self.docs]
        return found

    def best(self, limit: int) -> tuple[Array, Array]:
        """Return entries among which are the best, and their scores."""
        at = greatest(self._total, limit)
        at = at[self.marks[at]]
        return at, self._total[at]


def settled(found: Found, segment: Segment) -> Settled:
    """Return what was found in a segment, without what was removed from it."""
    if found.scoring and found.bound * _FEW > segment.entries:
        total = np.zeros(segment.entries, "f4")
        found.add_to(total)
        if segment.alive is not None:
            total *= segment.alive
        return Spread(total)
    docs = segment.live(found.docs)
    return Listed(docs, found.scores(docs), segment.entries)

"""What was found, worked out for one answer: how much, and the best of it."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.found import Found
from briefing.search.ranking import greatest
from briefing.search.snapshot import Snapshot

_FEW = 16  # times fewer answers than entries: from there on they are listed


class Settled(Protocol):
    """The entries that answer a query; those that were removed are left out.

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
        """By entry: whether it answers."""

    def best(self, limit: int) -> tuple[Array, Array]:
        """Return entries in order, among which are the best of so many, and their scores."""


class Listed:
    """Few entries, or such as do not all score.

    Args:
        docs: in order. scores: what they score. entries: how many the index has.
    """

    def __init__(self, docs: Array, scores: Array, entries: int) -> None:
        self.docs, self.scores = docs, scores
        self.number = len(docs)
        self._entries = entries

    @property
    def marks(self) -> Array:
        """By entry: whether it answers."""
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
        total: by entry: what it scores.
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


def settled(found: Found, snapshot: Snapshot) -> Settled:
    """Return what was found, without what was removed."""
    alive = snapshot.alive
    if found.scoring and found.bound * _FEW > snapshot.size:
        total = np.zeros(snapshot.size, "f4")
        found.add_to(total)
        return Spread(total if alive is None else total * alive)
    docs = found.docs
    if alive is not None:
        docs = docs[alive[docs]]
    return Listed(docs, found.scores(docs), snapshot.size)

"""What was found, worked out for one answer: how much, and the best of it."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.foremost import among, anywhere
from briefing.search.found import Found, Some, summed
from briefing.search.ranking import greatest
from briefing.search.snapshot import Snapshot

_FEW = 16  # times fewer answers than entries: from there on they are listed
_MUCH = 30_000  # postings below which all scores are sooner added up than told apart


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
        docs: in order.
        scores: what they score, or what tells it.
        entries: how many the index has.
    """

    def __init__(self, docs: Array, scores: Array | Found, entries: int) -> None:
        self.docs, self._scores = docs, scores
        self.number = len(docs)
        self._entries = entries

    @cached_property
    def scores(self) -> Array:
        """What they score."""
        scores = self._scores
        return scores if isinstance(scores, np.ndarray) else scores.scores(self.docs)

    @property
    def marks(self) -> Array:
        """By entry: whether it answers."""
        marks = np.zeros(self._entries, bool)
        marks[self.docs] = True
        return marks

    def best(self, limit: int) -> tuple[Array, Array]:
        """Return entries among which are the best, and their scores."""
        scores = self._scores
        words = scores.words_here() if isinstance(scores, Some) else ()
        if words and "scores" not in self.__dict__:
            return among(self.docs, words, limit)
        at = greatest(self.scores, limit)
        return self.docs[at], self.scores[at]


class Spread:
    """Many entries, all of which score.

    Args:
        found: what answers. alive: by entry: whether it is still there; None where all are.
        entries: how many the index has.
    """

    def __init__(self, found: Found, alive: Array | None, entries: int) -> None:
        self._found, self._entries = found, entries
        if found.bound < _MUCH:
            self.marks: Array = self._total > 0
        else:
            self.marks = np.zeros(entries, bool)
            found.mark(self.marks)
        if alive is not None:
            self.marks &= alive
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
        words = () if "_total" in self.__dict__ else self._found.words()
        docs = anywhere(words, self.marks, limit) if words else None
        if docs is not None:
            return docs, summed(words, docs)
        total = self._total * self.marks
        at = greatest(total, limit)
        at = at[self.marks[at]]
        return at, total[at]

    @cached_property
    def _total(self) -> Array:
        total = np.zeros(self._entries, "f4")
        self._found.add_to(total)
        return total


def settled(found: Found, snapshot: Snapshot) -> Settled:
    """Return what was found, without what was removed."""
    alive = snapshot.alive
    if found.words() and found.bound * _FEW > snapshot.size:
        return Spread(found, alive, snapshot.size)
    docs = found.docs
    if alive is not None:
        docs = docs[alive[docs]]
    return Listed(docs, found, snapshot.size)

"""The entries that answer a query in a whole snapshot, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.ranking import best
from briefing.search.settled import Listed, Settled
from briefing.search.snapshot import Snapshot


class Answer:
    """What answers a query.

    Args:
        snapshot: what was asked.
        parts: by segment.
    """

    def __init__(self, snapshot: Snapshot, parts: Sequence[Settled]) -> None:
        self._snapshot = snapshot
        self._parts = parts
        self.total = sum(part.number for part in parts)

    @cached_property
    def docs(self) -> Array:
        """The entries in order, numbered through all segments."""
        bases = map(np.int64, self._snapshot.bases)
        numbered = [part.docs + base for part, base in zip(self._parts, bases, strict=True)]
        return np.concatenate(numbered) if numbered else np.empty(0, "i8")

    @cached_property
    def scores(self) -> Array:
        """What they score, in the same order."""
        some = [part.scores for part in self._parts]
        return np.concatenate(some) if some else np.empty(0, "f4")

    def marks(self) -> list[Array]:
        """Return, by segment and entry, whether it answers."""
        return [part.marks for part in self._parts]

    def only(self, kept: Array) -> Answer:
        """Return the answer narrowed.

        Args:
            kept: by entry of the answer: whether it stays.
        """
        parts: list[Settled] = []
        begin = 0
        for part, segment in zip(self._parts, self._snapshot.segments, strict=True):
            stays = kept[begin : begin + part.number]
            docs, begin = part.docs[stays], begin + part.number
            parts.append(Listed(docs, part.scores[stays], segment.entries))
        return Answer(self._snapshot, parts)

    def first(self, limit: int, *, newest: bool = False) -> list[tuple[int, float]]:
        """Return the first entries and their scores: the best, of equals the newest; or the newest."""
        if limit <= 0 or not self.total:
            return []
        docs, scores = (self.docs, self.scores) if newest else self._candidates(limit)
        order = best(scores, self._snapshot.days(docs), limit, newest=newest)
        return list(zip(docs[order].tolist(), scores[order].tolist(), strict=True))

    def _candidates(self, limit: int) -> tuple[Array, Array]:
        """Return entries among which are the best, with their scores."""
        some = [part.best(limit) for part in self._parts if part.number]
        bases = map(np.int64, self._snapshot.bases)
        used = [base for base, part in zip(bases, self._parts, strict=True) if part.number]
        docs = [here + base for (here, _), base in zip(some, used, strict=True)]
        return np.concatenate(docs), np.concatenate([scores for _, scores in some])

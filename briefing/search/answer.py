"""The entries that answer a query in a whole snapshot, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.found import Found
from briefing.search.ranking import best, greatest
from briefing.search.snapshot import Snapshot


class Part(NamedTuple):
    """The entries of one segment, in order, numbered within it, and what tells their scores."""

    docs: Array
    found: Found


class Answer:
    """What answers a query.

    Args:
        snapshot: what was asked.
        parts: by segment.
    """

    def __init__(self, snapshot: Snapshot, parts: Sequence[Part]) -> None:
        self._snapshot = snapshot
        self.parts = parts
        self.total = sum(len(part.docs) for part in parts)

    @cached_property
    def docs(self) -> Array:
        """The entries in order, numbered through all segments."""
        numbered = [
            part.docs + np.int64(base)
            for part, base in zip(self.parts, self._snapshot.bases, strict=True)
        ]
        return np.concatenate(numbered) if numbered else np.empty(0, "i8")

    @cached_property
    def scores(self) -> Array:
        """What they score, in the same order."""
        some = [part.found.scores(part.docs) for part in self.parts]
        return np.concatenate(some) if some else np.empty(0, "f4")

    def only(self, kept: Array) -> Answer:
        """Return the answer narrowed.

        Args:
            kept: by entry of the answer: whether it stays.
        """
        ends = np.cumsum([len(part.docs) for part in self.parts])[:-1]
        cut = np.split(kept, ends) if self.parts else []
        parts = [Part(p.docs[stays], p.found) for p, stays in zip(self.parts, cut, strict=True)]
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
        docs, scores = [], []
        for part, base in zip(self.parts, self._snapshot.bases, strict=True):
            here = part.found.scores(part.docs)
            at = greatest(here, limit)
            docs.append(part.docs[at] + np.int64(base))
            scores.append(here[at])
        return np.concatenate(docs), np.concatenate(scores)

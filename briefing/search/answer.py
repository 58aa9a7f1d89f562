"""The entries that answer a query, and the first of them."""

from __future__ import annotations

from briefing.search.engine.arrays import Array
from briefing.search.ranking import best
from briefing.search.settled import Listed, Settled
from briefing.search.snapshot import Snapshot


class Answer:
    """What answers a query.

    Args:
        snapshot: what was asked. found: what answers.
    """

    def __init__(self, snapshot: Snapshot, found: Settled) -> None:
        self._snapshot, self._found = snapshot, found
        self.total = found.number

    @property
    def docs(self) -> Array:
        """The entries in order, numbered through all segments."""
        return self._found.docs

    @property
    def scores(self) -> Array:
        """What they score, in the same order."""
        return self._found.scores

    def marks(self) -> list[Array]:
        """Return, by segment and entry, whether it answers."""
        marks, snapshot = self._found.marks, self._snapshot
        return [marks[a:b] for a, b in zip(snapshot.bases, snapshot.ends, strict=True)]

    def only(self, kept: Array) -> Answer:
        """Return the answer narrowed.

        Args:
            kept: by entry of the answer: whether it stays.
        """
        found = Listed(self.docs[kept], self.scores[kept], self._snapshot.size)
        return Answer(self._snapshot, found)

    def first(self, limit: int, *, newest: bool = False) -> list[tuple[int, float]]:
        """Return the first entries and their scores: the best, of equals the newest; or the newest."""
        if limit <= 0 or not self.total:
            return []
        docs, scores = (self.docs, self.scores) if newest else self._found.best(limit)
        order = best(scores, self._snapshot.days(docs), limit, newest=newest)
        return list(zip(docs[order].tolist(), scores[order].tolist(), strict=True))

"""Where the words of a phrase stand in the entries of one segment."""

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh import query as wq

from briefing.search.engine.arrays import Array
from briefing.search.engine.postings import Postings
from briefing.search.lexicon import ranges
from briefing.search.nodes import Form, Step
from briefing.search.querying import step_of
from briefing.search.spans import Spans, as_places, entries_of, followed, in_a_row, near, run


class Standing:
    """Looks at the positions of some entries.

    Args:
        postings: of one field of one segment.
        docs: the entries that have all words, in order.
    """

    def __init__(self, postings: Postings, docs: Array) -> None:
        self._postings = postings
        self._wanted = np.zeros(postings.entries, bool)
        self._wanted[docs] = True

    def entries(self, query: Any) -> Array:
        """Return those of the entries in which a `Phrase` or `Sequence` of Whoosh's stands."""
        steps = _steps(query)
        if steps is None:
            return entries_of(self._spans(query).ends)
        places = [self._places(step) for step in steps]
        if query.slop == 1:
            return entries_of(in_a_row(places))
        ends = places[0]
        for following in places[1:]:
            ends = followed(ends, following, query.slop)
        return entries_of(ends)

    def _spans(self, query: Any) -> Spans:
        steps = _steps(query)
        if steps is not None:
            return run([self._places(step) for step in steps], query.slop)
        step = step_of(query)
        if step is not None:
            places = self._places(step)
            return Spans(places, places)
        left, right = query.subqueries
        return near(self._spans(left), self._spans(right), query.slop)

    def _places(self, step: Step) -> Array:
        return as_places(*self._postings.places(ranges(step, self._postings), self._wanted))


def _steps(query: Any) -> list[Step] | None:
    """Return the words of a query that asks for them one after the other; else None."""
    if isinstance(query, wq.Phrase):
        return [(Form(word, "exact"),) for word in query.words]
    if not getattr(query, "ordered", False):
        return None
    steps = [step_of(part) for part in query.subqueries]
    return [step for step in steps if step is not None]

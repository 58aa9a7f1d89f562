"""The entries that answer a query: a walk over Whoosh's tree of it.

Parts that only narrow (values, dates, NOT) become one bit an entry; texts become what is in `found`.
Nothing is kept for the next keystroke: to find a word again takes less time than the memory of what
was found, as that has to be had from the system anew for each query.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.query.positional import Sequence as Ordering
from whoosh.query.ranges import TermRange

from briefing.search.answer import Answer
from briefing.search.engine.arrays import Array
from briefing.search.fields import TEXT_FIELDS
from briefing.search.found import NOTHING, Found, Some, Words, both, either
from briefing.search.having import Everywhere, having
from briefing.search.querying import Anywhere, Forms, Values, step_of
from briefing.search.ranking import rarity
from briefing.search.settled import settled
from briefing.search.snapshot import Snapshot
from briefing.search.standing import Standing


class Answering:
    """Answers queries from one snapshot.

    Args:
        snapshot: what is asked.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._size = snapshot.size
        self._masks: dict[type, Callable[[Any], Array]] = {
            wq.And: self._mask_of_all,
            wq.Or: self._mask_of_any,
            wq.Not: self._mask_of_not,
            wq.Every: self._mask_of_every,
            wq.Term: self._mask_of_value,
            Values: self._mask_of_values,
            TermRange: self._mask_of_days,
        }

    def answer(self, query: Any) -> Answer:
        """Return what answers a `whoosh.query.Query`. Filters alone score 0."""
        return Answer(self._snapshot, settled(self._found(query), self._snapshot))

    def _found(self, query: Any) -> Found:
        if _is_text(query):
            return self._read(query)
        match query:
            case wq.And():
                return self._all(query.subqueries)
            case wq.Or() if not _is_filter(query):
                return either([self._found(part) for part in query.subqueries], self._size)
            case _:
                return Some(np.flatnonzero(self._mask(query)))

    def _all(self, parts: Sequence[Any]) -> Found:
        """Return what answers every part: scores of texts, narrowed by the others."""
        texts = [self._found(part) for part in parts if not _is_filter(part)]
        if not texts:
            return Some(np.flatnonzero(self._mask_of_parts(parts)))
        masks = [
            self._mask(part)
            for part in parts
            if _is_filter(part) and not isinstance(part, TermRange)
        ]
        found = both(texts, masks, self._size)
        for part in parts:
            if isinstance(part, TermRange):  # it is asked of every entry, so of few rather than all
                docs = found.docs
                found = Some(docs[_between(part, self._snapshot.days(docs))], texts)
        return found

    def _mask(self, query: Any) -> Array:
        """Return, by entry, whether it answers; removed entries may, too."""
        if query is wq.NullQuery:
            return np.zeros(self._size, bool)
        if not _is_filter(query):
            found = np.zeros(self._size, bool)
            self._found(query).mark(found)
            return found
        mask = self._masks[type(query)]
        return mask(query)

    def _mask_of_all(self, query: Any) -> Array:
        return self._mask_of_parts(query.subqueries)

    def _mask_of_parts(self, parts: Sequence[Any]) -> Array:
        first, *others = parts
        found = self._mask(first)
        for part in others:
            found = found & self._mask(part)
        return found

    def _mask_of_any(self, query: Any) -> Array:
        found: Array = np.any([self._mask(part) for part in query.subqueries], axis=0)
        return found

    def _mask_of_not(self, query: Any) -> Array:
        return ~self._mask(query.query)

    def _mask_of_every(self, _: Any) -> Array:
        return np.ones(self._size, bool)

    def _mask_of_days(self, query: Any) -> Array:
        return _between(query, self._snapshot.every_day)

    def _mask_of_value(self, query: Any) -> Array:
        return self._marked(query.fieldname, [query.text])

    def _mask_of_values(self, query: Any) -> Array:
        return self._marked(query.fieldname, query.among(self._snapshot.values(query.fieldname)))

    def _marked(self, field: str, values: Sequence[str]) -> Array:
        marks = np.zeros(self._size, bool)
        for segment, base in zip(self._snapshot.segments, self._snapshot.bases, strict=True):
            categories, here = segment.file.categories(field), marks[base:]
            for value in values:
                here[categories.docs(value)] = True
        return marks

    def _read(self, query: Any) -> Found:
        if getattr(query, "fieldname", "") in self._snapshot.empty_fields:
            return NOTHING
        match query:
            case wq.Or():
                return either([self._read(part) for part in query.subqueries], self._size)
            case wq.Phrase() | Ordering():
                return self._together(query)
            case _:
                return self._words(query)

    def _words(self, leaf: Any) -> Found:
        step, field = step_of(leaf), leaf.fieldname
        assert step is not None
        segments = self._snapshot.segments
        parts = [having(segment.file.postings(field), step) for segment in segments]
        found = Everywhere(parts, self._snapshot.ends)
        if not found.number:
            return NOTHING
        weight = rarity(found.number, self._snapshot.count, leaf.boost)
        return Words(found, self._snapshot.norms(field), weight)

    def _together(self, query: Any) -> Found:
        """Return where the words of a phrase stand together; it scores what its words score."""
        leaves = list(_leaves(query))
        words = [self._read(leaf) for leaf in leaves]
        docs = both(words, (), self._size).docs
        found = []
        bounds = zip(
            self._snapshot.segments, self._snapshot.bases, self._snapshot.ends, strict=True
        )
        for segment, begin, end in bounds:
            low, high = docs.searchsorted((begin, end))
            if low < high:
                postings = segment.file.postings(leaves[0].field())
                found.append(Standing(postings, docs[low:high] - begin).entries(query) + begin)
        return Some(np.concatenate(found), words) if found else NOTHING


def _leaves(query: Any) -> list[Any]:
    match query:
        case wq.Phrase():
            return [wq.Term(query.fieldname, word, query.boost) for word in query.words]
        case Ordering():
            return [leaf for part in query.subqueries for leaf in _leaves(part)]
        case _:
            return [query]


def _is_filter(query: Any) -> bool:
    """Tell whether a part only narrows, and scores nothing."""
    kind = type(query)
    if kind is Anywhere or kind is Forms:
        return False
    match query:
        case wq.And() | wq.Or():
            return all(map(_is_filter, query.subqueries))
        case wq.Every() | wq.Not() | TermRange() | Values():
            return True
        case wq.Term():
            return query.fieldname not in TEXT_FIELDS
        case _:
            return query is wq.NullQuery


def _is_text(query: Any) -> bool:
    """Tell whether a part is nothing but words, that stand in one field or in any."""
    match query:
        case Anywhere() | wq.Phrase():
            return True
        case wq.Or() | Ordering():
            return bool(query.subqueries) and all(map(_is_text, query.subqueries))
        case _:
            return not _is_filter(query) and step_of(query) is not None


def _between(query: Any, days: Array) -> Array:
    """Return which of some days are those of a `TermRange`; 0 never is."""
    first, last = _day(query.start, 1), _day(query.end, dt.date.max.toordinal())
    found: Array = (days >= first) & (days <= last)
    return found


def _day(written: str | None, otherwise: int) -> int:
    return dt.date.fromisoformat(written).toordinal() if written else otherwise

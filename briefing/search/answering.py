"""The entries that answer a query: a walk over Whoosh's tree of it.

Parts that only narrow (values, dates, NOT) become one bit an entry; texts become what is in `found`,
which is kept for the next keystroke. A text is answered for all segments at once, as its weight
depends on how many entries have it; the rest is done segment by segment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.query.positional import Sequence as Ordering
from whoosh.query.ranges import TermRange

from briefing.search.answer import Answer
from briefing.search.engine.arrays import Array
from briefing.search.fields import TEXT_FIELDS
from briefing.search.found import NOTHING, Found, Some, Words, both, either
from briefing.search.having import having
from briefing.search.nodes import Value
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
        self._meant: dict[Value, list[str]] = {}
        self._masks: dict[type, Callable[[Any, int], Array]] = {
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
        segments = enumerate(self._snapshot.segments)
        parts = [settled(self._found(query, number), segment) for number, segment in segments]
        return Answer(self._snapshot, parts)

    def _found(self, query: Any, number: int) -> Found:
        key = _key(query)
        if key is not None:
            return self._text(query, key)[number]
        match query:
            case wq.And():
                return self._all(query.subqueries, number)
            case wq.Or() if not _is_filter(query):
                some = [self._found(part, number) for part in query.subqueries]
                return either(some, self._size(number))
            case _:
                return Some(np.flatnonzero(self._mask(query, number)))

    def _all(self, parts: Sequence[Any], number: int) -> Found:
        """Return what answers every part: scores of texts, narrowed by the others."""
        texts = [self._found(part, number) for part in parts if not _is_filter(part)]
        masks = [self._mask(part, number) for part in parts if _is_filter(part)]
        if not texts:
            texts = [Some(np.flatnonzero(masks.pop()))]
        return both(texts, masks, self._size(number))

    def _mask(self, query: Any, number: int) -> Array:
        """Return, by entry of a segment, whether it answers; removed entries may, too."""
        if query is wq.NullQuery:
            return np.zeros(self._size(number), bool)
        if not _is_filter(query):
            found = np.zeros(self._size(number), bool)
            self._found(query, number).mark(found)
            return found
        mask = self._masks[type(query)]
        return mask(query, number)

    def _mask_of_all(self, query: Any, number: int) -> Array:
        masks = [self._mask(part, number) for part in query.subqueries]
        found: Array = np.all(masks, axis=0)
        return found

    def _mask_of_any(self, query: Any, number: int) -> Array:
        masks = [self._mask(part, number) for part in query.subqueries]
        found: Array = np.any(masks, axis=0)
        return found

    def _mask_of_not(self, query: Any, number: int) -> Array:
        return ~self._mask(query.query, number)

    def _mask_of_every(self, _: Any, number: int) -> Array:
        return np.ones(self._size(number), bool)

    def _mask_of_days(self, query: Any, number: int) -> Array:
        days = self._snapshot.segments[number].file.date
        first, last = _day(query.start, 1), _day(query.end, dt.date.max.toordinal())
        return (days >= first) & (days <= last)

    def _mask_of_value(self, query: Any, number: int) -> Array:
        return self._marked(self._with_value(query.fieldname, query.text, number), number)

    def _mask_of_values(self, query: Any, number: int) -> Array:
        meant = self._meant.get(query.part)
        if meant is None:
            known = self._snapshot.values(query.fieldname)
            meant = self._meant[query.part] = query.among(known)
        found = np.zeros(self._size(number), bool)
        for value in meant:
            found[self._with_value(query.fieldname, value, number)] = True
        return found

    def _with_value(self, field: str, value: str, number: int) -> Array:
        return self._snapshot.segments[number].file.categories(field).docs(value)

    def _marked(self, docs: Array, number: int) -> Array:
        found = np.zeros(self._size(number), bool)
        found[docs] = True
        return found

    def _size(self, number: int) -> int:
        return self._snapshot.segments[number].entries

    def _text(self, query: Any, key: Hashable) -> list[Found]:
        """Return what answers a text, by segment."""
        found = self._snapshot.answer(key)
        if found is None:
            found = self._read(query)
            self._snapshot.keep(key, found)
        return found

    def _read(self, query: Any) -> list[Found]:
        if getattr(query, "fieldname", "") in self._snapshot.empty_fields:
            return [NOTHING] * len(self._snapshot.segments)
        match query:
            case wq.Or():
                parts = zip(*map(self._read, query.subqueries), strict=True)
                return [either(some, self._size(number)) for number, some in enumerate(parts)]
            case wq.Phrase() | Ordering():
                return self._together(query)
            case _:
                return self._words(query)

    def _words(self, leaf: Any) -> list[Found]:
        step, field = step_of(leaf), leaf.fieldname
        assert step is not None
        some = [having(segment.file.postings(field), step) for segment in self._snapshot.segments]
        total = sum(0 if each is None else len(each.docs) for each in some)
        weight = rarity(total, self._snapshot.count, leaf.boost)
        return [
            NOTHING if each is None else Words(each, self._snapshot.norms(number, field), weight)
            for number, each in enumerate(some)
        ]

    def _together(self, query: Any) -> list[Found]:
        """Return where the words of a phrase stand together; it scores what its words score."""
        leaves = list(_leaves(query))
        words = [self._text(leaf, _key(leaf)) for leaf in leaves]
        found: list[Found] = []
        for number, segment in enumerate(self._snapshot.segments):
            parts = [some[number] for some in words]
            docs = both(parts, (), segment.entries).docs
            if len(docs):
                postings = segment.file.postings(leaves[0].field())
                docs = Standing(postings, docs).entries(query)
            found.append(Some(docs, parts) if len(docs) else NOTHING)
        return found


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


def _key(query: Any) -> Hashable | None:
    """Return what names a text, to keep its answer by; None for what is not one."""
    match query:
        case Anywhere():
            return query.part
        case wq.Phrase():
            return ("phrase", query.fieldname, *query.words, query.slop, query.boost)
        case Ordering():
            keys = tuple(map(_key, query.subqueries))
            return None if None in keys else (query.ordered, query.slop, keys)
        case wq.Or():
            keys = tuple(map(_key, query.subqueries))
            return None if None in keys or not keys else ("or", keys)
        case _:
            step = None if _is_filter(query) else step_of(query)
            return None if step is None else (query.field(), step, query.boost)


def _day(written: str | None, otherwise: int) -> int:
    return dt.date.fromisoformat(written).toordinal() if written else otherwise

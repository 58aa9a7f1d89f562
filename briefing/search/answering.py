"""The entries that answer a query, with their scores: a walk over Whoosh's tree of the query.

Parts that only narrow (values, dates, NOT) become one bit an entry; texts become entries with
scores, in order. A text is answered for all segments at once, as its weight depends on how many
entries have it, and is kept for the next keystroke; the rest is done segment by segment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.query.positional import Sequence as Ordering
from whoosh.query.ranges import TermRange

from briefing.search.engine.arrays import Array
from briefing.search.engine.postings import Postings
from briefing.search.fields import TEXT_FIELDS
from briefing.search.lexicon import ranges
from briefing.search.nodes import Step, Value
from briefing.search.querying import Values, step_of
from briefing.search.ranking import rarity, weigh
from briefing.search.snapshot import Scored, Snapshot
from briefing.search.standing import Standing

_NOTHING = Scored(np.empty(0, "i8"), np.empty(0, "f4"))


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

    def answer(self, query: Any) -> Scored:
        """Return the entries that answer a `whoosh.query.Query`, in order, and their scores.

        Filters alone score 0. Entries are numbered through all segments.
        """
        found = []
        for number, segment in enumerate(self._snapshot.segments):
            docs, scores = self._scored(query, number)
            if segment.alive is not None:
                kept = segment.alive[docs]
                docs, scores = docs[kept], scores[kept]
            found.append((docs.astype("i8") + self._snapshot.bases[number], scores))
        if not found:
            return _NOTHING
        return Scored(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    def _scored(self, query: Any, number: int) -> Scored:
        key = _key(query)
        if key is not None:
            return self._text(query, key)[number]
        match query:
            case wq.And():
                return self._all(query.subqueries, number)
            case wq.Or() if not _is_filter(query):
                return _either(
                    [self._scored(part, number) for part in query.subqueries], self._size(number)
                )
            case _:
                docs = np.flatnonzero(self._mask(query, number))
                return Scored(docs, np.zeros(len(docs), "f4"))

    def _all(self, parts: Sequence[Any], number: int) -> Scored:
        """Return what answers every part: scores of texts, narrowed by the others."""
        texts = [self._scored(part, number) for part in parts if not _is_filter(part)]
        masks = [self._mask(part, number) for part in parts if _is_filter(part)]
        if texts:
            found = _both(texts, self._size(number))
        else:
            docs = np.flatnonzero(masks.pop())
            found = Scored(docs, np.zeros(len(docs), "f4"))
        for mask in masks:
            kept = mask[found.docs]
            found = Scored(found.docs[kept], found.scores[kept])
        return found

    def _mask(self, query: Any, number: int) -> Array:
        """Return, by entry of a segment, whether it answers; removed entries may, too."""
        if query is wq.NullQuery:
            return np.zeros(self._size(number), bool)
        if not _is_filter(query):
            return self._marked(self._scored(query, number).docs, number)
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

    def _text(self, query: Any, key: Hashable) -> list[Scored]:
        """Return what answers a text, by segment."""
        found = self._snapshot.answer(key)
        if found is None:
            match query:
                case wq.Or():
                    parts = [self._text(part, _key(part)) for part in query.subqueries]
                    found = [
                        _either(some, self._size(number))
                        for number, some in enumerate(zip(*parts, strict=True))
                    ]
                case wq.Phrase() | Ordering():
                    found = self._together(query)
                case _:
                    found = self._words(query)
            self._snapshot.keep(key, found)
        return found

    def _words(self, leaf: Any) -> list[Scored]:
        step, field = step_of(leaf), leaf.field()
        assert step is not None
        counted = [_having(s.file.postings(field), step) for s in self._snapshot.segments]
        having = sum(len(docs) for docs, _ in counted)
        if not having:
            return [_NOTHING] * len(counted)
        weight = rarity(having, self._snapshot.count, leaf.boost)
        return [
            Scored(docs, weigh(counts, self._snapshot.norms(number, field)[docs], weight))
            for number, (docs, counts) in enumerate(counted)
        ]

    def _together(self, query: Any) -> list[Scored]:
        """Return where the words of a phrase stand together; it scores what its words score."""
        leaves = list(_leaves(query))
        words = [self._text(leaf, _key(leaf)) for leaf in leaves]
        found = []
        for number, segment in enumerate(self._snapshot.segments):
            both = _both([scored[number] for scored in words], segment.entries)
            if len(both.docs):
                postings = segment.file.postings(leaves[0].field())
                kept = Standing(postings, both.docs).entries(query)
                at = np.searchsorted(both.docs, kept)
                both = Scored(both.docs[at], both.scores[at])
            found.append(both)
        return found


def _having(postings: Postings, step: Step) -> tuple[Array, Array]:
    """Return the entries that have a word a step means, in order, and how often they have one."""
    if not postings.total:  # no ask, say, in all of a segment: not worth a look for each word
        return postings.docs, postings.docs
    wanted = ranges(step, postings.terms)
    for form in step:
        row = postings.beginning(form.text) if form.how in ("prefix", "typed") else None
        if row is not None:
            low, high = postings.terms.beginning(form.text)
            docs, counts = postings.any_of(
                [(a, b) for a, b in wanted if b <= low or high <= a]  # forms of the stem elsewhere
            )
            total = row.astype("u4")
            total[docs] += counts.astype("u4")
            docs = np.flatnonzero(total)
            return docs, total[docs]
    return postings.any_of(wanted)


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


def _both(parts: Sequence[Scored], size: int) -> Scored:
    """Return the entries of all parts, scores added up."""
    first, *others = sorted(parts, key=lambda part: len(part.docs))
    docs, scores = first
    for other in others:
        if not len(docs):
            break
        if len(docs) * 16 < len(other.docs):
            at = np.minimum(np.searchsorted(other.docs, docs), len(other.docs) - 1)
            kept = other.docs[at] == docs
            docs, scores = docs[kept], scores[kept] + other.scores[at[kept]]
        else:
            spread = np.full(size, -1, "f4")
            spread[other.docs] = other.scores
            more = spread[docs]
            kept = more >= 0
            docs, scores = docs[kept], scores[kept] + more[kept]
    return Scored(docs, scores)


def _either(parts: Sequence[Scored], size: int) -> Scored:
    """Return the entries of any part, scores added up."""
    some = [part for part in parts if len(part.docs)]
    if len(some) < 2:
        return some[0] if some else _NOTHING
    if sum(len(part.docs) for part in some) * 16 > size:
        total, there = np.zeros(size, "f4"), np.zeros(size, bool)
        for part in some:
            total[part.docs] += part.scores
            there[part.docs] = True
        docs = np.flatnonzero(there)
        return Scored(docs, total[docs])
    docs, at = np.unique(np.concatenate([part.docs for part in some]), return_inverse=True)
    scores = np.bincount(at, np.concatenate([part.scores for part in some]))
    return Scored(docs, scores.astype("f4"))


def _day(written: str | None, otherwise: int) -> int:
    return dt.date.fromisoformat(written).toordinal() if written else otherwise

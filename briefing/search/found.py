"""Entries that answer a part of a query, and what they score when that is asked.

Which entries answer is found first; scores are worked out only of those left in the end. A byte for
each entry of the index costs less than to merge sorted lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.having import Everywhere
from briefing.search.ranking import most, weigh

_FEW = 8  # times fewer entries than there may be: from there on each is looked up by itself


class Found(Protocol):
    """What answers a part of a query.

    Attributes:
        bound: at least as many as there are entries.
        scoring: whether each entry scores more than 0.
    """

    bound: int
    scoring: bool

    @property
    def docs(self) -> Array:
        """The entries, in order, each once; worked out anew each time, as little is kept as may be."""

    def mark(self, marks: Array) -> None:
        """Set those of the marks, one an entry, whose entries answer."""

    def scores(self, docs: Array) -> Array:
        """Return what some entries score, 0 for those that do not answer."""

    def add_to(self, total: Array) -> None:
        """Add the scores to those of all entries."""

    def words(self) -> Sequence[Words]:
        """Return the words whose scores, added up, are what an entry scores; none if not known."""


class Words:
    """Entries that have some words in one field.

    Args:
        having: which, and how often.
        norms: by entry, see `ranking`. weight: of the words.

    Attributes:
        most: what no entry scores more than.
    """

    def __init__(self, having: Everywhere, norms: Array, weight: float) -> None:
        self._having, self._norms, self._weight = having, norms, weight
        self.bound = having.number
        self.scoring = True
        self.most = most(weight)

    @property
    def docs(self) -> Array:
        """The entries, in order."""
        return self._having.docs

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        self._having.mark(marks)

    def scores(self, docs: Array) -> Array:
        """Return what some entries score."""
        return weigh(self._having.counts_of(docs), self._norms.take(docs), self._weight)

    def words(self) -> Sequence[Words]:
        """Return it alone."""
        return (self,)

    def add_to(self, total: Array) -> None:
        """Add the scores to those of all entries."""
        for segment, docs, counts in self._having.counted():
            scores = weigh(counts, self._norms[segment].take(docs), self._weight)
            np.add.at(total[segment], docs, scores)


class Either:
    """Entries that answer any of some parts; they score what the parts score together.

    Args:
        parts: at least two. entries: how many the index has.
    """

    def __init__(self, parts: Sequence[Found], entries: int) -> None:
        self._parts, self._entries = parts, entries
        self.bound = sum(part.bound for part in parts)
        self.scoring = all(part.scoring for part in parts)

    @property
    def docs(self) -> Array:
        """The entries, in order."""
        marks = np.zeros(self._entries, bool)
        self.mark(marks)
        return marks.nonzero()[0]

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        for part in self._parts:
            part.mark(marks)

    def scores(self, docs: Array) -> Array:
        """Return what some entries score."""
        if len(docs) * _FEW < self.bound:
            return summed(self._parts, docs)
        total = np.zeros(self._entries, "f4")
        self.add_to(total)
        found: Array = total[docs]
        return found

    def add_to(self, total: Array) -> None:
        """Add the scores to those of all entries."""
        for part in self._parts:
            part.add_to(total)

    def words(self) -> Sequence[Words]:
        """Return those of all parts; none if those of one are not known."""
        return words_of(self._parts)


class Some:
    """Entries that are known, scoring what some parts of the query say of them.

    Args:
        docs: in order, each once.
        parts: what they score; none for what only narrows.
    """

    def __init__(self, docs: Array, parts: Sequence[Found] = ()) -> None:
        self.docs, self._parts = docs, parts
        self.bound = len(docs)
        self.scoring = any(part.scoring for part in parts)

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        marks[self.docs] = True

    def scores(self, docs: Array) -> Array:
        """Return what some entries score."""
        found = summed(self._parts, docs)
        if docs is not self.docs and len(docs):
            known = np.isin(docs, self.docs, assume_unique=True)
            found[~known] = 0
        return found

    def add_to(self, total: Array) -> None:
        """Add the scores to those of all entries."""
        total[self.docs] += summed(self._parts, self.docs)

    def words(self) -> Sequence[Words]:
        """Return none: an entry may have the words and not be one of these."""
        return ()

    def words_here(self) -> Sequence[Words]:
        """Return the words whose scores, added up, are what these entries score; none if not known."""
        return words_of(self._parts)


def either(parts: Sequence[Found], entries: int) -> Found:
    """Return what answers any of the parts, of an index with so many entries."""
    some = [part for part in parts if part.bound]
    if len(some) > 1:
        return Either(some, entries)
    return some[0] if some else NOTHING


def both(parts: Sequence[Found], masks: Sequence[Array], entries: int) -> Found:
    """Return what answers every part.

    Args:
        parts: at least one, those that score.
        masks: by entry, whether it answers a part that only narrows.
        entries: how many the index has.
    """
    first, *others = sorted(parts, key=lambda part: part.bound)
    if not others and not masks:
        return first
    found = np.zeros(entries, bool)
    first.mark(found)
    for mask in masks:
        found &= mask
    for other in others:
        marks = np.zeros(entries, bool)
        other.mark(marks)
        found &= marks
    docs = found.nonzero()[0]
    return Some(docs, parts)


def words_of(parts: Sequence[Found]) -> Sequence[Words]:
    """Return the words whose scores make up those of all parts; none if those of one are not known."""
    found = [part.words() for part in parts]
    return [word for words in found for word in words] if all(found) else ()


def summed(parts: Sequence[Found], docs: Array) -> Array:
    """Return what entries score in all parts together."""
    if not parts:
        return np.zeros(len(docs), "f4")
    first, *others = parts
    found = first.scores(docs)
    for part in others:
        found += part.scores(docs)
    return found


NOTHING: Found = Some(np.empty(0, "i8"))

"""The entries that have words of a query in one field, and how often.

They are looked up segment by segment, and numbered through all of them. How often is counted when
it is asked, and of a few entries only for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.engine.postings import Postings, Ranges
from briefing.search.lexicon import ranges
from briefing.search.nodes import Step

_FEW = 32  # times fewer entries than postings: from there on each is looked up by itself
_MANY = 10_000  # entries that are not kept converted, as that takes more memory than time
_WORDS = 48  # so many words are counted one by one


class Having(Protocol):
    """Entries with some words.

    Attributes:
        number: how many there are.
    """

    number: int

    @property
    def docs(self) -> Array:
        """The entries, in order, each once."""

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""

    def counted(self) -> tuple[Array, Array]:
        """Return the entries and how often each has one of the words."""

    def counts_of(self, docs: Array) -> Array:
        """Return how often some entries have one, 0 for those that have none."""


class OneWord:
    """Entries with a word.

    Args:
        postings: of the field. word: its number.
    """

    def __init__(self, postings: Postings, word: int) -> None:
        self._postings, self._word = postings, word
        self._low, self._high = postings.first[word : word + 2].tolist()
        self.number: int = self._high - self._low
        self._docs: Array | None = None

    @property
    def docs(self) -> Array:
        """The entries; NumPy picks by numbers of another type many times slower."""
        if self._docs is not None:
            return self._docs
        docs = self._postings.docs.slice(self._low, self._high).astype(np.intp)
        if self.number < _MANY:
            self._docs = docs
        return docs

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        known = self._postings.docs.marks(self._word)
        if known is None:
            marks[self.docs] = True
        else:
            marks |= known

    def counted(self) -> tuple[Array, Array]:
        """Return the entries and how often each has the word."""
        return self.docs, self._postings.counts.slice(self._low, self._high)

    def counts_of(self, docs: Array) -> Array:
        """Return how often some entries have the word."""
        ranks = self._postings.docs.ranks(self._word, docs)
        if ranks is not None:
            here, at = ranks
            return self._postings.counts.take(np.minimum(at, self.number - 1) + self._low) * here
        if len(docs) * _FEW > self.number:
            every, counts = self.counted()
            spread = np.zeros(self._postings.entries, counts.dtype)
            spread[every] = counts
            return spread[docs]
        there: Array | None = self._docs
        if there is None:
            docs = docs.astype(self._postings.docs.kind)
            there = self._postings.docs.slice(self._low, self._high)
        at = np.minimum(there.searchsorted(docs), self.number - 1)
        counts = self._postings.counts.take(at + self._low)
        counts[there[at] != docs] = 0
        return counts


class _Marked:
    """Entries that are marked.

    Args:
        marks: by entry of the segment, whether it is one.
    """

    def __init__(self, marks: Array) -> None:
        self._marks = marks
        self.number = int(np.count_nonzero(marks))

    @property
    def docs(self) -> Array:
        """The entries, in order."""
        return self._marks.nonzero()[0]

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        marks |= self._marks


class SomeWords(_Marked):
    """Entries with any of a few words.

    Args:
        words: the entries with each. entries: how many the segment has.
    """

    def __init__(self, words: Sequence[OneWord], entries: int) -> None:
        marks = np.zeros(entries, bool)
        for word in words:
            word.mark(marks)
        super().__init__(marks)
        self._words = words

    def counted(self) -> tuple[Array, Array]:
        """Return the entries and how often each has one of the words."""
        first, *others = self._words
        sums = np.zeros(len(self._marks), "u2")
        docs, counts = first.counted()
        sums[docs] = counts
        for word in others:
            docs, counts = word.counted()
            sums[docs] += counts
        docs = self.docs
        return docs, sums.take(docs)

    def counts_of(self, docs: Array) -> Array:
        """Return how often some entries have one."""
        first, *others = self._words
        sums = first.counts_of(docs).astype("u4")
        for word in others:
            sums += word.counts_of(docs)
        return sums


class ManyWords(_Marked):
    """Entries with any of many words, counted already.

    Args:
        sums: by entry of the segment, how often it has one.
    """

    def __init__(self, sums: Array) -> None:
        super().__init__(sums > 0)
        self._sums = sums

    def counted(self) -> tuple[Array, Array]:
        """Return the entries and how often each has one of the words."""
        docs = self.docs
        return docs, self._sums[docs]

    def counts_of(self, docs: Array) -> Array:
        """Return how often some entries have one."""
        found: Array = self._sums[docs]
        return found


class Everywhere:
    """Entries of all segments with some words.

    Args:
        parts: by segment; None where no entry has one.
        ends: by segment: one after its last entry.
    """

    def __init__(self, parts: Sequence[Having | None], ends: Sequence[int]) -> None:
        begins = [0, *ends[:-1]]
        self._parts = [
            (part, begin, end)
            for part, begin, end in zip(parts, begins, ends, strict=True)
            if part is not None
        ]
        self.number = sum(part.number for part, _, _ in self._parts)
        self._only = parts[0] if len(parts) == 1 else None

    @property
    def docs(self) -> Array:
        """The entries, in order."""
        some = [part.docs + begin if begin else part.docs for part, begin, _ in self._parts]
        return _together(some)

    def mark(self, marks: Array) -> None:
        """Set the marks of the entries."""
        for part, begin, end in self._parts:
            part.mark(marks[begin:end])

    def counted(self) -> Iterator[tuple[slice, Array, Array]]:
        """Yield by segment: its entries, those of them that have one of the words, and how often."""
        for part, begin, end in self._parts:
            docs, counts = part.counted()
            yield slice(begin, end), docs, counts

    def counts_of(self, docs: Array) -> Array:
        """Return how often some entries have one."""
        if self._only is not None:
            return self._only.counts_of(docs)
        counts = np.zeros(len(docs), "u4")
        for part, begin, end in self._parts:
            low, high = docs.searchsorted((begin, end))
            if low < high:
                counts[low:high] = part.counts_of(docs[low:high] - begin)
        return counts


def having(postings: Postings, step: Step) -> Having | None:
    """Return the entries that have a word a step means; None where there are none."""
    if not postings.total:  # no ask, say, in all of a segment: not worth a look for each word
        return None
    wanted = ranges(step, postings)
    if not wanted:
        return None
    number = sum(last - first for first, last in wanted)
    if number <= _WORDS:
        words = [OneWord(postings, word) for low, high in wanted for word in range(low, high)]
        return words[0] if number == 1 else SomeWords(words, postings.entries)
    for form in step:
        row = postings.beginning(form.text) if form.how in ("prefix", "typed") else None
        if row is not None:
            return ManyWords(_with_row(postings, row, form.text, wanted))
    return ManyWords(postings.sums(wanted))


def _with_row(postings: Postings, row: Array, prefix: str, wanted: Ranges) -> Array:
    low, high = postings.terms.beginning(prefix)
    others = [(a, b) for a, b in wanted if b <= low or high <= a]  # forms of the stem, elsewhere
    return row + postings.sums(others) if others else row


def _together(parts: Sequence[Array]) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)

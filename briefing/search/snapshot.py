"""One state of the index, opened for reading; it never changes, so all threads share it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.engine.postings import Postings
from briefing.search.engine.segment import Segment
from briefing.search.fields import TEXT_FIELDS
from briefing.search.lexicon import closest, ranges
from briefing.search.nodes import Step
from briefing.search.ranking import norms

_NONE = np.empty(0, "u1")


class Shown(NamedTuple):
    """What a hit is made of, beside the article itself; `ask` is 0 for an article."""

    article: int
    ask: int
    meeting: int
    title: str
    spans: tuple[tuple[int, int], ...]


class Snapshot:
    """The segments of one commit as one index, whose entries are numbered through.

    Args:
        segments: in order.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        sizes = [segment.entries for segment in segments]
        self.ends: list[int] = np.cumsum(sizes, dtype="i8").tolist()
        self.bases = [0, *self.ends[:-1]] if sizes else []
        self.size = sum(sizes)
        self.count = sum(segment.count for segment in segments)
        self._norms: dict[str, Array] = {}
        self._values: dict[str, dict[str, list[tuple[int, int]]]] = {}

    def norms(self, field: str) -> Array:
        """Return what the lengths of a field add up to, by entry; see `ranking`."""
        found = self._norms.get(field)
        if found is None:
            lengths = [segment.file.postings(field).lengths for segment in self.segments]
            found = self._norms[field] = norms(np.concatenate(lengths), self._means[field])
        return found

    @cached_property
    def alive(self) -> Array | None:
        """By entry: whether it is still there; None where all are."""
        if self.count == self.size:
            return None
        some = [np.ones(s.entries, bool) if s.alive is None else s.alive for s in self.segments]
        return np.concatenate(some)

    def values(self, field: str) -> dict[str, list[tuple[int, int]]]:
        """Return the values of a field that an entry has: by value, its segments, and its number there."""
        found = self._values.get(field)
        if found is None:
            found = self._values[field] = self._read_values(field)
        return found

    def has_words(self, step: Step) -> bool:
        """Tell whether any text has a word that a step of a query means."""
        return any(ranges(step, words) for words in self._words())

    def closest(self, word: str) -> str:
        """Return the word most like one that no text has, or ""."""
        return closest(word, (words.terms for words in self._words()), self._frequency)

    def shown(self, entries: Sequence[int]) -> list[Shown]:
        """Return what the hits of entries are made of."""
        at = np.array(entries, np.intp)
        columns = (self._of_all(name)[at].tolist() for name in ("article", "ask", "meeting"))
        return [
            Shown(article, ask, meeting, *(self._told(entry) if ask else ("", ())))
            for entry, article, ask, meeting in zip(entries, *columns, strict=True)
        ]

    @property
    def every_day(self) -> Array:
        """By entry: the day it was published, or 0."""
        return self._of_all("date")

    def days(self, entries: Array) -> Array:
        """Return the day each entry was published, 0 where it has none."""
        return self._of_all("date")[entries]

    def asks(self, entries: Array) -> Array:
        """Return the id of each entry's ask, 0 for an article."""
        return self._of_all("ask")[entries]

    @cached_property
    def empty_fields(self) -> frozenset[str]:
        """The text fields in which no entry has a word."""
        return frozenset(
            field
            for field in TEXT_FIELDS
            if not any(segment.file.postings(field).total for segment in self.segments)
        )

    @cached_property
    def shares_asks(self) -> bool:
        """Whether any ask is told by several articles."""
        return bool(self.shared_asks.any())

    @cached_property
    def shared_asks(self) -> Array:
        """By entry: whether it is an ask that several articles tell."""
        asks = self._of_all("ask")
        several = np.bincount(asks.astype("i8")) > 1 if len(asks) else np.zeros(1, bool)
        several[0] = False
        found: Array = several[asks]
        return found

    def _told(self, entry: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        number = bisect_right(self.bases, entry) - 1
        return self.segments[number].file.told(entry - self.bases[number])

    def _of_all(self, column: str) -> Array:
        found = self._columns.get(column)
        if found is None:
            parts = [getattr(segment.file, column) for segment in self.segments]
            found = parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else _NONE
            self._columns[column] = found
        return found

    @cached_property
    def _columns(self) -> dict[str, Array]:
        return {}

    @cached_property
    def _means(self) -> dict[str, float]:
        means = {}
        for field in TEXT_FIELDS:
            postings = [segment.file.postings(field) for segment in self.segments]
            filled = sum(each.filled for each in postings)
            means[field] = sum(each.total for each in postings) / filled if filled else 1.0
        return means

    def _words(self) -> Iterator[Postings]:
        return (s.file.postings(field) for s in self.segments for field in TEXT_FIELDS)

    def _frequency(self, word: str) -> int:
        found = 0
        for segment in self.segments:
            for field in TEXT_FIELDS:
                postings = segment.file.postings(field)
                at = postings.terms.find(word)
                found += int(postings.first[at + 1] - postings.first[at]) if at >= 0 else 0
        return found

    def _read_values(self, field: str) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for number, segment in enumerate(self.segments):
            categories = segment.file.categories(field)
            there = None if segment.alive is None else categories.counts(segment.alive)
            for at, value in enumerate(categories.values()):
                if there is None or there[at]:
                    found.setdefault(value, []).append((number, at))
        return found

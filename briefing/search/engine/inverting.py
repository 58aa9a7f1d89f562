"""From texts to postings: which words stand where, turned into where each word stands.

`Vocabulary` gives each distinct chunk a number; of every text only these numbers are kept, in
arrays. Turning them round is one sort of (word, place) over the whole segment.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from briefing.model import HiddenRange
from briefing.search.engine.arrays import Array, smallest
from briefing.search.engine.chunks import GAP, Chunk, bridged, cut, plain, read

_Piece = Chunk | int


class Vocabulary(dict[_Piece, int]):
    """Every distinct chunk with its number; read when it is met first."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.sizes = array("I")  # positions that a chunk takes
        self.counts = array("I")  # words that it has
        self.words = array("I")  # by chunk, its words by number
        self.places = array("I")  # and how far from its first position each stands
        self._order: list[int] = []
        self._sorted: tuple[list[str], Array] = [], np.empty(0, "u4")

    def __missing__(self, chunk: _Piece) -> int:
        number = self[chunk] = len(self)
        term = plain(chunk) if isinstance(chunk, str) else ""
        if term:
            self.words.append(self.terms.setdefault(term, len(self.terms)))
            self.places.append(0)
            self.sizes.append(1)
            self.counts.append(1)
        else:
            self._read(chunk)
        return number

    def _read(self, chunk: _Piece) -> None:
        found, size = ([], chunk) if isinstance(chunk, int) else read(chunk)
        for token in found:
            self.words.append(self.terms.setdefault(token.term, len(self.terms)))
            self.places.append(token.position)
        self.sizes.append(size)
        self.counts.append(len(found))

    def ranked(self) -> tuple[list[str], Array]:
        """Return the words in order, and by number the place of each in that order."""
        known = len(self._order)
        if known != len(self.terms):
            terms = list(self.terms)
            fresh = sorted(range(known, len(terms)), key=terms.__getitem__)
            self._order = sorted(self._order + fresh, key=terms.__getitem__)  # two runs, merged
            rank = np.empty(len(terms), "u4")
            rank[self._order] = np.arange(len(terms), dtype="u4")
            self._sorted = [terms[number] for number in self._order], rank
        return self._sorted


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of one field of some entries.

    Attributes:
        terms: the words in order.
        first, first_position: by word, and one more: where its postings and their positions begin.
        docs, counts: by posting: the entry's number, and how often it has the word.
        positions: by posting and occurrence: where it stands.
        lengths: by entry: how many words it has.
    """

    terms: Sequence[str]
    first: Array
    first_position: Array
    docs: Array
    counts: Array
    positions: Array
    lengths: Array


class Gathering:
    """The texts of one field, entry by entry, as numbers of chunks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._chunks = array("I")
        self._ends = array("I")

    def __len__(self) -> int:
        return len(self._chunks)

    def add(self, texts: Sequence[str], hidden: Sequence[HiddenRange] = ()) -> None:
        """Add the field of the next entry; the hidden ranges are those of its only text."""
        number = self._vocabulary
        for at, text in enumerate(texts):
            if at:
                self._chunks.append(number[GAP])
            chunks = cut(bridged(text), hidden)
            # Of many keys `itemgetter` looks up each without a call from Python.
            found = (
                itemgetter(*chunks)(number) if len(chunks) > 1 else map(number.__getitem__, chunks)
            )
            self._chunks.extend(found)
        self._ends.append(len(self._chunks))

    def inverted(self) -> Inverted:
        """Return the postings of all entries added."""
        words = self._vocabulary
        chunks, ends = _of(self._chunks), _of(self._ends).astype("i8")
        numbers, counts = _of(words.words), _of(words.counts)[chunks]
        entry_of = np.repeat(np.arange(len(ends), dtype="u4"), np.diff(ends, prepend=0))
        position = _positions(_of(words.sizes)[chunks], ends)
        lengths = np.bincount(entry_of, counts, len(ends)).astype("i8")
        if not len(chunks):
            return _empty(len(ends))
        offsets = np.cumsum(_of(words.counts), dtype="u4") - _of(words.counts)
        token = _spread(offsets[chunks], counts)
        position = np.repeat(position, counts) + _of(words.places)[token]
        terms, rank = words.ranked()
        found = _sorted(rank[numbers[token]], np.repeat(entry_of, counts), position)
        return _named(found, terms, lengths)


def _of(numbers: array[int]) -> Array:
    return np.frombuffer(numbers, "u4") if numbers else np.empty(0, "u4")


def _positions(sizes: Array, ends: Array) -> Array:
    """Return the first position of each chunk, counted from the beginning of its entry."""
    past = np.zeros(len(sizes) + 1, "i8")
    np.cumsum(sizes, out=past[1:])
    begins = past[np.append(0, ends)[:-1]]
    found: Array = (past[:-1] - np.repeat(begins, np.diff(ends, prepend=0))).astype("u4")
    return found


def _spread(first: Array, counts: Array) -> Array:
    """Return `first`, `first + 1` … for each count of numbers wanted."""
    if len(counts) and counts.min() == counts.max() == 1:
        return first
    past = np.cumsum(counts, dtype="u4")
    total = int(past[-1]) if len(past) else 0
    return np.repeat(first - (past - counts), counts) + np.arange(total, dtype="u4")


def _sorted(rank: Array, entry: Array, position: Array) -> tuple[Array, Array, Array]:
    """Return word, entry and position of each occurrence, in order of word, then as they came."""
    key = rank.astype("u8")
    key <<= np.uint64(32)
    key |= np.arange(len(rank), dtype="u8")
    key.sort()
    place = key.astype("u4")
    key >>= np.uint64(32)
    return key.astype("u4"), entry[place], position[place]


def _named(found: tuple[Array, Array, Array], terms: list[str], lengths: Array) -> Inverted:
    word, entry, position = found
    new = np.ones(len(word), bool)
    new[1:] = (word[1:] != word[:-1]) | (entry[1:] != entry[:-1])
    begins = np.flatnonzero(new)
    used, first = np.unique(word[begins], return_index=True)
    first = np.append(first, len(begins)).astype("u4")
    return Inverted(
        terms=terms if len(used) == len(terms) else [terms[i] for i in used.tolist()],
        first=first,
        first_position=np.append(begins, len(word))[first].astype("u4"),
        docs=entry[begins].astype(smallest(len(lengths))),
        counts=np.diff(begins, append=len(word)).astype("u4"),
        positions=position,
        lengths=lengths.astype(smallest(int(lengths.max(initial=0)))),
    )


def _empty(entries: int) -> Inverted:
    none, zero = np.empty(0, "u4"), np.zeros(1, "u4")
    return Inverted([], zero, zero, np.empty(0, "u2"), none, none, np.zeros(entries, "u1"))

"""From texts to postings: which words stand where, turned into where each word stands.

Texts are gathered as they are. Then all are cut at once; `Vocabulary` gives each distinct chunk a
number, and its words. Turning them round is one sort of (word, entry, place) over the whole segment.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from briefing.model import HiddenRange
from briefing.search.engine.arrays import Array, smallest
from briefing.search.engine.chunks import GAP, Chunk, bridged, cut, plain, read
from briefing.search.engine.cutting import Cut, Known
from briefing.search.engine.stems import numbers_of

_Piece = Chunk | int
_KEY = 64  # bits


class Vocabulary:
    """Every distinct chunk by number, with its words; read when it is met first."""

    def __init__(self) -> None:
        self.known = Known()
        self.terms: dict[str, int] = {}
        self.sizes = array("I")  # positions that a chunk takes
        self.counts = array("I")  # words that it has
        self.words = array("I")  # by chunk, its words by number
        self.places = array("I")  # and how far from its first position each stands
        self._others: dict[_Piece, int] = {}
        self._stems = array("Q")  # by word, the number of its stem
        self._sorted: tuple[list[str], Array, Array] = [], np.empty(0, "u4"), np.empty(0, "u8")

    def __len__(self) -> int:
        return len(self.sizes)

    def other(self, piece: _Piece) -> int:
        """Return the number of what is no text: a gap, or a chunk with what of it is hidden."""
        number = self._others.get(piece)
        if number is None:
            number = self._others[piece] = len(self)
            self._read(piece)
        return number

    def numbers(self, chunks: Iterable[str]) -> Array:
        """Return the numbers of chunks; those that begin with a zero byte say theirs themselves."""
        found = array("I")
        for chunk in chunks:
            if chunk[:1] == "\0":
                found.append(int(chunk[1:]))
                continue
            found.append(len(self.sizes))
            term = plain(chunk)
            if term:
                self.words.append(self.terms.setdefault(term, len(self.terms)))
                self.places.append(0)
                self.sizes.append(1)
                self.counts.append(1)
            else:
                self._read(chunk)
        return _of(found)

    def _read(self, chunk: _Piece) -> None:
        found, size = ([], chunk) if isinstance(chunk, int) else read(chunk)
        for token in found:
            self.words.append(self.terms.setdefault(token.term, len(self.terms)))
            self.places.append(token.position)
        self.sizes.append(size)
        self.counts.append(len(found))

    def ranked(self) -> tuple[list[str], Array, Array]:
        """Return the words in order, by number the place of each in that order, and their stems'."""
        known = len(self._stems)
        if known != len(self.terms):
            fresh = [*islice(self.terms, known, None)]
            self._stems.extend(numbers_of(fresh).tolist())
            words = sorted([*self._sorted[0], *sorted(fresh)])  # two runs, merged
            order = np.fromiter(map(self.terms.__getitem__, words), "u4", len(words))
            rank = np.empty(len(words), "u4")
            rank[order] = np.arange(len(words), dtype="u4")
            self._sorted = words, rank, np.frombuffer(self._stems, "u8")[order]
        return self._sorted


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of one field of some entries.

    Attributes:
        terms: the words in order.
        stems: by word: the number of its stem, see `stems`.
        first, first_position: by word, and one more: where its postings and their positions begin.
        docs, counts: by posting: the entry's number, and how often it has the word.
        positions: by posting and occurrence: where it stands.
        lengths: by entry: how many words it has.
    """

    terms: Sequence[str]
    stems: Array
    first: Array
    first_position: Array
    docs: Array
    counts: Array
    positions: Array
    lengths: Array


class Gathering:
    """The texts of one field, entry by entry."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._texts: list[bytes] = []
        self.size = 0  # bytes
        self._chunks, self._ends = np.empty(0, "u4"), np.empty(0, "i8")

    def add(self, texts: Sequence[str], hidden: Sequence[HiddenRange] = ()) -> None:
        """Add the field of the next entry; the hidden ranges are those of its only text."""
        if len(texts) > 1:
            gap = b" %b " % self._told(GAP)
            written = gap.join(self._written(text, hidden) for text in texts)
        else:
            written = self._written(texts[0], hidden) if texts else b""
        self._texts.append(written)
        self.size += len(written)

    def inverted(self) -> Inverted:
        """Return the postings of all entries read."""
        words, chunks, ends = self._vocabulary, self._chunks, self._ends
        if not len(chunks):
            return _empty(len(ends))
        numbers, counts = _of(words.words), _of(words.counts)[chunks]
        entry_of = np.repeat(np.arange(len(ends), dtype="u4"), np.diff(ends, prepend=0))
        position = _positions(_of(words.sizes)[chunks], ends)
        lengths = np.bincount(entry_of, counts, len(ends)).astype("i8")
        offsets = np.cumsum(_of(words.counts), dtype="u4") - _of(words.counts)
        token = offsets[chunks]
        if counts.min() != 1 or counts.max() != 1:
            token = _spread(token, counts)
            entry_of, position = np.repeat(entry_of, counts), np.repeat(position, counts)
        position += _of(words.places)[token]
        terms, rank, stems = words.ranked()
        found = _sorted(rank[numbers[token]], entry_of, position)
        return _named(found, terms, stems, lengths)

    def read(self) -> None:
        """Cut what was added, and have each new chunk read."""
        words, found = self._vocabulary, Cut(self._texts)
        self._texts.clear()

        def learn(some: Array) -> Array:
            read = b" ".join(found.chunks(some)).decode("utf-8", "surrogatepass")
            return words.numbers(read.split(" "))

        self._chunks = words.known.numbers(found.hashes, learn)
        self._ends = found.counts.cumsum()

    def _written(self, text: str, hidden: Sequence[HiddenRange]) -> bytes:
        """Return a text as its chunks, with blanks of ASCII between them."""
        text = bridged(text)
        if hidden or "\0" in text:
            return b" ".join(map(self._piece, cut(text, hidden)))
        if not text.isascii():
            text = " ".join(text.split())
        return text.encode("utf-8", "surrogatepass")

    def _piece(self, chunk: Chunk) -> bytes:
        if isinstance(chunk, str) and "\0" not in chunk:
            return chunk.encode("utf-8", "surrogatepass")
        return self._told(chunk)

    def _told(self, piece: _Piece) -> bytes:
        """Return what stands in a text for what is none: its number after a zero byte."""
        return b"\0%d" % self._vocabulary.other(piece)


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
    past = np.cumsum(counts, dtype="u4")
    total = int(past[-1])
    return np.repeat(first - (past - counts), counts) + np.arange(total, dtype="u4")


def _sorted(rank: Array, entry: Array, position: Array) -> tuple[Array, Array, Array]:
    """Return word, entry and position of each occurrence, in this order.

    All three are put into one number each, so that nothing has to be looked up in another order.
    """
    placed, told = (int(some.max(initial=0)).bit_length() for some in (position, entry))
    if placed + told + int(rank.max(initial=0)).bit_length() > _KEY:
        raise OverflowError("These texts are too long to be indexed at once.")
    key = rank.astype("u8")
    for bits, part in ((told, entry), (placed, position)):
        key <<= np.uint64(bits)
        key |= part
    key.sort()
    position = (key & np.uint64((1 << placed) - 1)).astype("u4")
    key >>= np.uint64(placed)
    entry = (key & np.uint64((1 << told) - 1)).astype("u4")
    key >>= np.uint64(told)
    return key.astype("u4"), entry, position


def _named(
    found: tuple[Array, Array, Array], terms: list[str], stems: Array, lengths: Array
) -> Inverted:
    word, entry, position = found
    new = np.ones(len(word), bool)
    new[1:] = (word[1:] != word[:-1]) | (entry[1:] != entry[:-1])
    begins = np.flatnonzero(new)
    used, first = np.unique(word[begins], return_index=True)
    first = np.append(first, len(begins)).astype("u4")
    return Inverted(
        terms=terms if len(used) == len(terms) else [terms[i] for i in used.tolist()],
        stems=stems[used],
        first=first,
        first_position=np.append(begins, len(word))[first].astype("u4"),
        docs=entry[begins].astype(smallest(len(lengths))),
        counts=np.diff(begins, append=len(word)).astype("u4"),
        positions=position,
        lengths=lengths.astype(smallest(int(lengths.max(initial=0)))),
    )


def _empty(entries: int) -> Inverted:
    none, zero = np.empty(0, "u4"), np.zeros(1, "u4")
    lengths = np.zeros(entries, "u1")
    return Inverted([], np.empty(0, "u8"), zero, zero, np.empty(0, "u2"), none, none, lengths)

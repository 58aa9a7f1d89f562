"""Several postings of one field as one: how a segment is written, and how segments are merged.

The postings of a word are those of the first source, then those of the next: runs of elements that
are copied, nothing is sorted. They are copied in blocks, so that a merge of any size takes little
memory; as each source has its words in order, a block reads one stretch of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from briefing.search.engine import packing
from briefing.search.engine.arrays import Array, ArrayDraft, smallest
from briefing.search.engine.beginnings import common, row
from briefing.search.engine.docs import DocsDraft
from briefing.search.engine.packing import NARROW, WIDE, Packer
from briefing.search.engine.sources import Numbers, Source
from briefing.search.engine.stems import arranged as arranged_stems
from briefing.search.engine.terms import arranged

_BLOCK = 1 << 18  # elements copied at once; even, as packing wants


class JoinedField:
    """One field of a segment to be written, made from one source or several.

    Args:
        name: of the field.
        sources: their entries follow each other.
    """

    def __init__(self, name: str, sources: Sequence[Source]) -> None:
        self._name, self._sources = name, sources
        self._terms, ranks = _merged(sources)
        stems = np.empty(len(self._terms), "u8")
        for source, rank in zip(sources, ranks, strict=True):
            stems[rank] = source.stems()
            source.release()
        self._stems = arranged_stems(stems)
        self._order = _Order(ranks)
        self._lengths = np.concatenate([source.lengths for source in sources])
        self._texts, self._blocks = arranged(self._terms)
        size = len(self._terms)
        self._first = _added(ranks, [source.first for source in sources], size)
        self._first_position = _added(ranks, [source.first_position for source in sources], size)
        self._docs = DocsDraft(name, self._first, len(self._lengths))
        self._rows = common(self._terms, self._first, len(self._lengths))

    def layout(self) -> dict[str, tuple[str, int]]:
        """Return the arrays of the field."""
        name, entries, words = self._name, len(self._lengths), len(self._terms)
        postings, occurrences = int(self._first[-1]), int(self._first_position[-1])
        big_counts = sum(source.big_counts for source in self._sources)
        big_positions = sum(source.big_positions for source in self._sources)
        return {
            f"{name}.terms": ("u1", len(self._texts)),
            f"{name}.blocks": ("u4", len(self._blocks)),
            f"{name}.first": ("u4", words + 1),
            f"{name}.first_position": ("u4", words + 1),
            f"{name}.lengths": (smallest(int(self._lengths.max(initial=0))), entries),
            f"{name}.stems": ("u8", words),
            f"{name}.stem_words": ("u4", words),
            f"{name}.starts": ("S6", len(self._rows)),
            f"{name}.rows": ("u1", len(self._rows) * ((entries + 1) // 2)),
            **self._docs.layout(),
            **packing.layout(f"{name}.counts", NARROW, postings, big_counts),
            **packing.layout(f"{name}.positions", WIDE, occurrences, big_positions),
        }

    def numbers(self) -> dict[str, int]:
        """Return how many words the field has in all entries, and how many entries have any."""
        return {
            f"{self._name}.total": int(self._lengths.sum(dtype="i8")),
            f"{self._name}.filled": int(np.count_nonzero(self._lengths)),
        }

    def write(self, draft: ArrayDraft) -> None:
        """Write the arrays."""
        name = self._name
        draft.put(f"{name}.terms", self._texts)
        draft.put(f"{name}.blocks", self._blocks)
        draft.put(f"{name}.first", self._first)
        draft.put(f"{name}.first_position", self._first_position)
        draft.put(f"{name}.lengths", self._lengths)
        for part, values in zip(("stems", "stem_words"), self._stems, strict=True):
            draft.put(f"{name}.{part}", values)
        self._write_positions(draft)
        self._write_postings(draft)

    def _write_positions(self, draft: ArrayDraft) -> None:
        packer = Packer(draft, f"{self._name}.positions", WIDE)
        runs = _Runs(self._order, self._sources, "first_position")
        for block in runs.blocks([source.positions for source in self._sources]):
            packer.put(block)
            self._release(block)

    def _write_postings(self, draft: ArrayDraft) -> None:
        name, entries = self._name, len(self._lengths)
        bases = np.cumsum([0, *(len(source.lengths) for source in self._sources)])[:-1].tolist()
        runs = _Runs(self._order, self._sources, "first")
        docs = runs.blocks([source.docs for source in self._sources], bases)
        counts = runs.blocks([source.counts for source in self._sources])
        packer = Packer(draft, f"{name}.counts", NARROW)
        draft.put(f"{name}.starts", np.array([prefix for prefix, _, _ in self._rows], "S6"))
        sums: dict[int, Array] = {}
        done = 0
        for some_docs, some_counts in zip(docs, counts, strict=True):
            self._docs.put(draft, some_docs)
            packer.put(some_counts)
            for at, (_, low, high) in enumerate(self._rows):
                part = slice(max(low - done, 0), max(high - done, 0))
                if part.start < len(some_docs) and part.stop:
                    more = np.bincount(some_docs[part], some_counts[part], entries)
                    sums[at] = sums[at] + more if at in sums else more
                if at in sums and part.stop <= len(some_docs):
                    packed = row(sums.pop(at))
                    draft.put(f"{name}.rows", packed, at * len(packed))
            done += len(some_docs)
            self._release(some_docs)
        self._docs.close(draft)

    def _release(self, written: Array) -> None:
        """Keep what is read of the sources from piling up in memory."""
        if len(written) == _BLOCK:
            for source in self._sources:
                source.release()


class _Order:
    """The words of all sources, in order; of one word, that of the first source first.

    Args:
        ranks: by source and word: the number of the word among those of all sources.
    """

    def __init__(self, ranks: Sequence[Array]) -> None:
        self.sources = len(ranks)
        self.place = np.concatenate(ranks).argsort(kind="stable").astype("u4")
        source = np.repeat(np.arange(len(ranks), dtype="u2"), [len(rank) for rank in ranks])
        self.source = source[self.place]


class _Runs:
    """Which stretch of which source comes next, word by word.

    Args:
        order: of the words. sources: of them.
        first: which array of a source says where the elements of a word begin.
    """

    def __init__(self, order: _Order, sources: Sequence[Source], first: str) -> None:
        self._sources, self._source = order.sources, order.source
        lengths, starts = [], []
        for source in sources:
            begins = getattr(source, first)
            lengths.append(np.diff(begins))
            starts.append(begins[:-1].astype("u4"))
            source.release()
        self._length = np.concatenate(lengths)[order.place]
        del lengths
        self._start = np.concatenate(starts)[order.place]
        self._end = np.cumsum(self._length, dtype="u4")  # in what is written
        self._total = int(self._end[-1]) if len(self._end) else 0

    def blocks(self, sources: Sequence[Numbers], bases: Sequence[int] = ()) -> Iterator[Array]:
        """Yield the elements in order, block by block; a source's base is added to each of its own."""
        for low in range(0, self._total, _BLOCK):
            high = min(low + _BLOCK, self._total)
            if self._sources == 1:
                yield sources[0].slice(low, high)
            else:
                yield self._block(low, high, sources, bases)

    def _block(
        self, low: int, high: int, sources: Sequence[Numbers], bases: Sequence[int]
    ) -> Array:
        one, other = self._end.searchsorted(np.array([low, high - 1], "u4"), "right")
        runs = slice(int(one), int(other) + 1)
        source = self._source[runs]
        ends = self._end[runs].astype("i8")
        begin = ends - self._length[runs]
        np.minimum(ends, high, out=ends)
        start = self._start[runs].astype("i8") + np.maximum(low - begin, 0)
        length = ends - np.maximum(begin, low)
        read: list[Array] = []
        shift = np.zeros(self._sources, "i8")
        size = 0
        for number, each in enumerate(sources):
            own = np.flatnonzero((source == number) & (length > 0))
            if not len(own):
                continue
            first, last = int(start[own[0]]), int((start + length)[own[-1]])
            part = each.slice(first, last)
            read.append(part.astype("u4") + np.uint32(bases[number]) if bases else part)
            shift[number] = size - first
            size += last - first
        at = np.repeat(start + shift[source] - (ends - length - low), length)
        at += np.arange(high - low)
        found: Array = np.concatenate(read)[at]
        return found


def _added(ranks: Sequence[Array], firsts: Sequence[Array], words: int) -> Array:
    """Return where the elements of each word begin in what is written, and one more.

    Args:
        ranks: see `_Order`.
        firsts: by source and word, and one more: where its elements begin.
        words: how many there are.
    """
    found = np.zeros(words + 1, "i8")
    for rank, first in zip(ranks, firsts, strict=True):
        found[rank.astype(np.intp) + 1] += np.diff(first)
    return found.cumsum()


def _merged(sources: Sequence[Source]) -> tuple[Sequence[str], list[Array]]:
    """Return the words of all sources in order, and by source where its words are among them."""
    if len(sources) == 1:
        words = sources[0].terms()
        return words, [np.arange(len(words), dtype="u4")]
    known: set[str] = set()
    for source in sources:
        known.update(source.terms())
        source.release()
    words = sorted(known)
    number = {word: at for at, word in enumerate(words)}
    ranks = []
    for source in sources:
        ranks.append(np.fromiter(map(number.__getitem__, source.terms()), "u4"))
        source.release()
    return words, ranks

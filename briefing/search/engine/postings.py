"""The postings of one field of one segment, as they lie in its file.

Arrays of a field `f`: `f.terms`, `f.blocks` (see `terms`); `f.first` and `f.first_position`, by word
and one more, where its postings and positions begin; the entries (see `docs`) and `f.counts` by
posting, sorted by word and entry; `f.positions` by occurrence; `f.lengths` by entry; `f.starts` and
`f.rows` (see `beginnings`); `f.stems`, `f.stem_words` (see `stems`). A range of words has its postings in one piece, so a prefix is a slice.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from briefing.search.engine.arrays import Array, ArrayFile
from briefing.search.engine.beginnings import Beginnings
from briefing.search.engine.docs import Docs
from briefing.search.engine.packing import NARROW, WIDE, Packed
from briefing.search.engine.stems import Stems
from briefing.search.engine.terms import Terms

Ranges = list[tuple[int, int]]
"""Ranges of words: first, and one after the last."""


class Postings:
    """Which entries have which words of a field, and where.

    Args:
        file: the file of the segment. name: of the field. entries: how many the segment has.
    """

    def __init__(self, file: ArrayFile, name: str, entries: int) -> None:
        self.entries = entries
        self.first = file[f"{name}.first"]
        self.first_position = file[f"{name}.first_position"]
        self.terms = Terms(len(self.first) - 1, file[f"{name}.terms"], file[f"{name}.blocks"])
        self.stems = Stems(file[f"{name}.stems"], file[f"{name}.stem_words"])
        self.lengths = file[f"{name}.lengths"]
        self.total = file.numbers[f"{name}.total"]
        self.filled = file.numbers[f"{name}.filled"]
        self.release = file.release
        self._file, self._name = file, name

    @cached_property
    def docs(self) -> Docs:
        """The entry of each posting."""
        return Docs(self._file, self._name, self.first, self.entries)

    @cached_property
    def counts(self) -> Packed:
        """How often an entry has a word, by posting."""
        return Packed(self._file, f"{self._name}.counts", NARROW)

    @cached_property
    def positions(self) -> Packed:
        """Where it stands, by occurrence."""
        return Packed(self._file, f"{self._name}.positions", WIDE)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self._file, self._name)

    def beginning(self, prefix: str) -> Array | None:
        """Return, by entry, how often it has a word with this beginning; None where not counted."""
        row = self._beginnings.row(prefix)
        return None if row is None else row[: self.entries]

    def of_word(self, number: int) -> tuple[Array, Array]:
        """Return the entries that have a word, in order, and how often they do."""
        low, high = self.first[number : number + 2].tolist()
        return self.docs.slice(low, high), self.counts.slice(low, high)

    def sums(self, ranges: Ranges) -> Array:
        """Return, by entry, how often it has words of some ranges."""
        cut = [(int(self.first[a]), int(self.first[b])) for a, b in ranges]
        docs = _joined([self.docs.slice(low, high) for low, high in cut])
        counts = _joined([self.counts.slice(low, high) for low, high in cut])
        return np.bincount(docs, counts, self.entries).astype("u4")

    def places(self, ranges: Ranges, wanted: Array) -> tuple[Array, Array]:
        """Return the entries and positions where words of some ranges stand.

        Args:
            ranges: of words.
            wanted: by entry: whether it is to be looked at.
        """
        found = [self._places(a, b, wanted) for a, b in ranges]
        if not found:
            return np.empty(0, "i8"), np.empty(0, "u4")
        return _joined([docs for docs, _ in found]), _joined([at for _, at in found])

    def _places(self, first: int, last: int, wanted: Array) -> tuple[Array, Array]:
        low, high = int(self.first[first]), int(self.first[last])
        docs = self.docs.slice(low, high).astype(np.intp)
        here = wanted[docs].nonzero()[0]
        counts = self.counts.slice(low, high).astype("i8")
        begins = np.cumsum(counts) - counts + int(self.first_position[first])
        counts, begins = counts[here], begins[here]
        past = np.cumsum(counts)
        total = int(past[-1]) if len(past) else 0
        places = np.repeat(begins - (past - counts), counts) + np.arange(total)
        return np.repeat(docs[here], counts), self.positions.take(places)


def _joined(parts: list[Array]) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)

"""Which entry each posting is of, in little more than a byte each.

Arrays of a field `f`, postings sorted by word and entry: `f.low` holds the low 8 bits of each entry's
number. The rest of it, the page, is kept in one of two ways. Words in many entries are named in
`f.dense`, by number and in order, and `f.runs` says for each how many of its entries are of page 0,
of page 1, and so on. All other postings have their pages in `f.high`, one after the other.

Of words in one entry of eight and more, `f.wide` by number, `f.marks` holds a bit an entry as well:
to tell which entries have such a word, that is many times quicker than its postings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from briefing.search.engine.arrays import Array, ArrayDraft, ArrayFile, smallest

_PAGE = 8  # bits of a number that are its place on a page
_WORTH = 4  # postings a page from which on runs take less room
_WIDE = 8


class Docs:
    """The entries of postings, as they lie in a file.

    Args:
        file: of the segment. name: of the field. first: by word, and one more, its first posting.
        entries: how many the segment has.

    Attributes:
        kind: the dtype of a number.
    """

    def __init__(self, file: ArrayFile, name: str, first: Array, entries: int) -> None:
        dense = file[f"{name}.dense"].astype(np.intp)
        self._low, self._high = file[f"{name}.low"], file[f"{name}.high"]
        self._begins: list[int] = first[dense].tolist()
        self._ends: list[int] = first[dense + 1].tolist()
        self._past: list[int] = np.cumsum([0, *(first[dense + 1] - first[dense])]).tolist()
        self.kind = smallest(entries)
        self._tops = (np.arange(_pages(entries)) << _PAGE).astype(self.kind)
        self._runs = file[f"{name}.runs"].reshape(len(dense), -1) if len(dense) else dense
        wide = file[f"{name}.wide"].tolist()
        self._wide = {word: at for at, word in enumerate(wide)}
        self._marks = file[f"{name}.marks"].reshape(len(wide), -1) if wide else None
        self._entries = entries

    def marks(self, word: int) -> Array | None:
        """Return by entry whether it has a word; None where that is not kept."""
        at = self._wide.get(word)
        if at is None or self._marks is None:
            return None
        return np.unpackbits(self._marks[at], count=self._entries).view(bool)

    def slice(self, start: int, stop: int) -> Array:
        """Return the entries from one posting to another."""
        one, end = bisect_right(self._ends, start), bisect_left(self._begins, stop)
        if one >= end:
            before = self._past[one]
            found = self._high[start - before : stop - before].astype(self.kind)
            found <<= _PAGE
        elif end - one == 1 and self._begins[one] <= start and stop <= self._ends[one]:
            begin = self._begins[one]
            found = np.repeat(self._tops, self._runs[one])[start - begin : stop - begin]
        else:
            found = self._mixed(start, stop, one, end)
        found |= self._low[start:stop]
        return found

    def _mixed(self, start: int, stop: int, one: int, end: int) -> Array:
        """Return the pages of postings some of which are of the dense words from one to another."""
        begins = np.maximum(self._begins[one:end], start)
        ends = np.minimum(self._ends[one:end], stop)
        runs = np.repeat(np.tile(self._tops, end - one), self._runs[one:end].ravel())
        cut = start - self._begins[one]
        runs = runs[max(cut, 0) :][: int((ends - begins).sum())]
        bounds = np.stack([begins, ends], axis=1).ravel()
        lengths = np.diff(bounds, prepend=start, append=stop)
        dense = np.repeat(np.arange(len(lengths)) % 2 == 1, lengths)
        found = np.empty(stop - start, self.kind)
        found[dense] = runs
        low = start - self._past[one] - max(cut, 0)
        sparse = self._high[low : low + len(found) - len(runs)].astype(self.kind)
        found[~dense] = sparse << _PAGE
        return found


class DocsDraft:
    """The entries of postings to be written, block by block.

    Args:
        name: of the field. first: by word, and one more, its first posting.
        entries: how many the segment has.
    """

    def __init__(self, name: str, first: Array, entries: int) -> None:
        self._name, self._first, self._entries = name, first, entries
        lengths = np.diff(first)
        self._pages = _pages(entries)
        self._dense = (lengths > _WORTH * self._pages).nonzero()[0]
        self._wide = (lengths * _WIDE > max(entries, _WIDE * _WIDE)).nonzero()[0]
        self._number = np.full(len(lengths), -1, "i4")
        self._number[self._dense] = np.arange(len(self._dense))
        self._sparse = int(first[-1]) - int(lengths[self._dense].sum())
        self._runs = np.zeros(len(self._dense) * self._pages, "u2")
        self._marks = np.zeros((len(self._wide), -(-entries // 8)), "u1")
        self._done = self._written = 0

    def layout(self) -> dict[str, tuple[str, int]]:
        """Return the arrays of the field."""
        return {
            f"{self._name}.low": ("u1", int(self._first[-1])),
            f"{self._name}.high": (smallest(self._pages), self._sparse),
            f"{self._name}.dense": ("u4", len(self._dense)),
            f"{self._name}.runs": ("u2", len(self._runs)),
            f"{self._name}.wide": ("u4", len(self._wide)),
            f"{self._name}.marks": ("u1", self._marks.size),
        }

    def put(self, draft: ArrayDraft, docs: Array) -> None:
        """Write the entries of the next postings."""
        start, stop = self._done, self._done + len(docs)
        draft.put(f"{self._name}.low", docs.astype("u1"), start)
        one = int(self._first.searchsorted(start, "right")) - 1
        end = int(self._first.searchsorted(stop))
        bounds = np.clip(self._first[one : end + 1], start, stop)
        number = np.repeat(self._number[one:end], np.diff(bounds))
        pages = docs >> _PAGE
        sparse = number < 0
        high = pages[sparse]
        draft.put(f"{self._name}.high", high, self._written)
        if len(high) < len(docs):
            kept = ~sparse
            keys = number[kept].astype("i8") * self._pages + pages[kept]
            least = int(keys[0])
            counts = np.bincount(keys - least)
            self._runs[least : least + len(counts)] += counts.astype("u2")
        self._mark(docs, start, stop)
        self._done, self._written = stop, self._written + len(high)

    def close(self, draft: ArrayDraft) -> None:
        """Write what is known only now that all postings were put."""
        draft.put(f"{self._name}.dense", self._dense)
        draft.put(f"{self._name}.runs", self._runs)
        draft.put(f"{self._name}.wide", self._wide)
        draft.put(f"{self._name}.marks", self._marks.ravel())

    def _mark(self, docs: Array, start: int, stop: int) -> None:
        for at, word in enumerate(self._wide.tolist()):
            low, high = max(int(self._first[word]), start), min(int(self._first[word + 1]), stop)
            if low < high:
                marks = np.zeros(self._entries, bool)
                marks[docs[low - start : high - start]] = True
                self._marks[at] |= np.packbits(marks)


def _pages(entries: int) -> int:
    return (max(entries, 1) - 1 >> _PAGE) + 1

"""Which entry each posting is of, in about a byte each.

Arrays of a field `f`. Words in more than one entry of eight, `f.wide` by number, have a bit an entry
in `f.marks`, the lowest bit of a byte first, and nothing else: to tell which entries have such a
word, that is many times quicker than a list.

The postings of all other words, sorted by word and entry, have the low 8 bits of the entry's number
in `f.low`. The rest of it, the page, is kept in one of two ways. Words in many entries are named in
`f.dense`, by number and in order, and `f.runs` says for each how many of its entries are of page 0,
of page 1, and so on; a full page of 256 counts 0 there, and its place in `f.runs` is in `f.full`.
The postings of the others have their pages in `f.high`, one after the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from briefing.search.engine.arrays import Array, ArrayDraft, ArrayFile, smallest

_PAGE = 8  # bits of a number that are its place on a page
_FULL = 1 << _PAGE
_WIDE = 8
_NEITHER, _BITS = -1, -2  # words that are not dense: with pages, and with bits


class Docs:
    """The entries of postings, as they lie in a file.

    Args:
        file: of the segment. name: of the field. first: by word, and one more, its first posting.
        entries: how many the segment has.

    Attributes:
        kind: the dtype of a number.
    """

    def __init__(self, file: ArrayFile, name: str, first: Array, entries: int) -> None:
        self.kind = smallest(entries)
        self._entries = entries
        self._low, self._high = file[f"{name}.low"], file[f"{name}.high"]
        wide, dense = (file[f"{name}.{kind}"].astype(np.intp) for kind in ("wide", "dense"))
        self._wide = {word: at for at, word in enumerate(wide.tolist())}
        self._marks = file[f"{name}.marks"].reshape(len(wide), -1) if len(wide) else wide
        begins, ends = first[wide].astype("i8"), first[wide + 1].astype("i8")
        past = np.append(0, np.cumsum(ends - begins))
        self._wide_begins, self._wide_ends = begins.tolist(), ends.tolist()
        self._wide_past: list[int] = past.tolist()
        before = past[wide.searchsorted(dense)]  # postings of wide words: others do not count them
        begins, ends = first[dense] - before, first[dense + 1] - before
        self._begins, self._ends = begins.tolist(), ends.tolist()
        self._past: list[int] = np.append(0, np.cumsum(ends - begins)).tolist()
        self._tops = (np.arange(_pages(entries)) << _PAGE).astype(self.kind)
        self._runs = file[f"{name}.runs"].reshape(len(dense), -1) if len(dense) else dense
        self._full: list[int] = file[f"{name}.full"].tolist()

    def marks(self, word: int) -> Array | None:
        """Return by entry whether it has a word; None where that is not kept."""
        at = self._wide.get(word)
        return None if at is None else self._marked(at)

    def ranks(self, word: int, docs: Array) -> tuple[Array, Array] | None:
        """Return of some entries whether they have a word, and how many before them do.

        None is the answer where no marks are kept.
        """
        at = self._wide.get(word)
        if at is None:
            return None
        marks = self._marks[at]
        past = np.bitwise_count(marks).cumsum(dtype="u4")
        byte, bit = docs >> 3, (docs & 7).astype("u1")
        here = marks[byte]
        upto = np.bitwise_count(here >> bit)  # those before it in the byte are not among them
        return (here >> bit) & 1 > 0, past[byte] - upto

    def slice(self, start: int, stop: int) -> Array:
        """Return the entries from one posting to another."""
        one, end = bisect_right(self._wide_ends, start), bisect_left(self._wide_begins, stop)
        past = self._wide_past[one]
        if one >= end:
            return self._narrow(start - past, stop - past)
        found = []
        for number in range(one, end):
            begin, last = self._wide_begins[number], min(self._wide_ends[number], stop)
            if start < begin:
                found.append(self._narrow(start - past, begin - past))
                start = begin
            docs = self._marked(number).nonzero()[0].astype(self.kind)
            found.append(docs[start - begin : last - begin])
            start, past = last, self._wide_past[number + 1]
        if start < stop:
            found.append(self._narrow(start - past, stop - past))
        return found[0] if len(found) == 1 else np.concatenate(found)

    def _marked(self, number: int) -> Array:
        bits = np.unpackbits(self._marks[number], count=self._entries, bitorder="little")
        return bits.view(bool)

    def _narrow(self, start: int, stop: int) -> Array:
        """Return entries of words that are not wide, by postings counted without those."""
        one, end = bisect_right(self._ends, start), bisect_left(self._begins, stop)
        if one >= end:
            before = self._past[one]
            found = self._high[start - before : stop - before].astype(self.kind)
            found <<= _PAGE
        elif end - one == 1 and self._begins[one] <= start and stop <= self._ends[one]:
            begin = self._begins[one]
            found = np.repeat(self._tops, self._runs_of(one, end))[start - begin : stop - begin]
        else:
            found = self._mixed(start, stop, one, end)
        found |= self._low[start:stop]
        return found

    def _mixed(self, start: int, stop: int, one: int, end: int) -> Array:
        """Return the pages of postings some of which are of the dense words from one to another."""
        begins = np.maximum(self._begins[one:end], start)
        ends = np.minimum(self._ends[one:end], stop)
        runs = np.repeat(np.tile(self._tops, end - one), self._runs_of(one, end))
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

    def _runs_of(self, one: int, end: int) -> Array:
        runs: Array = self._runs[one:end].ravel()
        if self._full:
            begin = one * len(self._tops)
            low, high = (bisect_left(self._full, begin + at) for at in (0, len(runs)))
            if low < high:
                runs = runs.astype("u2")
                runs[np.array(self._full[low:high]) - begin] = _FULL
        return runs


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
        self._page = np.dtype(smallest(self._pages))
        wide = lengths * _WIDE > max(entries, _WIDE * _WIDE)
        dense = (lengths * self._page.itemsize > self._pages) & ~wide
        self._wide, self._dense = wide.nonzero()[0], dense.nonzero()[0]
        self._number = np.full(len(lengths), _NEITHER, "i4")
        self._number[self._dense] = np.arange(len(self._dense))
        self._number[self._wide] = _BITS
        self._narrow = int(first[-1]) - int(lengths[wide].sum())
        self._sparse = self._narrow - int(lengths[dense].sum())
        self._marks = np.zeros((len(self._wide), -(-entries // 8)), "u1")
        self._row, self._rows = 0, np.zeros((0, self._pages), "i8")  # runs of words not yet whole
        self._full: list[Array] = []
        self._done = self._low_done = self._high_done = 0

    def layout(self) -> dict[str, tuple[str, int]]:
        """Return the arrays of the field."""
        return {
            f"{self._name}.low": ("u1", self._narrow),
            f"{self._name}.high": (self._page.str, self._sparse),
            f"{self._name}.dense": ("u4", len(self._dense)),
            f"{self._name}.runs": ("u1", len(self._dense) * self._pages),
            f"{self._name}.wide": ("u4", len(self._wide)),
            f"{self._name}.marks": ("u1", self._marks.size),
        }

    def put(self, draft: ArrayDraft, docs: Array) -> None:
        """Write the entries of the next postings."""
        start, stop = self._done, self._done + len(docs)
        one = int(self._first.searchsorted(start, "right")) - 1
        end = int(self._first.searchsorted(stop))
        self._mark(docs, one, end)
        bounds = np.clip(self._first[one : end + 1], start, stop)
        number = np.repeat(self._number[one:end], np.diff(bounds))
        narrow = number != _BITS
        docs, number = docs[narrow], number[narrow]
        draft.put(f"{self._name}.low", docs.astype("u1"), self._low_done)
        pages = docs >> _PAGE
        high = pages[number < 0]
        draft.put(f"{self._name}.high", high, self._high_done)
        if len(high) < len(docs):
            kept = number >= 0
            self._count(draft, number[kept], pages[kept])
        self._done, self._low_done = stop, self._low_done + len(docs)
        self._high_done += len(high)

    def close(self, draft: ArrayDraft) -> None:
        """Write what is known only now that all postings were put."""
        self._write_runs(draft, len(self._rows))
        none = np.empty(0, "i8")
        draft.add(f"{self._name}.full", np.concatenate([none, *self._full]).astype("u4"))
        draft.put(f"{self._name}.dense", self._dense)
        draft.put(f"{self._name}.wide", self._wide)
        draft.put(f"{self._name}.marks", self._marks.ravel())

    def _count(self, draft: ArrayDraft, number: Array, pages: Array) -> None:
        """Count the entries of dense words by page; the last word may go on in the next block."""
        keys = (number.astype("i8") - self._row) * self._pages + pages
        size = (int(number[-1]) + 1 - self._row) * self._pages
        rows = np.bincount(keys, minlength=size).reshape(-1, self._pages)
        rows[: len(self._rows)] += self._rows
        self._rows = rows
        self._write_runs(draft, len(rows) - 1)

    def _write_runs(self, draft: ArrayDraft, number: int) -> None:
        rows = self._rows[:number].ravel()
        at = self._row * self._pages
        self._full.append((rows == _FULL).nonzero()[0] + at)
        draft.put(f"{self._name}.runs", rows.astype("u1"), at)
        self._row, self._rows = self._row + number, self._rows[number:]

    def _mark(self, docs: Array, one: int, end: int) -> None:
        """Set the marks of those of the words from one to another that are wide."""
        low, high = self._wide.searchsorted((one, end)).tolist()
        for at, word in enumerate(self._wide[low:high].tolist(), low):
            begin, last = self._first[word : word + 2].tolist()
            marks = np.zeros(self._entries, bool)
            marks[docs[max(begin - self._done, 0) : last - self._done]] = True
            self._marks[at] |= np.packbits(marks, bitorder="little")


def _pages(entries: int) -> int:
    return (max(entries, 1) - 1 >> _PAGE) + 1

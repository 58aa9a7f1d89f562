"""Small numbers in 4 or 12 bits each; the few that are greater are kept beside them.

Of a number the low 8 bits (where it has 12) are one array of bytes, `low`; the other 4 bits are
halves of the bytes of another, `high`: the even numbers in the lower half, the odd in the upper.
A number with all bits set means: look it up in `big_at` (where it stands, sorted) and `big` (what
it is). Counts of a word in an article rarely reach 15, and articles rarely have 4,095 words, so
counts and positions take a quarter and three quarters of what they would as 16 bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array, ArrayDraft

NARROW, WIDE = 4, 12


class Arrays(Protocol):
    """Whatever gives an array by its name."""

    def __getitem__(self, name: str, /) -> Array:
        """Return an array."""


def layout(name: str, bits: int, length: int, big: int) -> dict[str, tuple[str, int]]:
    """Return the arrays that keep `length` numbers, `big` of which do not fit."""
    arrays = {
        f"{name}.high": ("u1", (length + 1) // 2),
        f"{name}.big_at": ("u4", big),
        f"{name}.big": ("u4", big),
    }
    return arrays | ({f"{name}.low": ("u1", length)} if bits == WIDE else {})


def count_big(values: Array, bits: int) -> int:
    """Return how many of the values do not fit."""
    return int(np.count_nonzero(values >= _full(bits)))


class Packer:
    """Writes numbers piece by piece into the arrays of a draft; each piece but the last is even."""

    def __init__(self, draft: ArrayDraft, name: str, bits: int) -> None:
        self._draft, self._name, self._bits = draft, name, bits
        self._done = self._big = 0

    def put(self, values: Array) -> None:
        """Append numbers."""
        name, full = self._name, _full(self._bits)
        large = np.flatnonzero(values >= full)
        self._draft.put(f"{name}.big_at", large + self._done, self._big)
        self._draft.put(f"{name}.big", values[large], self._big)
        cut = np.minimum(values, full).astype("u2")
        if self._bits == WIDE:
            self._draft.put(f"{name}.low", cut.astype("u1"), self._done)
            cut = cut >> 8
        self._draft.put(f"{name}.high", halves(cut), self._done // 2)
        self._done += len(values)
        self._big += len(large)


class Packed:
    """Numbers as `Packer` wrote them, or as they are."""

    def __init__(self, arrays: Arrays, name: str, bits: int) -> None:
        self._bits = bits
        self._high = arrays[f"{name}.high"]
        self._low = arrays[f"{name}.low"] if bits == WIDE else None
        self._big_at, self._big = arrays[f"{name}.big_at"], arrays[f"{name}.big"]
        self.big = len(self._big)

    def slice(self, start: int, stop: int) -> Array:
        """Return the numbers from one place to another."""
        high = whole(self._high[start // 2 : (stop + 1) // 2])[start % 2 :][: stop - start]
        found = high if self._low is None else _joined(self._low[start:stop], high)
        low, end = self._big_before((start, stop))
        if end > low:
            found = found.astype("u4")
            found[self._big_at[low:end] - start] = self._big[low:end]
        return found

    def take(self, places: Array) -> Array:
        """Return the numbers at some places."""
        high = self._high[places >> 1]
        high = np.where(places & 1, high >> 4, high & 15)
        found = high if self._low is None else _joined(self._low[places], high)
        if len(self._big_at):
            large = np.flatnonzero(found == _full(self._bits))
            found = found.astype("u4")
            found[large] = self._big[self._big_before(places[large])]
        return found

    def _big_before(self, places: Sequence[int] | Array) -> Array:
        # Of another type than `big_at`, places would have all of that converted for one search.
        return self._big_at.searchsorted(np.asarray(places, "u4"))


class Plain:
    """Numbers that are not packed."""

    def __init__(self, values: Array) -> None:
        self._values = values

    def slice(self, start: int, stop: int) -> Array:
        """Return the numbers from one place to another."""
        return self._values[start:stop]

    def take(self, places: Array) -> Array:
        """Return the numbers at some places."""
        found: Array = self._values[places]
        return found


def halves(values: Array) -> Array:
    """Return numbers below 16, two to a byte."""
    packed = values[::2].astype("u1")
    packed[: len(values) // 2] |= (values[1::2] << 4).astype("u1")
    return packed


def whole(packed: Array) -> Array:
    """Return the numbers below 16 of which each byte holds two."""
    found = np.empty(2 * len(packed), "u1")
    found[::2] = packed & 15
    found[1::2] = packed >> 4
    return found


def _joined(low: Array, high: Array) -> Array:
    found = high.astype("u2")
    found <<= 8
    found |= low
    return found


def _full(bits: int) -> int:
    return (1 << bits) - 1

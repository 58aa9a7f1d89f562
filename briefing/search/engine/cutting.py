"""Many texts cut into chunks at once, and the numbers of chunks that were met before.

To look up every chunk in a dictionary takes most of the time of a build: it is larger than the memory
beside the processor, and each look asks for several places of it. So a hash of 64 bits is made of each
chunk, all at once, and a chunk is known by its hash. What the hash is differs from process to process,
so that nobody can write a text in which two chunks are taken for one; by chance alone that happens to
a million chunks once in forty million builds.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

import numpy as np

from briefing.search.engine.arrays import Array

_STEP = 8  # bytes taken into a hash at once
_LONG = 3 * _STEP  # bytes from which on a chunk is so rare that it may be hashed by itself
_BLANK = bytes(chr(code).isspace() and code < 128 for code in range(256))
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_STEP + 1)], "u8")
_FACTORS = [np.uint64(secrets.randbits(64) | 1) for _ in range(2)]
_SHIFT = np.uint64(32)
_WHOLE = (1 << 64) - 1
_FEWEST, _MOST = 10, 19  # bits of the number of a slot


class Cut:
    """The chunks of some texts.

    Args:
        texts: UTF-8, in which only blanks of ASCII stand between chunks. A chunk must not end in a
            zero byte.

    Attributes:
        hashes: of the chunks, in the order of the texts. counts: by text: how many it has.
    """

    def __init__(self, texts: Sequence[bytes]) -> None:
        self._whole = b" " + b" ".join(texts) + b" " * (_LONG + 1)
        blank = np.frombuffer(self._whole.translate(_BLANK), "u1")
        edges = (blank[1:] != blank[:-1]).nonzero()[0] + 1
        self._starts, self._ends = edges[::2], edges[1::2]
        past = np.cumsum([1, *(len(text) + 1 for text in texts)])
        self.counts = np.diff(self._starts.searchsorted(past))
        self.hashes = _hashes(self._whole, self._starts, self._ends)

    def chunks(self, some: Array) -> list[bytes]:
        """Return some of the chunks."""
        bounds = zip(self._starts[some].tolist(), self._ends[some].tolist(), strict=True)
        return [self._whole[start:end] for start, end in bounds]


class Known:
    """The numbers given to chunks before, by hash.

    All are in a sorted array. Most chunks that one meets are found sooner in a table of slots: where
    two would have the same slot, it is that of the one met first, or more often.
    """

    def __init__(self) -> None:
        self._hashes, self._numbers = np.empty(0, "u8"), np.empty(0, "u4")
        self._make_slots(_FEWEST)

    def numbers(self, hashes: Array, learn: Callable[[Array], Array]) -> Array:
        """Return the numbers of chunks.

        Args:
            hashes: of the chunks.
            learn: returns the numbers of new chunks, each given once by its place in `hashes`.
        """
        slots = hashes >> self._to_slot
        found: Array = self._in_slot[slots]
        left = (self._slots[slots] != hashes).nonzero()[0]
        if len(left):
            some = np.unique(
                hashes[left], return_index=True, return_inverse=True, return_counts=True
            )
            found[left] = self._of_distinct(some[0], left[some[1]], some[3], learn)[some[2]]
        return found

    def _of_distinct(
        self, hashes: Array, places: Array, counts: Array, learn: Callable[[Array], Array]
    ) -> Array:
        at = self._hashes.searchsorted(hashes)
        found = np.append(self._numbers, 0)[at]
        new = (np.append(self._hashes, 0)[at] != hashes).nonzero()[0]
        if len(new):
            found[new] = learn(places[new])
            self._hashes = np.insert(self._hashes, at[new], hashes[new])
            self._numbers = np.insert(self._numbers, at[new], found[new])
            new = new[counts[new].argsort()]  # where several have one slot the last one keeps it
            wanted = 2 * len(self._hashes)
            grows = len(self._slots) < min(wanted, 1 << _MOST)
            if grows:
                self._make_slots(min(wanted.bit_length(), _MOST))
            self._fill_slots(hashes[new], found[new])
            if grows:
                self._fill_slots(self._hashes, self._numbers)
        return found

    def _fill_slots(self, hashes: Array, numbers: Array) -> None:
        slots = hashes >> self._to_slot
        free = self._slots[slots] == 0
        self._slots[slots[free]] = hashes[free]
        self._in_slot[slots[free]] = numbers[free]

    def _make_slots(self, bits: int) -> None:
        self._to_slot = np.uint64(64 - bits)
        self._slots, self._in_slot = np.zeros(1 << bits, "u8"), np.zeros(1 << bits, "u4")


def _hashes(whole: bytes, starts: Array, ends: Array) -> Array:
    """Return a hash of each chunk, given where they begin and end; none is 0."""
    sizes = ends - starts
    words: Array = np.ndarray(len(whole) - _STEP + 1, "<u8", whole, strides=(1,))  # from each byte
    found = words[starts].astype("u8")
    found &= _MASKS[np.minimum(sizes, _STEP)]
    _mix(found)
    for step in range(_STEP, _LONG, _STEP):
        longer = (sizes > step).nonzero()[0]
        more = words[starts[longer] + step].astype("u8")
        more &= _MASKS[np.minimum(sizes[longer] - step, _STEP)]
        more ^= found[longer]
        _mix(more)
        found[longer] = more
    for at in (sizes > _LONG).nonzero()[0].tolist():
        found[at] = hash(whole[starts[at] : ends[at]]) & _WHOLE
    found |= np.uint64(1)
    return found


def _mix(numbers: Array) -> None:
    """Change numbers, each into one of its own, so that all bits of it depend on all others."""
    for factor in _FACTORS:
        numbers *= factor
        numbers ^= numbers >> _SHIFT

"""Sorted texts, mapped: a prefix is a slice, and only the part that is asked for is read.

The texts lie in one array, UTF-8, each followed by a line feed, cut into blocks of 64; `blocks`
says where each block begins. The first text of every block is read when the file is opened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from briefing.search.engine.arrays import Array

_BLOCK = 64
_LAST = "\U0010ffff"
_FEED = ord("\n")


def arranged(texts: Sequence[str]) -> tuple[Array, Array]:
    """Return sorted texts as the two arrays, texts and blocks."""
    blocks = [
        "".join(f"{text}\n" for text in texts[at : at + _BLOCK]).encode()
        for at in range(0, len(texts), _BLOCK)
    ]
    starts = np.cumsum([0, *map(len, blocks)], dtype="u4")
    return np.frombuffer(b"".join(blocks), "u1"), starts


class Terms:
    """Sorted texts by number and by range.

    Args:
        number: how many there are.
        texts, blocks: the arrays that `arranged` made.
    """

    def __init__(self, number: int, texts: Array, blocks: Array) -> None:
        self._number = number
        self._texts = texts
        self._blocks = blocks

    def __len__(self) -> int:
        return self._number

    def find(self, text: str) -> int:
        """Return the number of a text, -1 where it is not there."""
        block = bisect_right(self._firsts, text) - 1
        if block < 0:
            return -1
        texts = self._read(block, block + 1)
        at = bisect_left(texts, text)
        return block * _BLOCK + at if at < len(texts) and texts[at] == text else -1

    def beginning(self, prefix: str) -> tuple[int, int]:
        """Return the range of the texts that begin with a prefix."""
        return self._lower(prefix), self._lower(prefix + _LAST)

    def starting(self, prefix: str) -> tuple[int, list[str]]:
        """Return the texts that begin with a prefix, and the number of the first."""
        block = max(bisect_right(self._firsts, prefix) - 1, 0)
        texts = self._read(block, bisect_left(self._firsts, prefix + _LAST, block))
        low, high = bisect_left(texts, prefix), bisect_left(texts, prefix + _LAST)
        return block * _BLOCK + low, texts[low:high]

    def ending(self, first: str, last: str) -> list[tuple[int, str]]:
        """Return the texts that begin and end so, with their numbers; only they are made out."""
        block = max(bisect_right(self._firsts, first) - 1, 0)
        low = self._starts[block]
        texts = self._texts[low : self._starts[bisect_left(self._firsts, first + _LAST, block)]]
        ends = (texts == _FEED).nonzero()[0]
        wanted = last.encode()
        found = ends[ends >= len(wanted)]
        for back, byte in enumerate(reversed(wanted), 1):
            found = found[texts[found - back] == byte]
        numbers: list[int] = ends.searchsorted(found).tolist()
        begins = [int(ends[at - 1]) + 1 if at else 0 for at in numbers]
        some = zip(numbers, begins, found.tolist(), strict=True)
        words = [(at, texts[begin:end].tobytes().decode()) for at, begin, end in some]
        return [
            (block * _BLOCK + at, word)
            for at, word in words
            if word.startswith(first) and word.endswith(last)
        ]

    def between(self, first: int, last: int) -> list[str]:
        """Return the texts of a range."""
        if first >= last:
            return []
        block = first // _BLOCK
        found = self._read(block, -(-last // _BLOCK))
        return found[first - block * _BLOCK : last - block * _BLOCK]

    def _lower(self, text: str) -> int:
        """Return the number of the first text that is not less."""
        block = bisect_right(self._firsts, text) - 1
        if block < 0:
            return 0
        return block * _BLOCK + bisect_left(self._read(block, block + 1), text)

    def _read(self, first: int, last: int) -> list[str]:
        low, high = self._starts[first], self._starts[last]
        return self._texts[low:high].tobytes().decode().split("\n")[:-1]

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self._blocks.tolist()
        return starts

    @cached_property
    def _firsts(self) -> list[str]:
        texts = self._texts
        return [
            texts[at : at + 400].tobytes().split(b"\n", 1)[0].decode() for at in self._starts[:-1]
        ]

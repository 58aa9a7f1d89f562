"""The entries of short, common prefixes, counted beforehand: `co` stands in nearly every article.

While someone types, the first two or three letters name thousands of words with more postings than
there are entries. For such a prefix a row holds, 4 bits an entry, how often the entry has a word
that begins so (at most 15): `f.starts` names the prefixes, sorted, six bytes each in UTF-8; the rows
follow each other in `f.rows`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from briefing.search.engine.arrays import Array, ArrayFile
from briefing.search.engine.packing import halves, whole

_LENGTHS = (2, 3)
_MANY = 2  # postings an entry from which a row is worth its place
_SMALL = 500  # entries of a segment below which nothing is


def common(terms: Sequence[str], first: Array, entries: int) -> list[tuple[str, int, int]]:
    """Return the prefixes that deserve a row, each with its first posting and one after its last."""
    if entries < _SMALL:
        return []
    found = []
    for length in _LENGTHS:
        begin = 0
        while begin < len(terms):
            prefix = terms[begin][:length]
            end = bisect_left(terms, prefix + "\U0010ffff", begin)
            low, high = int(first[begin]), int(first[end])
            if high - low > _MANY * entries and len(prefix) == length and prefix.isascii():
                found.append((prefix, low, high))
            begin = end
    return sorted(found)


def row(sums: Array) -> Array:
    """Return the row of a prefix, given how often each entry has it."""
    return halves(np.minimum(sums, 15).astype("u1"))


class Beginnings:
    """The rows of a field."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        texts = file[f"{name}.starts"].tolist()
        self._number = {text.decode(): at for at, text in enumerate(texts)}
        rows = file[f"{name}.rows"]
        self._rows = rows.reshape(len(texts), -1) if texts else rows

    def row(self, prefix: str) -> Array | None:
        """Return how often each entry has a word that begins so; None where it was not counted."""
        number = self._number.get(prefix)
        return None if number is None else whole(self._rows[number])

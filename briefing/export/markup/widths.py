"""How wide the columns of a table are, after the words in them; the same in HTML, PDF and Word."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 90


def shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the share of each column in the width, together 1.

    A column grows less than its words do, and always has room for its longest word.
    """
    columns = max((len(row) for row in rows), default=0)
    sizes = [1.0] * columns
    for row in rows:
        for at, words in enumerate(row):
            longest = max((len(word) for word in words.split()), default=0)
            sizes[at] = max(sizes[at], min(len(words), _MOST) ** 0.75, longest + 2.0)
    total = sum(sizes)
    return [size / total for size in sizes]

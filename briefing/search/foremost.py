"""Which entries can be among the best, found without working out what all of them score.

A word scores at most so much, however often an entry has it. Once the best of so many entries score
more by some words than all other words together could give, an entry without any of these words
cannot be one of them, and its counts need not be read: a title outweighs most words of a body.
(Turtle and Flood, Query evaluation: strategies and optimizations, 1995: "max score".)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.found import Words, summed

_MARGIN = 1.0001  # scores are added up in 32 bits, in another order
_FEW = 2000  # entries up to which each is looked at


def among(docs: Array, words: Sequence[Words], limit: int) -> tuple[Array, Array]:
    """Return those of some entries that can be among the best of so many of them, and their scores.

    Args:
        docs: in order.
        words: those whose scores, added up, are what the entries score.
        limit: how many are wanted.
    """
    if len(docs) <= max(_FEW, limit):
        return docs, summed(words, docs)
    rest = sum(word.most for word in words)
    total = np.zeros(len(docs), "f4")
    known: dict[int, Array] = {}
    kept: Array | slice = slice(None)
    for at in sorted(range(len(words)), key=lambda at: -words[at].most):
        known[at] = words[at].scores(docs)
        total += known[at]
        rest -= words[at].most
        least = _least(total, limit)
        if least > rest * _MARGIN:
            kept = (total >= (least - rest) / _MARGIN).nonzero()[0]
            break
    docs = docs[kept]
    scores = np.zeros(len(docs), "f4")
    for at, word in enumerate(words):  # in the order in which all are added up elsewhere
        scores += known[at][kept] if at in known else word.scores(docs)
    return docs, scores


def anywhere(words: Sequence[Words], marks: Array, limit: int) -> Array | None:
    """Return those of all entries that can be among the best of so many, in order.

    Args:
        words: as in `among`.
        marks: by entry: whether it answers.
        limit: how many are wanted.

    Returns:
        None where all words have to be read to tell.
    """
    total = np.zeros(len(marks), "f4")
    rest = sum(word.most for word in words)
    least = 0.0
    read: list[Array] = []
    for word in sorted(words, key=lambda word: -word.most)[:-1]:
        word.add_to(total)
        docs = word.docs
        docs = docs[marks.take(docs)]
        read.append(docs)
        rest -= word.most
        if len(docs) >= limit:
            least = max(least, _least(total.take(docs), limit))
        if least > rest * _MARGIN:
            kept = [docs[total.take(docs) >= (least - rest) / _MARGIN] for docs in read]
            return np.unique(np.concatenate(kept)) if len(kept) > 1 else kept[0]
    return None


def _least(scores: Array, limit: int) -> float:
    """Return the least of the greatest so many scores."""
    at = len(scores) - limit
    return float(np.partition(scores, at)[at])

"""How much an entry has to do with a word: BM25, by field; and which entries come first.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the
inverse document frequency that never falls below zero. A word is counted together with the other
forms of its stem, so that a rare plural does not outweigh its singular.
"""

from __future__ import annotations

import math

import numpy as np

from briefing.search.engine.arrays import Array

_SATURATION = 1.2  # k1
_LENGTH = 0.75  # b
_STACK = 64


def norms(lengths: Array, mean: float) -> Array:
    """Return, by entry, what its length adds to how often it must have a word.

    Args:
        lengths: words of the field by entry.
        mean: the mean of those that have any.
    """
    base, slope = _SATURATION * (1 - _LENGTH), _SATURATION * _LENGTH / mean
    return (base + slope * lengths.astype("f4")).astype("f4")


def rarity(having: int, entries: int, boost: float) -> float:
    """Return the weight of a word that some of all entries have, in a field of this weight."""
    having = min(having, entries)
    return boost * math.log(1 + (entries - having + 0.5) / (having + 0.5))


def weigh(counts: Array, norm: Array, weight: float) -> Array:
    """Return the scores of entries for a word, given how often they have it."""
    times = counts.astype("f4")
    scores = times * np.float32(weight * (_SATURATION + 1))
    times += norm
    scores /= times
    return scores


def most(weight: float) -> float:
    """Return what no score for a word of this weight reaches, however often an entry has it."""
    return weight * (_SATURATION + 1)


def greatest(scores: Array, limit: int) -> Array:
    """Return where the greatest scores stand, in order of place, and perhaps a few that are less."""
    if len(scores) <= limit:
        return np.arange(len(scores))
    stacks = len(scores) // _STACK
    if stacks > limit:
        # The greatest of so many stacks are as many scores; no score below them can be wanted.
        tops = scores[: stacks * _STACK].reshape(_STACK, stacks).max(axis=0)
        least = np.partition(tops, stacks - limit)[stacks - limit]
    else:
        least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
    found: Array = (scores >= least).nonzero()[0]
    return found


def best(scores: Array, days: Array, limit: int, *, newest: bool = False) -> Array:
    """Return the places of the first entries: the best, of equals the newest, then as they stand.

    Args:
        scores: not negative, by entry.
        days: when it was published, 0 where that is not known.
        limit: how many are wanted.
        newest: whether the day comes before the score.
    """
    if limit <= 0 or not len(scores):
        return np.empty(0, "i8")
    # The bits of floats that are not negative are in the order of the floats.
    bits = np.ascontiguousarray(scores, "f4").view("i4").astype("i8")
    first, second = (days.astype("i8"), bits) if newest else (bits, days.astype("i8"))
    kept = greatest(first, limit)
    kept = kept[_first((first[kept] << 32) | second[kept], limit)]
    found: Array = kept[np.lexsort((kept, -second[kept], -first[kept]))]
    return found


def _first(keys: Array, limit: int) -> Array:
    """Return where the greatest keys stand, in order of place; of those equal to the last the first."""
    if len(keys) <= limit:
        return np.arange(len(keys))
    least = np.partition(keys, len(keys) - limit)[len(keys) - limit]
    sure, equal = np.flatnonzero(keys > least), np.flatnonzero(keys == least)
    return np.sort(np.concatenate([sure, equal[: limit - len(sure)]]))

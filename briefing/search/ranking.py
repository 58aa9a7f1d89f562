"""How much an entry has to do with a word: BM25, by field.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the
inverse document frequency that never falls below zero. A word is counted together with the other
forms of its stem, so that a rare plural does not outweigh its singular.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from briefing.search.snapshot import Docs

_SATURATION = 1.2  # k1
_LENGTH = 0.75  # b


def weigh(
    found: Docs, lengths: Mapping[int, int], *, mean: float, entries: int, boost: float
) -> Docs:
    """Return the score of each entry for one word in one field.

    Args:
        found: how often each entry has the word.
        lengths: words of the field by entry.
        mean: the mean of the lengths.
        entries: number of all entries.
        boost: weight of the field.
    """
    rarity = boost * math.log(1 + (entries - len(found) + 0.5) / (len(found) + 0.5))
    base, slope = _SATURATION * (1 - _LENGTH), _SATURATION * _LENGTH / mean
    gain = rarity * (_SATURATION + 1)
    return {doc: gain * n / (n + base + slope * lengths[doc]) for doc, n in found.items()}


def combine(parts: Iterable[Docs]) -> Docs:
    """Return the entries of any part, scores added up."""
    filled = sorted((part for part in parts if part), key=len, reverse=True)
    if len(filled) < 2:
        return filled[0] if filled else {}
    merged = dict(filled[0])
    for part in filled[1:]:
        for doc, score in part.items():
            merged[doc] = merged.get(doc, 0.0) + score
    return merged

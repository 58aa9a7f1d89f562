"""Whether two articles have the same text: wire copy under another headline, a cut of it.

Texts are compared by their runs of four words (shingles). To find candidates among thousands, each
text has a sketch: the smallest hash in each of 64 bins, so that two sketches agree in about the
share of bins that their texts have in common (MinHash: Broder 1997; one hash for all bins: Li, Owen
and Zhang 2012). Candidates are then compared shingle by shingle, so no sketch decides alone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import HiddenRange

RUN = 4
"""Words in a shingle: shorter ones recur by chance, longer ones miss edited copy."""

BINS = 64
FEWEST = 20
"""Shingles a text must have to be compared; below are notices that say next to nothing."""

SAME = 0.5
"""Share of all shingles two texts must have in common to be the same text."""

CUT = 0.7
"""Share of the shorter text that must stand in the longer one for it to be a cut of that."""

CUT_FEWEST = 40
"""Shingles a cut has at least."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are: shares from 0 to 1 of all shingles, and of the shorter text's."""

    of_all: float
    of_shorter: float
    shorter: int

    @property
    def same(self) -> bool:
        """Whether one is a copy, a cut, or an edited form of the other."""
        if self.shorter < FEWEST:
            return False
        cut = self.of_shorter >= CUT and self.shorter >= CUT_FEWEST
        return self.of_all >= SAME or cut


def shingles(text: str, hidden: Iterable[HiddenRange] = ()) -> frozenset[int]:
    """Return the hashes of all runs of four words of a text, its hidden ranges left out."""
    pieces = []
    position = 0
    for item in hidden:
        pieces.append(text[position : item.start])
        position = item.end
    shown = " ".join([*pieces, text[position:]]).lower().replace("’", "'")
    words = [*map(str.encode, _WORD.findall(shown))]
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    return frozenset(map(_mixed, map(zlib.crc32, map(b" ".join, runs))))


def sketch(found: frozenset[int]) -> tuple[int, ...]:
    """Return the sketch: for each bin that is not empty one number, unlike those of other bins."""
    smallest: dict[int, int] = {}
    for value in found:
        place = value % BINS
        if value < smallest.get(place, 1 << 32):
            smallest[place] = value
    return tuple(place << 32 | value for place, value in sorted(smallest.items()))


def likeness(one: frozenset[int], other: frozenset[int]) -> Likeness:
    """Return how alike two texts are, from their shingles."""
    common, shorter = len(one & other), min(len(one), len(other))
    return Likeness(common / max(len(one | other), 1), common / max(shorter, 1), shorter)


def _mixed(value: int) -> int:
    """Spread a CRC over all 32 bits (the multiplier is that of Knuth's multiplicative hash)."""
    return ((value ^ value >> 15) * 2654435761) & 0xFFFFFFFF

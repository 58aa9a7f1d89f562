"""What the postings of a new segment are made from: entries just added, and segments to be merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.engine.inverting import Inverted
from briefing.search.engine.packing import NARROW, WIDE, Plain, count_big
from briefing.search.engine.postings import Postings


class Numbers(Protocol):
    """Numbers of which a stretch can be had."""

    def slice(self, start: int, stop: int) -> Array:
        """Return the numbers from one place to another."""


@dataclass(frozen=True, slots=True)
class Source:
    """Postings of one field, wherever they are; see `Inverted` for what the arrays hold.

    Attributes:
        terms, stems: read the words, and the number of each word's stem (see `stems`); many sources at
            once would not keep theirs.
        big_counts, big_positions: how many of them do not fit when packed.
        release: gives back the memory taken by reading.
    """

    terms: Callable[[], Sequence[str]]
    stems: Callable[[], Array]
    first: Array
    first_position: Array
    docs: Numbers
    counts: Numbers
    positions: Numbers
    lengths: Array
    big_counts: int
    big_positions: int
    release: Callable[[], None] = lambda: None


def of_inverted(made: Inverted) -> Source:
    """Return postings in memory as a source."""
    return Source(
        terms=lambda: made.terms,
        stems=lambda: made.stems,
        first=made.first,
        first_position=made.first_position,
        docs=Plain(made.docs),
        counts=Plain(made.counts),
        positions=Plain(made.positions),
        lengths=made.lengths,
        big_counts=count_big(made.counts, NARROW),
        big_positions=count_big(made.positions, WIDE),
    )


def of_segment(there: Postings, alive: Array | None) -> Source:
    """Return the postings of a segment, those of removed entries left out.

    Args:
        there: of the segment.
        alive: by entry: whether it is still there; None where all are.
    """
    if alive is not None:
        return of_inverted(_without(there, alive))
    return Source(
        terms=lambda: there.terms.between(0, len(there.terms)),
        stems=there.stems.by_word,
        first=there.first,
        first_position=there.first_position,
        docs=there.docs,
        counts=there.counts,
        positions=there.positions,
        lengths=there.lengths,
        big_counts=there.counts.big,
        big_positions=there.positions.big,
        release=there.release,
    )


def _without(there: Postings, alive: Array) -> Inverted:
    first, number = there.first, np.cumsum(alive) - 1
    docs = there.docs.slice(0, int(first[-1]))
    kept = alive[docs]
    counts = there.counts.slice(0, len(kept))
    past = _past(counts)  # positions before each posting
    past_kept = _past(np.where(kept, counts, 0))
    begin = _past(kept)[first]
    used = np.flatnonzero(np.diff(begin))
    terms = there.terms.between(0, len(there.terms))
    ends = np.append(used, len(terms))
    return Inverted(
        terms=[terms[i] for i in used.tolist()],
        stems=there.stems.by_word()[used],
        first=begin[ends].astype("u4"),
        first_position=past_kept[first[ends]].astype("u4"),
        docs=number[docs[kept]],
        counts=counts[kept],
        positions=there.positions.slice(0, int(past[-1]))[np.repeat(kept, counts)],
        lengths=there.lengths[alive],
    )


def _past(values: Array) -> Array:
    past = np.zeros(len(values) + 1, "i8")
    np.cumsum(values, out=past[1:])
    return past

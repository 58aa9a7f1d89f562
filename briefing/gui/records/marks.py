"""Which stretches of an article carry a mark: the asks of each side, and the people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.model import Article, Ask, Person, Records, Span

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A marked stretch of source text.

    Attributes:
        kind: `ask`, `candidate`, `pressure` or `person`; each has its own underline.
        side: place of the side among the meeting's sides; -1 for none.
        ids: the records it stands for.
    """

    start: int
    end: int
    kind: str
    side: int
    ids: tuple[int, ...] = ()


def marks_of(records: Records, article: int, sides: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks of one article, in order; records of the same stretch share a mark."""
    found: dict[tuple[int, int, str, int], list[int]] = {}
    for ask in records.asks:
        kind = "candidate" if ask.band == "candidate" else "ask"
        for span in extents_of(ask, article):
            key = (span.start, span.end, kind, place(ask.side, sides))
            found.setdefault(key, []).append(ask.id)
    for demand in records.pressure:
        for span in (s for s in demand.spans if s.article == article):
            key = (span.start, span.end, "pressure", place(demand.on, sides))
            found.setdefault(key, []).append(demand.id)
    for person in records.people:
        for span in _names(person, article):
            key = (span.start, span.end, "person", place(person.side, sides))
            found.setdefault(key, []).append(person.id)
    return tuple(sorted(Mark(*key, tuple(ids)) for key, ids in found.items()))


def extents_of(ask: Ask, article: int) -> tuple[Span, ...]:
    """Return where an ask stands in an article: its clauses, or else its sentences."""
    clauses = tuple(span for span in ask.clauses if span.article == article)
    return clauses or tuple(span for span in ask.spans if span.article == article)


def asks_at(records: Records, article: int, offset: int) -> frozenset[int]:
    """Return the asks that a sentence around this offset of the article carries."""
    return frozenset(
        ask.id
        for ask in records.asks
        if any(s.article == article and s.start <= offset < s.end for s in ask.spans)
    )


def sentence_around(article: Article, offset: int) -> tuple[int, int]:
    """Return the (start, end) of the sentence that holds an offset, or else just that character."""
    for sentence in article.sentences:
        if sentence.start <= offset < sentence.end:
            return sentence.start, sentence.end
    return offset, offset + 1


def records_in(
    records: Records, article: int, extent: tuple[int, int]
) -> dict[str, frozenset[int]]:
    """Return by kind the ids of the records that rest on a stretch of an article."""
    every: dict[str, tuple[Any, ...]] = {
        "person": records.people, "issue": records.issues, "ask": records.asks,
        "pressure": records.pressure,
    }  # fmt: skip
    start, end = extent
    return {
        kind: frozenset(
            record.id
            for record in of_kind
            if any(s.article == article and s.start < end and start < s.end for s in record.spans)
        )
        for kind, of_kind in every.items()
    }


def place(side: str | None, sides: Sequence[str]) -> int:
    """Return the place of a side among the meeting's sides, -1 where it is none of them."""
    return sides.index(side) if side in sides else -1


def all_sides(records: Records, sides: Sequence[str]) -> tuple[str, ...]:
    """Return the meeting's sides, then those that only its asks name."""
    return tuple(dict.fromkeys((*sides, *(ask.side for ask in records.asks if ask.side))))


def _names(person: Person, article: int) -> Iterable[Span]:
    return (s for s in person.spans if s.article == article and s.end - s.start <= LONGEST_NAME)

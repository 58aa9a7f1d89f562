"""Where people are named, found without going through all places of a text."""

from __future__ import annotations

from bisect import bisect_left

from briefing.extract.text.document import Document
from briefing.model import Extent, PersonFound

Places = tuple[tuple[int, int, PersonFound], ...]
LONGEST = 5_000  # characters of a sentence, in which a name stands


def mentions_between(person: PersonFound, start: int, end: int) -> tuple[Extent, ...]:
    """Return the places, which are in order, that name a person from `start` up to `end`."""
    return extents_between(person.mentions, start, end)


def extents_between(places: tuple[Extent, ...], start: int, end: int) -> tuple[Extent, ...]:
    """Return those of the places, which are in order, that begin from `start` up to `end`."""
    first = bisect_left(places, start, key=_start)
    return places[first : bisect_left(places, end, first, key=_start)]


def _start(place: Extent) -> int:
    return place.start


def acting_in(
    document: Document, people: tuple[PersonFound, ...]
) -> dict[int, tuple[PersonFound, ...]]:
    """Return by sentence who acts for a side and is named in it."""
    found: dict[int, dict[int, PersonFound]] = {}
    for number, person in enumerate(people):
        if person.side is not None and person.kind in ("leader", "minister", "official"):
            for place in person.mentions:
                index = document.sentence_at(place.start)
                if index is not None:
                    found.setdefault(index, {})[number] = person
    return {index: tuple(named.values()) for index, named in found.items()}


def last_within(named: Places, start: int, end: int) -> PersonFound | None:
    """Return the last of the people, in order of their places, who is named within these characters."""
    for place in range(bisect_left(named, end, key=_low) - 1, -1, -1):
        low, high, person = named[place]
        if start < high:
            return person
        if low < start - LONGEST:
            break
    return None


def named_between(named: Places, start: int, end: int) -> list[PersonFound]:
    """Return the people at those places, which are in order, that begin from `start` and end by `end`."""
    first = bisect_left(named, start, key=_low)
    last = bisect_left(named, end + 1, first, key=_low)
    return [person for _, high, person in named[first:last] if high <= end]


def _low(place: tuple[int, int, PersonFound]) -> int:
    return place[0]

"""Who bears an office: `the vice president` is the person named last whose office has these words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from briefing.model import PersonFound


class Bearers:
    """The people of a text whose offices have certain words, by where they are named.

    Args:
        office: the words, in lower case.
        people: all people of the text.
    """

    def __init__(self, office: frozenset[str], people: Iterable[PersonFound]) -> None:
        named = sorted(
            (
                (place.start, place.end, person, sizes)
                for person in people
                if (sizes := _sizes(office, person))
                for place in person.mentions
            ),
            key=lambda found: found[:2],
        )
        self._starts = [start for start, _, _, _ in named]
        self._best: list[PersonFound] = []
        least = 0
        for _, _, person, sizes in named:
            if not self._best or min(sizes) <= least:
                least = min(sizes)
                self._best.append(person)
            else:
                self._best.append(self._best[-1])

    def before(self, place: int) -> PersonFound | None:
        """Return who is meant at a place: of those with the fewest further words the one named last."""
        named = bisect_left(self._starts, place)
        return self._best[named - 1] if named else None


def _sizes(office: frozenset[str], person: PersonFound) -> list[int]:
    """Return how many words those offices of a person have that have the words looked for."""
    words = (set(role.lower().split()) for role in person.roles)
    return [len(told) for told in words if office <= told]

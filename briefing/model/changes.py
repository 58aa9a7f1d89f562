"""What a use case touched: panels refresh and the index follows from this one value."""

from __future__ import annotations

from dataclasses import dataclass, fields

Ids = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The ids of everything added, altered or removed by one operation."""

    articles: Ids = frozenset()
    people: Ids = frozenset()
    issues: Ids = frozenset()
    asks: Ids = frozenset()
    meetings: Ids = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        names = [f.name for f in fields(self)]
        return Changes(**{name: getattr(self, name) | getattr(other, name) for name in names})

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))


NOTHING = Changes()

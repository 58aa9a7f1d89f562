"""An issue or a person as a facet: which asks are about it, or voiced by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefing.gui.words.language import tr
from briefing.model import Ask


@dataclass(frozen=True, slots=True)
class Facet:
    """What the asks are narrowed to: `issue` or `person`, and its name."""

    kind: str
    name: str

    @property
    def words(self) -> str:
        """How it is said above the asks."""
        return (
            tr("about {name}", name=self.name)
            if self.kind == "issue"
            else tr("voiced by {name}", name=self.name)
        )

    def holds(self, ask: Ask) -> bool:
        """Return whether an ask is about this issue, or voiced by this person."""
        if self.kind == "issue":
            return self.name in ask.issues
        return bool(ask.voiced_by) and _family(str(ask.voiced_by)) == _family(self.name)


def facet_of(kind: str, record: Any, asks: Iterable[Ask]) -> Facet | None:
    """Return the facet a record stands for; None for one that would leave no ask."""
    if kind not in {"issue", "person"}:
        return None
    facet = Facet(kind, record.label if kind == "issue" else record.name)
    return facet if any(facet.holds(ask) for ask in asks) else None


def _family(name: str) -> str:
    words = name.casefold().split()
    return words[-1] if words else ""

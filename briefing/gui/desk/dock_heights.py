"""How the panels at one side share its height: what the user gave them, else what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

_MOST = {"meeting": 0.24, "people": 0.34, "issues": 0.3}
_LEAST = 72
_FACTS = "meeting"
_ASKS = 210  # the asks are what one works with: the others leave them room


class Panel(Protocol):
    """What is asked of a dock."""

    def objectName(self) -> str: ...
    def width(self) -> int: ...
    def natural(self, width: int) -> int: ...


def heights(panels: Sequence[Panel], given: Mapping[str, float], height: int) -> dict[str, int]:
    """Return the height of each panel in pixels.

    Args:
        panels: the panels one above the other.
        given: shares of the height, where the user set them; used if they name every panel.
        height: what there is to share.
    """
    names = [panel.objectName() for panel in panels]
    if not panels:
        return {}
    if all(name in given for name in names):
        whole = sum(given[name] for name in names)
        return {name: round(height * given[name] / whole) for name in names}
    wanted = {panel.objectName(): _wish(panel, height) for panel in panels}
    greedy = [name for name in names if name not in _MOST] or names[-1:]
    fixed = [name for name in names if name not in greedy]
    room = height - _ASKS * len(greedy)
    taken = sum(wanted[name] for name in fixed)
    if taken > room > 0:
        wanted |= _shrunk({name: wanted[name] for name in fixed}, room)
    rest = max(height - sum(wanted[name] for name in fixed), _LEAST)
    return wanted | {name: rest // len(greedy) for name in greedy}


def _shrunk(wanted: Mapping[str, int], room: int) -> dict[str, int]:
    """Return heights that fit: lists give way first, for few lines of facts are read at a glance."""
    facts = {name: height for name, height in wanted.items() if name == _FACTS}
    lists = {name: height for name, height in wanted.items() if name != _FACTS}
    left = room - sum(facts.values())
    if left < _LEAST * len(lists):
        lists, facts, left = {**facts, **lists}, {}, room
    taken = sum(lists.values())
    return facts | {
        name: max(min(height, _LEAST), height * left // taken) for name, height in lists.items()
    }


def _wish(panel: Panel, height: int) -> int:
    most = _MOST.get(panel.objectName(), 1.0)
    return min(panel.natural(panel.width()), round(height * most))

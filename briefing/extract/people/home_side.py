"""Whose officials need no country before their titles: those of the paper's own country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from briefing.extract.people.clusters import Cluster

_GOVERNING = ("leader", "minister")


def home_side(clusters: list[Cluster], side_of: Callable[[Cluster], str]) -> str:
    """Return the side whose leaders and ministers the text names without their country, or "".

    A paper of Nairobi writes `President NAME` of its own and `Zambian President NAME` of the guest.

    Args:
        clusters: the people of the text.
        side_of: the side of one of them by title or table, "" where neither tells.
    """
    bare: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for cluster in clusters:
        side = side_of(cluster)
        told = _as_introduced(cluster)
        if side and told is not None:
            (marked if told else bare)[side] += 1
    never_marked = bare.keys() - marked.keys()
    return next(iter(never_marked)) if len(never_marked) == 1 and marked else ""


def _as_introduced(cluster: Cluster) -> bool | None:
    """Whether the first title of a person names a country; None where the person has no such title."""
    titled = (m for m in sorted(cluster.mentions, key=lambda m: m.start) if m.offices)
    first = next(titled, None)
    if first is None:
        return None
    governing = [o for o in first.offices if o.kind in _GOVERNING and o.role and not o.former]
    return bool(governing[0].side) if governing else None

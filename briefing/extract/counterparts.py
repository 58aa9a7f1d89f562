"""`X met her Polish counterpart NAME`: the office of the one is that of the other."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.clusters import Cluster
from briefing.model import PersonFound

_GOVERNING = ("leader", "minister", "official")


def give_offices(
    found: list[tuple[Cluster, PersonFound]],
) -> list[tuple[Cluster, PersonFound]]:
    """Return the people, those told as someone's counterpart with that one's office and kind.

    Args:
        found: each person with the cluster of places it was made from.
    """
    return [(cluster, _with_office(cluster, person, found)) for cluster, person in found]


def _with_office(
    cluster: Cluster, person: PersonFound, found: list[tuple[Cluster, PersonFound]]
) -> PersonFound:
    place = next(
        (m for m in cluster.mentions if any(o.head == "counterpart" for o in m.offices)), None
    )
    if place is None or any(o.role for o in cluster.offices):
        return person
    before = [
        (mention.start, other)
        for other_cluster, other in found
        for mention in other_cluster.mentions
        if mention.sentence == place.sentence and mention.start < place.start
        if other is not person and other.kind in _GOVERNING
    ]
    if not before:
        return person
    other = max(before, key=lambda pair: pair[0])[1]
    why = "; ".join(part for part in (person.why, f"counterpart of {other.name}") if part)
    return replace(person, kind=other.kind, roles=person.roles or other.roles, why=why)

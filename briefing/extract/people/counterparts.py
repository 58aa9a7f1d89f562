"""`X met her Polish counterpart NAME`: the office of the one is that of the other."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.people.clusters import Cluster
from briefing.extract.people.names import NameMention
from briefing.model import PersonFound

_GOVERNING = ("leader", "minister", "official")


def give_offices(
    found: list[tuple[Cluster, PersonFound]],
) -> list[tuple[Cluster, PersonFound]]:
    """Return the people, those told as someone's counterpart with that one's office and kind.

    Args:
        found: each person with the cluster of places it was made from.
    """
    governing: dict[int, list[tuple[int, PersonFound]]] = {}
    for cluster, person in found if any(map(_place, (cluster for cluster, _ in found))) else ():
        for mention in cluster.mentions if person.kind in _GOVERNING else ():
            governing.setdefault(mention.sentence, []).append((mention.start, person))
    return [(cluster, _with_office(cluster, person, governing)) for cluster, person in found]


def _place(cluster: Cluster) -> NameMention | None:
    """Return where a person is told as someone's counterpart and by no office of their own."""
    told = (m for m in cluster.mentions if any(o.head == "counterpart" for o in m.offices))
    place = next(told, None)
    return None if place is None or any(o.role for o in cluster.offices) else place


def _with_office(
    cluster: Cluster, person: PersonFound, governing: dict[int, list[tuple[int, PersonFound]]]
) -> PersonFound:
    place = _place(cluster)
    if place is None:
        return person
    before = [
        (start, other)
        for start, other in governing.get(place.sentence, ())
        if start < place.start and other is not person
    ]
    if not before:
        return person
    other = max(before, key=lambda pair: pair[0])[1]
    why = "; ".join(part for part in (person.why, f"counterpart of {other.name}") if part)
    return replace(person, kind=other.kind, roles=person.roles or other.roles, why=why)

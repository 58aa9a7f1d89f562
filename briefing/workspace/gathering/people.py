"""One person from what several articles say of that person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.model import Decision, Person, PersonFound
from briefing.model.finding import PARTICIPATIONS, PERSON_KINDS
from briefing.workspace.gathering.clusters import clusters, most_common
from briefing.workspace.gathering.keys import fold, person_key
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import Proposal, added, by_hand, merged_keys
from briefing.workspace.gathering.parting import parted


@dataclass(frozen=True)
class Seen:
    """A person as one article shows them."""

    article: int
    outlet: str
    found: PersonFound

    @cached_property
    def key(self) -> str:
        """The key that decisions name this finding by."""
        return person_key(self.found.name)


def people(material: Material) -> tuple[Proposal, ...]:
    """Return the people of the articles, hosts and leaders first, with those the user added."""
    seen = [
        Seen(article, material.outlet(article), person)
        for article, findings in material.findings.items()
        for person in findings.people
    ]
    into = merged_keys(material.decisions, "person")
    groups = clusters(seen, lambda a, b: _same(a, b, into), lambda one: _marks(one, into))
    proposals = [_proposal(group, material.meeting, into) for group in groups]
    mine = added(material.decisions, "person", lambda d: _added(d, material.meeting))
    shown = parted((*proposals, *mine), material, "person")
    return tuple(sorted(shown, key=lambda p: _rank(p.record)))


def _same(a: Seen, b: Seen, into: Mapping[str, str]) -> bool:
    if into.get(a.key, a.key) == into.get(b.key, b.key):
        return True
    if a.article == b.article or a.key in into or b.key in into:
        return False
    if a.found.side and b.found.side and a.found.side != b.found.side:
        return False
    return _names_agree(a.key.split(), b.key.split())


def _marks(seen: Seen, into: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return what two findings of one person have in common: the key, or the last word of it."""
    return ("key", into.get(seen.key, seen.key)), ("last", *seen.key.split()[-1:])


def _names_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    if not a or not b or a[-1] != b[-1]:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    return a[0] == b[0] or (min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0])


def _proposal(group: Sequence[Seen], meeting: int | None, into: Mapping[str, str]) -> Proposal:
    founds = [s.found for s in group]
    target = {into[s.key] for s in group if s.key in into}
    named = [f for s, f in zip(group, founds, strict=True) if s.key in target] or founds
    name = max((f.name for f in named), key=lambda n: (len(n.split()), len(n)))
    sides = [f.side for f in founds if f.side]
    person = Person(
        id=0,
        key=person_key(name),
        meeting=meeting,
        name=name,
        side=most_common(sides) if sides else None,
        roles=_roles(founds),
        kind=most_common([f.kind for f in founds]),
        participation=min((f.participation for f in founds), key=PARTICIPATIONS.index),
        status="proposed",
        spans=tuple(m.within(s.article) for s in group for m in s.found.mentions),
        spelled=tuple(dict.fromkeys(word for f in founds for word in f.spelled)),
        outlets=tuple(dict.fromkeys(s.outlet for s in group)),
        conflicts=_conflicts(name, group),
        why=next((f.why for f in founds if f.why), ""),
    )
    return Proposal(person, frozenset(s.key for s in group) | {person.key})


def _roles(founds: Sequence[PersonFound]) -> tuple[str, ...]:
    roles = [role for f in founds for role in f.roles]
    by_fold: dict[str, str] = {}
    for role in sorted(roles, key=lambda r: (-roles.count(r), roles.index(r))):
        by_fold.setdefault(fold(role), role)
    return tuple(by_fold.values())


def _conflicts(name: str, group: Sequence[Seen]) -> tuple[str, ...]:
    by_side: dict[str, list[str]] = {}
    for seen in group:
        if seen.found.side:
            by_side.setdefault(seen.found.side, []).append(seen.outlet)
    if len(by_side) < 2:
        return ()
    told = "; ".join(f"{side} in {', '.join(outlets)}" for side, outlets in by_side.items())
    return (f"Sources disagree on the side of {name}: {told}.",)


def _added(decision: Decision, meeting: int | None) -> Person:
    unsaid = {"side": None, "roles": (), "kind": "other", "participation": "mentioned"}
    return Person(**by_hand(decision, meeting, **unsaid))


def _rank(person: Person) -> tuple[int, int, int, str]:
    return (
        PARTICIPATIONS.index(person.participation),
        PERSON_KINDS.index(person.kind),
        -len(person.spans),
        person.name,
    )

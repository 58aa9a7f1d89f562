"""The user's decisions laid over what was found, the same way for every kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from briefing.model import Ask, Decision, Issue, Person, Pressure

Record = TypeVar("Record", Person, Issue, Ask, Pressure)
STATUS_OF = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record as found, and the keys of all findings it was made of."""

    record: Any
    keys: frozenset[str]


def decided(
    proposals: Iterable[Proposal], decisions: Sequence[Decision], kind: str
) -> tuple[Any, ...]:
    """Return the records of one kind as the user left them; rejected ones are left out."""
    of_kind = [d for d in decisions if d.kind == kind]
    laid = (_lay(p, [d for d in of_kind if d.key in p.keys]) for p in proposals)
    return tuple(record for record in laid if record.status != "rejected")


def added(
    decisions: Sequence[Decision], kind: str, make: Callable[[Decision], Any]
) -> tuple[Proposal, ...]:
    """Return a proposal for each item of that kind which the user added on their own."""
    mine = [d for d in decisions if d.kind == kind and d.action == "add"]
    return tuple(Proposal(make(d), frozenset({d.key})) for d in mine)


def by_hand(decision: Decision, meeting: int | None, **otherwise: Any) -> dict[str, Any]:
    """Return the values of a record that the user added.

    Args:
        decision: the user's word.
        meeting: the meeting the record is of, if any.
        **otherwise: fields with what they hold where the user said nothing.
    """
    return {
        **otherwise,
        **values_of(decision.fields),
        "id": 0,
        "key": decision.key,
        "meeting": meeting,
        "status": "added",
        "spans": decision.spans,
        "why": "Added by you.",
    }


def merged_keys(decisions: Sequence[Decision], kind: str) -> dict[str, str]:
    """Return, for findings the user merged into another, the key they went into."""
    merges = [d for d in decisions if d.kind == kind and d.action == "merge"]
    return {d.key: str(d.fields["into"]) for d in merges}


def _lay(proposal: Proposal, decisions: Sequence[Decision]) -> Any:
    record = proposal.record
    status = record.status
    changes: dict[str, Any] = {}
    for decision in decisions:
        status = STATUS_OF.get(decision.action, status)
        changes |= _effect(decision)
    return replace(record, **changes, status=status)


def _effect(decision: Decision) -> dict[str, Any]:
    fields = decision.fields
    if decision.action == "edit":
        return values_of(fields)
    if decision.action == "note":
        return {"note": str(fields["note"])}
    if decision.action == "star":
        return {"starred": fields["starred"] == "yes"}
    return {}


def values_of(fields: Mapping[str, str | list[str]]) -> dict[str, Any]:
    """Return a decision's fields as values of a record: lists as tuples, "" as None where due."""
    return {name: _value(name, value) for name, value in fields.items()}


def _value(name: str, value: str | list[str]) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" and name in {"side", "of", "voiced_by", "parent"} else value

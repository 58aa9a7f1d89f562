"""Records the user took apart, and those they put together after they had been found apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from briefing.model import Ask, Decision, Span
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import Proposal, merged_keys, values_of


def parted(proposals: Iterable[Proposal], material: Material, kind: str) -> tuple[Proposal, ...]:
    """Return the proposals of one kind with the user's splits and merges carried out.

    A split moves some of a record's places into a record of its own, with a key of its own, so
    that later decisions can name it. What was merged by its findings is one proposal already;
    records that were added or split off are joined here.
    """
    shown = list(proposals)
    for decision in material.decisions:
        if (decision.kind, decision.action) == (kind, "split"):
            shown = _split(shown, decision, material)
    for key, into in merged_keys(material.decisions, kind).items():
        shown = _joined(shown, key, into, material)
    return tuple(shown)


def _split(shown: Sequence[Proposal], decision: Decision, material: Material) -> list[Proposal]:
    made: list[Proposal] = []
    for proposal in shown:
        record = proposal.record
        gone = tuple(s for s in record.spans if _among(s, decision.spans))
        if decision.key not in proposal.keys or not gone or len(gone) == len(record.spans):
            made.append(proposal)
            continue
        fields = {name: v for name, v in decision.fields.items() if name != "key"}
        apart = _with(record, gone, material)
        key = str(decision.fields["key"])
        why = f"Split off by you. {record.why}".strip()
        apart = replace(apart, key=key, why=why, **values_of(fields))
        rest = tuple(s for s in record.spans if s not in gone)
        made.append(replace(proposal, record=_with(record, rest, material)))
        made.append(Proposal(apart, frozenset({key})))
    return made


def _joined(shown: Sequence[Proposal], key: str, into: str, material: Material) -> list[Proposal]:
    other = next((p for p in shown if p.record.key == key), None)
    target = next((p for p in shown if into in p.keys), None)
    if other is None or target is None or other is target:
        return list(shown)
    spans = tuple(dict.fromkeys((*target.record.spans, *other.record.spans)))
    record = _with(target.record, spans, material)
    if isinstance(record, Ask):
        clauses = (*target.record.clauses, *other.record.clauses)
        record = replace(record, clauses=tuple(dict.fromkeys(clauses)))
    one = Proposal(record, target.keys | other.keys)
    return [one if p is target else p for p in shown if p is not other]


def _with(record: Any, spans: tuple[Span, ...], material: Material) -> Any:
    """Return the record resting on these spans alone."""
    known = [s for s in spans if s.article in material.articles]
    changes: dict[str, Any] = {
        "spans": spans,
        "outlets": tuple(dict.fromkeys(material.outlet(s.article) for s in known)),
    }
    if isinstance(record, Ask):
        changes["clauses"] = tuple(c for c in record.clauses if _among(c, spans))
    return replace(record, **changes)


def _among(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span overlaps one of these: sentences may be cut otherwise the next time."""
    return any(
        span.article == other.article and span.start < other.end and other.start < span.end
        for other in others
    )

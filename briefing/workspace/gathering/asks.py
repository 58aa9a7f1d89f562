"""One ask from all the sentences of several articles that carry it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.model import Ask, AskFound, Decision, Extent
from briefing.model.finding import ATTRIBUTIONS, BANDS
from briefing.workspace.gathering.clusters import clusters
from briefing.workspace.gathering.keys import ask_key, fold
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import Proposal, added, by_hand, merged_keys
from briefing.workspace.gathering.parting import parted

_SMALL = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "that", "the", "their", "to", "with", "would",
    "will", "this", "these", "those", "more", "also", "them", "they", "he", "she", "his", "her",
    "our", "we",
})  # fmt: skip
_ALIKE = 0.5  # share of the shorter ask's words; below it two asks on one issue stay two


@dataclass(frozen=True)
class Said:
    """An ask as one sentence of one article says it."""

    article: int
    outlet: str
    found: AskFound

    @cached_property
    def key(self) -> str:
        """The key that decisions name this finding by."""
        return ask_key(self.found.side, self.found.kind, self.found.sentence.quote)

    @cached_property
    def words(self) -> set[str]:
        """The words of what is asked that tell it from other asks."""
        return {re.sub(r"s$", "", word) for word in fold(self.found.text).split()} - _SMALL


def asks(material: Material) -> tuple[Proposal, ...]:
    """Return the asks of the meeting's sides with all their evidence, the firmest first.

    Where the meeting's sides are not known, asks of every side are let through.
    """
    said = [
        Said(article, material.outlet(article), ask)
        for article, findings in material.findings.items()
        for ask in findings.asks
        if not material.sides or ask.side in material.sides
    ]
    into = merged_keys(material.decisions, "ask")
    groups = clusters(said, lambda a, b: _same(a, b, into), lambda one: _marks(one, into))
    proposals = [_proposal(group, material.meeting, into) for group in groups]
    mine = added(material.decisions, "ask", lambda d: _added(d, material.meeting))
    shown = parted((*proposals, *mine), material, "ask")
    return tuple(sorted(shown, key=lambda p: _rank(p.record)))


def _same(a: Said, b: Said, into: Mapping[str, str]) -> bool:
    if into.get(a.key, a.key) == into.get(b.key, b.key):
        return True
    if a.key in into or b.key in into:
        return False
    if (a.found.side, a.found.kind) != (b.found.side, b.found.kind):
        return False
    if a.found.issues[:1] != b.found.issues[:1]:
        return False
    return _alike(a.words, b.words)


def _marks(said: Said, into: Mapping[str, str]) -> tuple[Hashable, Hashable]:
    """Return what two findings of one ask have in common: the key, or side, kind and issue."""
    found = said.found
    return into.get(said.key, said.key), (found.side, found.kind, found.issues[:1])


def _alike(one: set[str], two: set[str]) -> bool:
    if not one or not two:
        return False
    return len(one & two) / min(len(one), len(two)) >= _ALIKE and len(one & two) > 1


def _proposal(group: Sequence[Said], meeting: int | None, into: Mapping[str, str]) -> Proposal:
    ranked = sorted(group, key=_weight)
    kept = [s for s in ranked if s.key in into.values()] or ranked
    lead = kept[0].found
    ask = Ask(
        id=0,
        key=kept[0].key,
        meeting=meeting,
        side=lead.side,
        of=lead.of or next((s.found.of for s in ranked if s.found.of), None),
        kind=lead.kind,
        text=lead.text,
        issues=tuple(dict.fromkeys(label for s in ranked for label in s.found.issues)),
        voiced_by=lead.voiced_by,
        attribution=lead.attribution,
        band=ranked[0].found.band,
        status="proposed",
        spans=tuple(dict.fromkeys(s.found.sentence.within(s.article) for s in ranked)),
        clauses=tuple(dict.fromkeys(where_told(s.found).within(s.article) for s in ranked)),
        hedge=lead.hedge,
        outlets=tuple(dict.fromkeys(s.outlet for s in group)),
        why=lead.why,
    )
    return Proposal(ask, frozenset(s.key for s in group))


def where_told(found: AskFound) -> Extent:
    """Return the part of the sentence that carries an ask, with the words of what is asked in it.

    `His goal is to …`: the clause found ends with its verb, and what is asked stands behind it.
    """
    clause, sentence = found.clause, found.sentence
    at = sentence.quote.find(found.text) if found.text else -1
    if at < 0:
        return clause
    low = min(clause.start - sentence.start, at)
    high = max(clause.end - sentence.start, at + len(found.text))
    return Extent(sentence.start + low, sentence.start + high, sentence.quote[low:high])


def _weight(said: Said) -> tuple[int, int, int, int]:
    found = said.found
    firmness = ATTRIBUTIONS.index(found.attribution)
    return BANDS.index(found.band), firmness, said.article, found.sentence.start


def _added(decision: Decision, meeting: int | None) -> Ask:
    unsaid = {"of": None, "kind": "ask", "issues": (), "voiced_by": None}
    heard = {"attribution": "reporter", "band": "high", "clauses": decision.spans}
    return Ask(**by_hand(decision, meeting, **unsaid, **heard))


def _rank(ask: Ask) -> tuple[int, int, int, str]:
    first = ask.spans[0].start if ask.spans else 0
    return BANDS.index(ask.band), -len(ask.outlets), first, ask.key

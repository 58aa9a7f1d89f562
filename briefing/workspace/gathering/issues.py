"""One issue from what several articles say of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Decision, Findings, Issue, IssueFound, Span
from briefing.workspace.gathering.keys import issue_key
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import Proposal, added, by_hand, merged_keys
from briefing.workspace.gathering.parting import parted


def issues(material: Material) -> tuple[Proposal, ...]:
    """Return the issues of the articles, those most spoken of first."""
    into = merged_keys(material.decisions, "issue")
    groups: dict[str, list[tuple[int, IssueFound]]] = {}
    for article, of_article in material.findings.items():
        for found in of_article.issues:
            key = issue_key(found.label)
            groups.setdefault(into.get(key, key), []).append((article, found))
    proposals = [_proposal(key, group, material) for key, group in groups.items()]
    mine = added(material.decisions, "issue", lambda d: _added(d, material.meeting))
    owners = {article: Owners(told) for article, told in material.findings.items()}
    shown = [_weighed(p, owners) for p in parted((*proposals, *mine), material, "issue")]
    return tuple(sorted(shown, key=lambda p: (-len(p.record.spans), p.record.label)))


class Owners:
    """Whose the sentences of an article are, found by their place.

    Args:
        findings: of the article.
    """

    def __init__(self, findings: Findings) -> None:
        self._asks = sorted((ask.sentence.start, ask.side) for ask in findings.asks)
        self._names = sorted(
            (mention.start, person.side)
            for person in findings.people
            if person.side
            for mention in person.mentions
        )

    def sides(self, span: Span) -> set[str]:
        """Return the sides a sentence belongs to: whose ask it holds, or else whose people it names."""
        return _sides_in(self._asks, span) or _sides_in(self._names, span)


def _sides_in(placed: Sequence[tuple[int, str]], span: Span) -> set[str]:
    low, high = (bisect_left(placed, (edge,)) for edge in (span.start, span.end))
    return {side for _, side in placed[low:high]}


def _weighed(proposal: Proposal, owners: Mapping[int, Owners]) -> Proposal:
    spans = [s for s in proposal.record.spans if s.article in owners]
    return replace(proposal, record=replace(proposal.record, by_side=_by_side(spans, owners)))


def _proposal(
    key: str,
    group: Sequence[tuple[int, IssueFound]],
    material: Material,
) -> Proposal:
    named = [found for _, found in group if issue_key(found.label) == key]
    lead = (named or [group[0][1]])[0]
    spans = tuple(sorted({s.within(article) for article, f in group for s in f.sentences}))
    issue = Issue(
        id=0,
        key=key,
        meeting=material.meeting,
        label=lead.label,
        parent=lead.parent,
        status="proposed",
        spans=spans,
        aliases=tuple(dict.fromkeys(alias for _, f in group for alias in f.aliases)),
        outlets=tuple(dict.fromkeys(material.outlet(a) for a, _ in group)),
        why="Words in the text: " + ", ".join(sorted({a for _, f in group for a in f.aliases})),
    )
    return Proposal(issue, frozenset(issue_key(f.label) for _, f in group) | {key})


def _by_side(spans: Sequence[Span], owners: Mapping[int, Owners]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for span in spans:
        counts.update(owners[span.article].sides(span))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _added(decision: Decision, meeting: int | None) -> Issue:
    return Issue(**by_hand(decision, meeting, parent=None))

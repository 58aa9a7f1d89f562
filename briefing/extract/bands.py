"""Bands: how sure an ask is, from what its words and the sentence around them tell."""

from __future__ import annotations

from dataclasses import dataclass

HIGH, MEDIUM, CANDIDATE = "high", "medium", "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for and against an ask.

    Attributes:
        weight: of the frame: 3 says it plainly.
        sure: whether the asker stands as subject or owner, not merely near.
        other: whether the other side stands in the sentence.
        issue: whether an issue or the meeting stands in it.
        met: whether what the frame needs is there.
        outsider: whether the asker is no side of the meeting; answered: it asks a side of it.
        supposed: in a question or a condition. judged: it is an analyst who says so.
        past: told as a position held before.
    """

    weight: int
    sure: bool = True
    other: bool = False
    issue: bool = False
    met: bool = True
    outsider: bool = False
    answered: bool = False
    supposed: bool = False
    judged: bool = False
    past: bool = False


def band_of(evidence: Evidence) -> str:
    """Return the band, or "" where there is too little to show it at all."""
    score = evidence.weight + (evidence.other and evidence.issue)
    score -= not evidence.sure
    score -= not evidence.met or not (evidence.other or evidence.issue)
    score -= evidence.past
    score -= 2 * evidence.judged
    if evidence.supposed or (evidence.outsider and not evidence.answered):
        score = min(score, 1)
    if evidence.weight == 1:
        score = min(score, 1)
    if score >= 3:
        return HIGH
    if score == 2:
        return MEDIUM
    return CANDIDATE if score == 1 else ""

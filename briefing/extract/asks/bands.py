"""Bands: how sure an ask is, from what its words and the sentence around them tell.

The weights are trained (tests/extract/train.py) on evidence that the rules find; the points given
by rule are part of it. Without a parse, the points alone decide.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.extract.asks.evidence import (
    Claim,
    claim_words,
    evidence_of,
    is_heading,
    other_named,
    supposed,
)
from briefing.extract.scenes.scene import Stage
from briefing.extract.tables.weight_table import Weights
from briefing.extract.text.clauses import AUXILIARIES, ancestors, token_at

GUESSED = ("before", "after", "voice", "earlier")
HIGH, MEDIUM, CANDIDATE = "high", "medium", "candidate"
LEAST = {HIGH: 0.82, MEDIUM: 0.46, CANDIDATE: 0.04}
BELOW = ("relcl", "advcl", "acl")
MOST_POINTS = 4
SHORT_HEADING = 16  # words
HEADLINES = 4  # sentences
_STIRS = frozenset(["raise", "leave", "dash", "dim", "boost", "fuel", "spark", "lift", "revive"])
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_MONTH = re.compile(rf"\b[Ii]n (?:(?:{_MONTH})(?: (?:19|20)\d\d)?|(?:19|20)\d\d)\b(?! \d)")


def weigh(claim: Claim, stage: Stage, weights: Weights) -> tuple[float, str]:
    """Return how likely a claim is an ask, and its band: "" where it is too little to show.

    A question, a condition, a short heading, what is told of long ago, a guess beside what the grammar tells, what a third country wants of
    others, and, where no meeting is known, what any but the two governments named most wants, are
    candidates at best.
    """
    points = points_of(claim, stage)
    if claim.trigger.token is None:
        points = 0 if claim.asker.how.endswith("beside") else points
        return points / MOST_POINTS, {3: HIGH, 2: MEDIUM, 1: CANDIDATE}.get(min(points, 3), "")
    likely = weights.likelihood(weighed(claim, stage, points))
    band = next((band for band, least in LEAST.items() if likely >= least), "")
    return likely, CANDIDATE if band and _capped(claim, stage) else band


def weighed(claim: Claim, stage: Stage, points: int) -> frozenset[str]:
    """Return the evidence the weights are for: that of the words, and the points."""
    return evidence_of(claim, stage) | {f"points {max(-1, min(points, MOST_POINTS))}"}


def points_of(claim: Claim, stage: Stage) -> int:
    """Return the points of a claim by rule: from 3 it is sure, 1 is a candidate."""
    asker, frame = claim.asker, claim.trigger.frame
    cues = stage.cues_in(claim.trigger.sentence)
    other = other_named(claim, stage)
    issue = bool(claim.labels) or "talks" in cues
    met = {"other": asker.of is not None or other, "issue": issue or other}.get(frame.needs, True)
    score = frame.weight + (other and issue)
    score -= not asker.sure or asker.how == "nearest"
    score -= 2 * (asker.how.split()[0] in GUESSED)
    score -= not met or not (other or issue)
    score -= "past" in cues
    score -= 2 * (asker.voice.attribution == "analyst")
    return min(score, 1) if frame.weight == 1 or _capped(claim, stage) else score


def _capped(claim: Claim, stage: Stage) -> bool:
    outsider = bool(stage.parties) and claim.side not in stage.parties
    answered = claim.of in stage.parties and claim.trigger.frame.weight == 3
    beside = claim.asker.how.endswith("beside")
    if told_as_fact(claim) or _told_of_before(claim, stage) or _raised_alone(claim):
        return True
    return (
        _heads_the_text(claim, stage)
        or supposed(claim, stage)
        or beside
        or (outsider and not answered)
    )


def _heads_the_text(claim: Claim, stage: Stage) -> bool:
    """Whether it is told by a headline, which the text repeats in full."""
    short = len(claim_words(claim, stage)) < SHORT_HEADING
    return claim.trigger.sentence < HEADLINES and short and is_heading(claim, stage)


def _told_of_before(claim: Claim, stage: Stage) -> bool:
    """Whether it is told of another time: `had called`, `In 2013 Peru rejected`."""
    token = claim.trigger.token
    if token is None:
        return False
    had = any(child.dep_ == "aux" and child.lower_ == "had" for child in token.children)
    if had and token.dep_ == "ccomp" and token.head.tag_ == "VBD":
        had = token.head.lower_ not in stage.tables.speech.verbs  # `said they had pressed China`
    return had or (token.tag_ in ("VBD", "VBN") and _is_dated(token, claim.trigger.sentence, stage))


def _is_dated(verb: Any, index: int, stage: Stage) -> bool:
    """Whether a month or year is told of a verb, and not of what a clause below it tells."""
    dated = _IN_MONTH.search(stage.document.quote(index))
    word = None if dated is None else token_at(verb.doc, dated.start())
    if word is None:
        return False
    clause = next((one for one in (word, *word.ancestors) if one.dep_ in BELOW), None)
    return clause is None or clause == verb or clause in verb.ancestors


def _raised_alone(claim: Claim) -> bool:
    """Whether hopes are only raised or dashed by what happens: nobody in the sentence has them."""
    token = claim.trigger.token
    if token is None or token.pos_ != "NOUN" or token.lemma_.lower() not in ("hope", "expectation"):
        return False
    return token.dep_ == "dobj" and token.head.lemma_.lower() in _STIRS


def told_as_fact(claim: Claim) -> bool:
    """Whether it tells what is or was: `insists that it has already paid`, `needs nothing`."""
    trigger = claim.trigger
    if trigger.token is None:
        return False
    nothing = any(c.lower_ == "nothing" and c.dep_ == "dobj" for c in trigger.token.children)
    if claim.kind == "ask" and nothing:
        return True
    if trigger.frame.id.startswith("insist_"):
        told = next((c for c in trigger.token.children if c.dep_ == "ccomp"), None)
        return claim.kind == "ask" and told is not None and _indicative(told)
    done = any(child.lower_ == "already" for child in trigger.token.children)
    return done and any(
        verb.lemma_.lower() in ("insist", "say", "argue", "maintain", "stress")
        and child.dep_ == "ccomp"
        for verb, child in ancestors(trigger.token)
    )


def _indicative(verb: Any) -> bool:
    """Whether a clause states a thing; `insists that Iceland open` and `must open` do not."""
    marks = [child for child in verb.children if child.dep_ in AUXILIARIES]
    if any(child.tag_ == "MD" for child in marks):
        return False
    if any(child.lemma_ == "have" for child in marks):
        return True
    return any(one.tag_ in ("VBZ", "VBD") for one in (verb, *marks))

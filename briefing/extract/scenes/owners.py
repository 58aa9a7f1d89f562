"""Owners: whose demand, offer or refusal a noun tells of, and who goes on a visit."""

from __future__ import annotations

import re
from typing import Any

from briefing.extract.scenes.actors import actor_between
from briefing.extract.scenes.scene import NOBODY, Actor, Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.scenes.voices import OFFICES, resolve, speaker_above
from briefing.extract.text.clauses import own_subject, span_of, subject

# What may stand between an owner and what is owned: "Ottawa's long-standing", "Canadian".
_OWNS = re.compile(
    r"(?:['’]s?)?(?:\s+(?!(?:the|an?|his|her|its|their|our|my|this|that|to|of|in|for|with|at|on|by|from|as|and|over|is|has)\b)"
    r"[\w-]+(?:['’]s)?){0,4}\s+"
)
_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?$")
# `tariffs on goods from Peru`, `duties on cars exported to Peru`
_ON_GOODS = re.compile(r"\b(?:on|for)\b")
_INTO = re.compile(r"\b(?:into|entering|to)\s+(?:the\s+)?$")
OWNER_REACH = 45
_VISITS = frozenset(["visit", "trip", "tour", "mission", "journey"])
_TALKS = frozenset(["talk", "talks", "meeting", "negotiation", "discussion", "summit", "dialogue"])


def find_owner(trigger: Trigger, stage: Stage, speaker: Actor) -> Actor:
    """`Ottawa's demand`, `the Canadian demand`, `a demand by Canada`; `our demand` is the speaker's."""
    sentence = stage.document.sentences[trigger.sentence]
    text = stage.document.text
    low = max(sentence.start, trigger.start - OWNER_REACH)
    before = text[low : trigger.start]
    for mention in reversed(stage.between(low, trigger.start)):
        gap = text[mention.end : trigger.start]
        if _OWNS.fullmatch(gap) and mention.how != "place":
            noun = text[mention.start : mention.end]
            return actor_between(mention.start, mention.end, mention.start, stage, noun.lower())
    if re.search(r"\b(?:our|my)\s+(?:\w+\s+){0,2}$", before):
        return speaker
    for mention in stage.between(trigger.end, min(sentence.end, trigger.end + 40)):
        if _BY.search(text[trigger.end - 8 : mention.start]) and text[
            mention.start - 3 : mention.start
        ] in ("by ", "om "):
            return Actor((mention.side,), "government", words=text[mention.start : mention.end])
    if (
        re.search(r"\b(?:his|her|its|their)\s+(?:\w+\s+){0,2}$", before)
        and trigger.token is not None
    ):
        return _possessor(trigger, stage)
    if trigger.token is not None and trigger.token.lower_ in stage.tables.ask_cues.measures:
        return find_imposer(trigger.token, trigger.sentence, stage)
    return NOBODY


def _possessor(trigger: Trigger, stage: Stage) -> Actor:
    """`Ottawa said its door ...`, `protesters voiced their opposition`: who says or does it owns it."""
    assert trigger.token is not None
    said = speaker_above(trigger.token, trigger.sentence, stage)
    if said is not None and said.sides:
        return Actor(said.sides, "home" if said.home else "government", words=said.name or "")
    doer = subject(trigger.token)
    if doer is not None and doer.i < trigger.token.i and doer.head != trigger.token:
        actor = resolve(doer, trigger.sentence, stage)
        if actor.sides or actor.kind or doer.lower_ in OFFICES:
            return actor  # `the president's` own, though nobody tells who that is
    for child in trigger.token.subtree:
        if child.dep_ == "poss" and child.i <= trigger.token.i:
            return resolve(child, trigger.sentence, stage)
    return NOBODY


def find_imposer(measure: Any, index: int, stage: Stage) -> Actor:
    """`Chile's tariffs`; of tariffs on goods: whoever lets them in, the other of the two sides."""
    actor = resolve(measure, index, stage)
    low, high = span_of(measure)
    offset = stage.document.offset(index)
    goods = _ON_GOODS.search(stage.document.text, offset + measure.idx, offset + high)
    if goods is None:
        return actor if actor.kind == "government" else NOBODY
    own = [m.side for m in stage.between(offset + low, offset + measure.idx) if m.how != "place"]
    if own:
        return Actor((own[-1],), "government", words=measure.text)
    for mention in stage.between(goods.end(), offset + high):
        into = _INTO.search(stage.document.text, goods.start(), mention.start)
        side = mention.side if into else stage.other(mention.side)
        if side in stage.parties:
            return Actor((side,), "government", words=measure.text)
    return NOBODY


def find_goer(event: Any, trigger: Trigger, stage: Stage) -> Actor:
    """`She is on a visit aimed at ...`: whoever goes; `the talks are aimed at ...`: both sides."""
    if event.lemma_.lower() in _TALKS and len(stage.parties) == 2:
        return Actor(stage.parties, "government", words=event.text, sure=False)
    if event.lemma_.lower() not in _VISITS:
        return NOBODY
    for verb in event.ancestors:
        doer = own_subject(verb)
        if doer is not None and doer.i < event.i:
            return resolve(doer, trigger.sentence, stage)
    return NOBODY

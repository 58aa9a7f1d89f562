"""Addressees: the government an ask is told to, where the words tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.extract.scenes.actors import actor_of
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.text.clauses import OBJECT_CONTROL, objects, span_of

REFLEXIVE = ("itself", "himself", "herself", "themselves")
TOWARDS = ("to", "on", "upon", "with", "from", "for", "of", "against", "by")
REACH = 60


def find_addressee(trigger: Trigger, stage: Stage, sides: tuple[str, ...]) -> str | None:
    """Return the government asked: the object, or who stands after `to`, `on`, `with`.

    It is one of `sides` itself where the ask is told to those at home.
    """
    sentence = stage.document.sentences[trigger.sentence]
    if trigger.token is not None:
        if trigger.frame.kind == "ask" and _asks_home(trigger.token, trigger, stage, sides=sides):
            return sides[0]
        told = _as_object(trigger, stage, sides) or _after_preposition(trigger, stage, sides)
        if told is not None:
            return told
    for mention in stage.between(trigger.start, min(trigger.end + REACH, sentence.end)):
        if mention.side not in sides and mention.how not in ("body", "party"):
            return mention.side
    return None


def _as_object(trigger: Trigger, stage: Stage, sides: tuple[str, ...]) -> str | None:
    assert trigger.token is not None
    home = trigger.frame.kind == "ask"
    for found in objects(trigger.token):
        actor = actor_of(found, trigger.sentence, stage)
        direct = found.dep_ == "dobj" and found.lower_ not in REFLEXIVE
        if home and direct and actor.kind == "home":
            return actor.sides[0] if actor.sides else sides[0]
        ours = home and direct and _acts(found, trigger, stage)
        for side in actor.sides:
            if side not in sides or ours:
                return side
    return None


def _acts(noun: Any, trigger: Trigger, stage: Stage) -> bool:
    """Whether somebody can be asked by a noun: in `seek access for Peru's goods`, Peru is not."""
    place = stage.document.offset(trigger.sentence) + noun.idx
    cues = stage.tables.ask_cues
    if noun.lower_ in cues.sources | cues.institutions:
        return True
    return any(m.start <= place < m.end for m in stage.between(place - 40, place + 1))


def _after_preposition(trigger: Trigger, stage: Stage, sides: tuple[str, ...]) -> str | None:
    offset = stage.document.offset(trigger.sentence)
    for low, high in _prepositional(trigger.token):
        for mention in stage.between(offset + low, offset + high):
            if mention.side not in sides and mention.how != "body":
                return mention.side
    return None


def _asks_home(token: Any, trigger: Trigger, stage: Stage, *, sides: tuple[str, ...]) -> bool:
    """Whether it is told to those at home: "hopes to convince Congress"."""
    for verb in (token, *(child for child in token.children if child.dep_ == "xcomp")):
        if verb.lemma_.lower() not in OBJECT_CONTROL:
            continue
        for found in objects(verb):
            actor = actor_of(found, trigger.sentence, stage)
            if actor.kind == "home" and set(actor.sides) <= set(sides):
                return True
    return False


def _prepositional(token: Any) -> Iterator[tuple[int, int]]:
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in TOWARDS:
            low, high = span_of(child)
            yield low, min(high, low + REACH)

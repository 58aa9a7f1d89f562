"""Guesses: whose wish it may be where the grammar of a sentence does not tell."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.asks.askers import Asker
from briefing.extract.scenes.actors import actor_between
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.scenes.voices import Voice
from briefing.extract.text.sides import SideMention

MOST = 2
SURE = ("subject", "agent", "owner", "both")


def guess_askers(
    trigger: Trigger, stage: Stage, voice: Voice, told: Asker | None
) -> tuple[Asker, ...]:
    """Return up to two sides that may ask: named before the words, speaking, or named after.

    Args:
        trigger: the words that tell of the ask.
        stage: the text around them.
        voice: the voice of the sentence.
        told: whom the grammar tells; the guesses are beside it.
    """
    if voice.home or (told is not None and told.sure and told.how in SURE):
        return ()
    found: dict[str, Asker] = {}
    known = told.sides if told is not None else ()
    asked = told.of if told is not None and told.how == "speaker" else None
    for side, how in _guessed(trigger, stage, voice):
        if len(found) < MOST and side not in known and side != asked:
            place = f"{how} beside" if known else how
            found.setdefault(side, Asker((side,), None, place, voice, sure=False))
    return tuple(found.values())


def _guessed(trigger: Trigger, stage: Stage, voice: Voice) -> Iterator[tuple[str, str]]:
    sentence = stage.document.sentences[trigger.sentence]
    for mention in reversed(stage.between(sentence.start, trigger.start)):
        if _governs(mention, stage):
            yield mention.side, "before"
            break
    for side in voice.sides[:1]:
        yield side, "voice"
    for mention in stage.between(trigger.end, sentence.end):
        if _governs(mention, stage):
            yield mention.side, "after"
            break
    before = stage.between(max(0, sentence.start - 400), sentence.start)
    for mention in reversed(before):
        if _governs(mention, stage):
            yield mention.side, "earlier"
            break


def _governs(mention: SideMention, stage: Stage) -> bool:
    if mention.how == "place":
        return False
    word = stage.document.text[mention.start : mention.end].lower()
    actor = actor_between(mention.start, mention.end, mention.start, stage, word)
    return actor.kind == "government" and bool(actor.sides)

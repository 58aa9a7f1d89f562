"""Places of a sentence where the words of an ask frame stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.extract.scenes.scene import Stage
from briefing.extract.tables.frame_table import Frame
from briefing.extract.text.clauses import governor, token_at

_WORD = re.compile(r"[’']?\w+")
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|this|that|new|of)\s+$", re.IGNORECASE
)
TRAP_REACH = 30
# The second word of a frame is at most this far from the first: two adverbs of two words may be between.
NEXT = 12


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame's words at a place of the text; `token` is their verb or noun where there is a parse."""

    frame: Frame
    start: int
    end: int
    sentence: int
    token: Any | None
    words: str


def triggers_in(index: int, stage: Stage) -> tuple[Trigger, ...]:
    """Return every trigger of sentence `index`, in order; a stage keeps those it was asked for."""
    if index not in stage.triggers:
        stage.triggers[index] = tuple(_triggers(index, stage))
    return stage.triggers[index]


def _triggers(index: int, stage: Stage) -> Iterator[Trigger]:
    document = stage.document
    sentence = document.sentences[index]
    starting = stage.tables.frames.starting
    found = _WORD.findall(document.text, sentence.start, sentence.end)
    keys = [word.lower().lstrip("’'") for word in found]
    if starting.keys().isdisjoint(keys):
        return
    parse = document.parse(index)
    cues = stage.tables.ask_cues
    words = _WORD.finditer(document.text, sentence.start, sentence.end)
    last: dict[frozenset[str], int] = {}
    for place, (key, word) in enumerate(zip(keys, words, strict=True)):
        for frame in starting.get(key, ()):
            if not _may_stand(frame, keys, place, last):
                continue
            match = frame.pattern.match(document.text, word.start(), sentence.end)
            if match is None:
                continue
            after = document.text[match.end() : match.end() + TRAP_REACH].lstrip().lower()
            if cues.traps.match(after) or _goes_on(after, frame.without):
                continue
            token = token_at(parse, word.start() - sentence.start) if parse is not None else None
            if _fits(frame, token, document.text[sentence.start : word.start()]):
                head = governor(token) if token is not None and frame.pos == "verb" else token
                yield Trigger(frame, match.start(), match.end(), index, head, match.group())


def _may_stand(frame: Frame, keys: list[str], place: int, last: dict[frozenset[str], int]) -> bool:
    """Whether the words after the one at `place` hold what the frame goes on with.

    `last` keeps where the last word of each set looked for stands, which is the same for all places.
    """
    if frame.following and frame.following.isdisjoint(keys[place + 1 : place + NEXT]):
        return False
    for needed in frame.needed:
        if needed not in last:
            last[needed] = max((i for i, key in enumerate(keys) if key in needed), default=-1)
        if last[needed] <= place:
            return False
    return True


def _goes_on(after: str, without: tuple[str, ...]) -> bool:
    """Whether the words after a trigger begin with one of these, whole."""
    return any(
        after.startswith(words) and not after[len(words) : len(words) + 1].isalnum()
        for words in without
    )


def _fits(frame: Frame, token: Any | None, before: str) -> bool:
    if frame.pos == "any":
        return True
    if token is None:
        return (_NOUN_BEFORE.search(before) is not None) == (frame.pos == "noun")
    if frame.pos == "noun":
        return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "VBG"
    verbal = token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")
    return bool(verbal and token.dep_ != "amod")
